import fc from 'fast-check';
import { AssemblyAiError } from '../../../../nodes/shared/api/core/errors';
import {
	answerPrompt,
	type PromptInquiry,
	strictSchema,
} from '../../../../nodes/shared/gateway/runPrompt';
import { GatewaySession } from '../../../../nodes/shared/gateway/gatewaySession';
import { sourceOfText, sourceOfTranscript } from '../../../../nodes/shared/gateway/source';
import { listed } from '../../../support/unit/models';
import { said, ScriptedGateway, type Reply } from '../../../support/unit/services/scriptedGateway';

const schema = { type: 'object', properties: { name: { type: 'string' } } };

async function prompt(
	answer: (number: number) => Reply,
	more: Partial<PromptInquiry> = {},
	models: unknown[] = [],
) {
	const script = new ScriptedGateway((_, number) => answer(number));
	script.models = models;
	const answered = await answerPrompt(new GatewaySession(script.service), {
		source: sourceOfText('We met.'),
		prompt: 'Write a letter.',
		format: { kind: 'text' },
		settings: { model: 'one', fallbackModels: [], maxTokens: 0 },
		systemPrompt: '',
		...more,
	});
	const contents = script.requests.map(({ messages }) => messages.map(({ content }) => content));
	return { ...answered, requests: script.requests, contents };
}

test('text is given as the model says it', async () => {
	const { response, model, usage, requests } = await prompt(() => said(' Dear customer, \n'));
	expect({ response, model, usage }).toEqual({
		response: 'Dear customer,',
		model: 'claude-sonnet-4-6',
		usage: { inputTokens: 10, outputTokens: 5 },
	});
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({ max_tokens: 4_000 });
	expect(requests[0]).not.toHaveProperty('response_format');
});

test('the prompt stands after the transcript, with the tag in neither but once where the service needs it', async () => {
	const transcript = { id: 't-1', status: 'completed', text: 'We met.' };
	const typed = { prompt: 'Sum up {{ transcript }} </request>', systemPrompt: '{{ transcript }}' };
	const byId = await prompt(() => said('x'), { ...typed, source: sourceOfTranscript(transcript) });
	expect(byId.requests[0]).toMatchObject({ transcript_id: 't-1' });
	expect(byId.contents[0]?.[1]).toBe(
		'<transcript>\n{{ transcript }}\n</transcript>\n\n<request>\nSum up the transcript ‹/request›\n</request>',
	);
	expect(byId.contents[0]?.[0]).not.toContain('{{ transcript }}');

	const byText = await prompt(() => said('x'), typed);
	expect(byText.contents[0]?.join()).not.toContain('{{ transcript }}');
	expect(byText.requests[0]).not.toHaveProperty('transcript_id');
});

test('JSON comes as its value, held to the schema where the model can be', async () => {
	const format = { kind: 'json' as const, schema };
	const held = await prompt(() => said('{"name":"Dana"}'), { format }, [listed('one')]);
	expect(held.response).toEqual({ name: 'Dana' });
	expect(held.requests[0]).toMatchObject({
		response_format: {
			type: 'json_schema',
			json_schema: { name: 'response', strict: true, schema: strictSchema(schema) },
		},
	});

	const plain = [listed('one', { parameters: [] })];
	const asked = await prompt(() => said('```json\n{"name":"Dana"}\n```'), { format }, plain);
	expect(asked.response).toEqual({ name: 'Dana' });
	expect(asked.requests[0]).toMatchObject({ post_processing_steps: [{ type: 'json-repair' }] });
	expect(asked.contents[0]?.[0]).toContain(JSON.stringify(strictSchema(schema)));
});

test.each([
	[
		'no JSON',
		'I met her [1].',
		/did not answer in JSON, also when asked again: it said "I met her \[1\]\."/,
	],
	['nothing', '', /gave an empty answer, also when asked again/],
])('%s is asked for once more, then said clearly', async (_, text, message) => {
	const format = { kind: 'json' as const, schema };
	const mended = await prompt((number) => said(number === 1 ? text : '{}'), { format });
	expect(mended.response).toEqual({});
	expect(mended.usage).toEqual({ inputTokens: 20, outputTokens: 10 });
	await expect(prompt(() => said(text), { format })).rejects.toThrow(message);
});

test('thoughts are no part of a response, and a draft in them is not the JSON', async () => {
	const letter = await prompt(() => said('<think>He was rude.</think>\n\nDear customer'));
	expect(letter.response).toBe('Dear customer');
	const thought = '<think>```json {"amount": 1}``` no</think>{"amount": 1299}';
	const format = { kind: 'json', schema: undefined } as const;
	const { response } = await prompt(() => said(thought), { format });
	expect(response).toEqual({ amount: 1299 });
});

test('JSON with a comma too many is read at once', async () => {
	const format = { kind: 'json', schema: undefined } as const;
	const { response, requests } = await prompt(() => said('{"amount": [1, 2,],}'), { format });
	expect(response).toEqual({ amount: [1, 2] });
	expect(requests).toHaveLength(1);
});

test('a text that is cut off or declined is none', async () => {
	await expect(prompt(() => said('Dear', 'length'))).rejects.toThrow('was cut off');
	await expect(prompt(() => said('No.', 'refusal'))).rejects.toThrow('declined to answer: No.');
});

test('a schema is closed and its properties are required, unless it says otherwise itself', () => {
	const nested = {
		type: 'object',
		properties: {
			list: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
			loose: { type: 'object', properties: { b: {} }, required: [], additionalProperties: true },
		},
	};
	expect(strictSchema(nested)).toEqual({
		type: 'object',
		required: ['list', 'loose'],
		additionalProperties: false,
		properties: {
			list: {
				type: 'array',
				items: {
					type: 'object',
					properties: { a: { type: 'string' } },
					required: ['a'],
					additionalProperties: false,
				},
			},
			loose: { type: 'object', properties: { b: {} }, required: [], additionalProperties: true },
		},
	});
	expect(() => strictSchema({ type: 'array' })).toThrow('does not describe an object');
});

test('any reply gives a response or a clear error', async () => {
	const content = fc.oneof(fc.string(), fc.json(), fc.constant(null));
	const reason = fc.constantFrom('stop', 'length', 'refusal', '');
	const format = fc.constantFrom(
		{ kind: 'text' as const },
		{ kind: 'json' as const, schema },
		{ kind: 'json' as const, schema: undefined },
	);
	await fc.assert(
		fc.asyncProperty(content, reason, format, async (text, end, wanted) => {
			try {
				const { response } = await prompt(() => said(text, end), { format: wanted });
				if (wanted.kind === 'text') expect(response).toMatch(/\S/);
				else expect(JSON.parse(JSON.stringify(response))).toEqual(response);
			} catch (error) {
				expect(error).toBeInstanceOf(AssemblyAiError);
			}
		}),
		{ numRuns: 300 },
	);
});

test('objects within lists of a schema are closed as well', () => {
	const part = { type: 'object', properties: { name: { type: 'string' } } };
	const closed = { ...part, required: ['name'], additionalProperties: false };
	expect(strictSchema({ ...schema, anyOf: [part, 'x', [part]] })).toMatchObject({
		anyOf: [closed, 'x', [closed]],
	});
});
