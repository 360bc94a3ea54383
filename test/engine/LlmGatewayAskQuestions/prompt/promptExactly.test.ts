import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../../support/engine/workbench';
import { guideBody, guidePrompt } from '../../../support/guide';
import { call } from '../../../support/sandbox/client';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const exactly = async (
	prompt: string,
	options: INodeParameters = {},
	json = {},
	more: INodeParameters = {},
) =>
	await bench.ask(
		[{ json: { transcriptId, ...json } }],
		{
			operation: 'prompt',
			prompt,
			...more,
			options: { sendExactlyAsTyped: true, ...options },
		},
		{ node: { onError: 'continueErrorOutput' } },
	);
const chats = () => bench.sandbox.requestsTo('POST', '/v1/chat/completions');
const lastChat = (): Record<string, unknown> => Object(chats().at(-1)?.json);
const inOrder = (body: Record<string, unknown>) =>
	JSON.stringify(Object.fromEntries(Object.entries(body).sort()));

test('the script of the guide and the node send the same body', async () => {
	await call(bench.sandbox, 'POST', '/v1/chat/completions', { json: guideBody(transcriptId) });
	const byScript = lastChat();
	const { output } = await exactly(
		guidePrompt,
		{ maxTokens: 2000 },
		{},
		{ model: { __rl: true, mode: 'id', value: 'claude-sonnet-4-5-20250929' } },
	);
	expect(inOrder(lastChat())).toBe(inOrder(byScript));
	expect(output[0]?.json).toMatchObject({ response: expect.any(String), transcriptId });
});

test('so do a script that puts the text in itself and a prompt with an expression for it', async () => {
	const text = 'We met on a long and sunny day, and she said: "{{ hello }}" and $& and {braces}.';
	const { model, max_tokens } = guideBody('');
	const content = guidePrompt.replace('{{ transcript }}', () => text);
	const byScript = { model, max_tokens, messages: [{ role: 'user', content }] };
	const typed = `=${guidePrompt.replace('{{ transcript }}', '{{ $json.text }}')}`;
	await exactly(
		typed,
		{ maxTokens: 2000 },
		{ text },
		{
			model: { __rl: true, mode: 'id', value: model },
		},
	);
	expect(inOrder(lastChat())).toBe(inOrder(byScript));
});

test.each([
	['typed in a fixed field', 'Sum up {{ transcript }} now.', 'Sum up {{ transcript }} now.'],
	['alone', '{{ transcript }}', '{{ transcript }}'],
	[
		'in an expression, which the editor makes of two braces',
		'=For {{ $json.who }}: {{ transcript }} now.',
		'For Dana: {{ transcript }} now.',
	],
	['alone in an expression', '={{ transcript }}', '{{ transcript }}'],
	[
		'made by an expression',
		"=Sum up {{ '{' + '{ transcript }' + '}' }} for {{ $json.who }}",
		'Sum up {{ transcript }} for Dana',
	],
	['on an earlier node', '={{ $json.template }}', 'About {{ transcript }}.'],
])('the tag reaches the service once: %s', async (_, typed, sent) => {
	const json = { who: 'Dana', template: 'About {{ transcript }}.' };
	const { failures, hints } = await exactly(typed, {}, json);
	expect(failures).toEqual([]);
	expect(hints).toEqual([]);
	expect(lastChat()).toEqual({
		model: 'claude-sonnet-4-6',
		messages: [{ role: 'user', content: sent }],
		max_tokens: 4000,
		transcript_id: transcriptId,
	});
});

test('a prompt without the tag is sent without the transcript, which is told', async () => {
	const { hints } = await exactly('Write a poem about maps.');
	expect(lastChat()).not.toHaveProperty('transcript_id');
	expect(hints).toEqual([
		{
			message:
				'The model has not seen the transcript, since the prompt was sent exactly as typed and has no {{ transcript }} in it',
			type: 'warning',
			location: 'outputPane',
		},
	]);
});

test('a text that an expression puts in is all the same to the model', async () => {
	const text = 'The map is blue and new and costs a lot.';
	const { hints } = await exactly(
		'=Sum up: {{ $json.text }}',
		{},
		{ text },
		{
			transcriptSource: 'text',
			transcriptText: '={{ $json.text }}',
		},
	);
	expect(hints).toEqual([]);
	await exactly(
		'Sum up {{ transcript }}',
		{},
		{ text },
		{
			transcriptSource: 'text',
			transcriptText: '={{ $json.text }}',
		},
	);
	expect(lastChat().messages).toEqual([{ role: 'user', content: `Sum up ${text}` }]);
	expect(lastChat()).not.toHaveProperty('transcript_id');
});

test.each(['Sum up {{transcript}}', '=Sum up {{transcript}} for {{ $json.who }}'])(
	'what only looks like the tag is refused before anything is sent: %s',
	async (typed) => {
		const before = chats().length;
		const { failures } = await exactly(typed, {}, { who: 'Dana' });
		expect(failures[0]?.message).toBe(
			'AssemblyAI does not take {{transcript}} for the transcript. Write {{ transcript }}, in small letters and with one space on either side.',
		);
		expect(chats()).toHaveLength(before);
	},
);

test('JSON is asked for by parameters alone, since no word of the node goes along', async () => {
	const jsonSchema = '{"type":"object","properties":{"topic":{"type":"string"}}}';
	const { output } = await exactly(
		'Fill in: {{ transcript }}',
		{},
		{},
		{
			responseFormat: 'json',
			jsonSchema,
		},
	);
	expect(output[0]?.json.response).toEqual({ topic: expect.any(String) });
	expect(lastChat()).toMatchObject({
		messages: [{ role: 'user', content: 'Fill in: {{ transcript }}' }],
		response_format: { type: 'json_schema' },
	});
});

test('a system prompt goes along as it is', async () => {
	await exactly('Sum up {{ transcript }}', { systemPrompt: ' Be brief. ' });
	expect(lastChat().messages).toEqual([
		{ role: 'system', content: ' Be brief. ' },
		{ role: 'user', content: 'Sum up {{ transcript }}' },
	]);
});

test('without the option, a tag in an expression is read as the transcript too', async () => {
	await bench.ask([{ json: { transcriptId, who: 'Dana' } }], {
		operation: 'prompt',
		prompt: '=Sum up {{ transcript }} for {{ $json.who }}.',
	});
	expect(JSON.stringify(lastChat())).toContain('Sum up the transcript for Dana.');
});
