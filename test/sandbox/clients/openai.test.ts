import OpenAI from 'openai';
import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { CALL_AUDIO, field, recordingsFolder, transcribed } from '../../support/sandbox/client';

// The Gateway is made to be spoken to with OpenAI's own client, at another address.

const model = 'claude-sonnet-4-6';
let sandbox: Sandbox;
let client: OpenAI;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
	client = new OpenAI({ apiKey: sandbox.apiKey, baseURL: `${sandbox.url}/v1`, maxRetries: 0 });
});
afterEach(async () => await sandbox.close());

const WEATHER: OpenAI.ChatCompletionTool = {
	type: 'function',
	function: {
		name: 'get_weather',
		description: 'The weather of a city',
		parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
	},
};

it('asks about a transcript by its ID', async () => {
	const id = String(field((await transcribed(sandbox, CALL_AUDIO)).json, 'id'));
	const request = {
		model,
		max_tokens: 500,
		transcript_id: id,
		messages: [
			{ role: 'system' as const, content: 'Answer in one sentence.' },
			{
				role: 'user' as const,
				content: [
					{ type: 'text' as const, text: 'Transcript: {{ transcript }}\n\n' },
					{ type: 'text' as const, text: 'Question: What does the update cost?' },
				],
			},
		],
	};
	const completion = await client.chat.completions.create(request);
	expect(completion.choices[0]?.message.content).toBe(
		'Question: What does the update cost?\nAnswer: The update costs ninety-nine dollars.',
	);
	expect(completion.usage?.total_tokens).toBeGreaterThan(0);
});

it('goes round with a tool', async () => {
	const asked: OpenAI.ChatCompletionMessageParam = {
		role: 'user',
		content: 'What is the weather in Oslo?',
	};
	const ask = async (messages: OpenAI.ChatCompletionMessageParam[]) =>
		(await client.chat.completions.create({ model, messages, tools: [WEATHER] })).choices[0];
	const first = await ask([asked]);
	const [called] = first?.message.tool_calls ?? [];
	expect(first?.finish_reason).toBe('tool_use');
	expect(called).toMatchObject({ type: 'function', function: { name: 'get_weather' } });
	const second = await ask([
		asked,
		{ role: 'assistant', content: null, tool_calls: first?.message.tool_calls ?? [] },
		{ role: 'tool', tool_call_id: called?.id ?? '', content: 'Eight degrees and rain' },
	]);
	expect(second?.message.content).toBe('The tool says: Eight degrees and rain');
	expect(second?.message.tool_calls).toBeUndefined();
});

it('takes an answer as it comes', async () => {
	const messages = [{ role: 'user' as const, content: 'Question: What does the update cost?' }];
	const whole = await client.chat.completions.create({ model, messages });
	const stream = client.beta.chat.completions.stream({ model, messages });
	const pieces: string[] = [];
	stream.on('content', (delta) => pieces.push(delta));
	expect(await stream.finalContent()).toBe(whole.choices[0]?.message.content);
	expect(pieces.length).toBeGreaterThan(3);
});

it('takes the call of a tool as it comes', async () => {
	const messages = [{ role: 'user' as const, content: 'What is the weather in Oslo?' }];
	const request = { model, messages, tools: [WEATHER] };
	const whole = await client.chat.completions.create(request);
	const message = await client.beta.chat.completions.stream(request).finalMessage();
	expect(message.tool_calls).toMatchObject(whole.choices[0]?.message.tool_calls ?? [{}]);
});

it('is refused a stream by a model that does not list it', async () => {
	const request = { model: 'gpt-oss-20b', messages: [{ role: 'user' as const, content: 'Hi' }] };
	await expect(client.chat.completions.create({ ...request, stream: true })).rejects.toMatchObject({
		status: 400,
	});
});

it('hands what one tool gave to another that takes it by name', async () => {
	const tool = (name: string, ...properties: string[]): OpenAI.ChatCompletionTool => ({
		type: 'function',
		function: {
			name,
			parameters: {
				type: 'object',
				properties: Object.fromEntries(
					properties.map((property) => [property, { type: 'string' }]),
				),
			},
		},
	});
	const tools = [tool('look_up', 'callId', 'question'), tool('transcribe', 'audioUrl')];
	const messages: OpenAI.ChatCompletionMessageParam[] = [
		{ role: 'user', content: 'https://example.com/call.mp3 Transcribe it. How was it?' },
	];
	const called: Array<[string, unknown]> = [];
	for (const result of ['[{"callId":"4711"}]', 'Fine']) {
		const { choices } = await client.chat.completions.create({ model, messages, tools });
		const [call] = choices[0]?.message.tool_calls ?? [];
		if (!call) throw new Error('No tool was called');
		called.push([call.function.name, JSON.parse(call.function.arguments)]);
		messages.push(
			{ role: 'assistant', content: null, tool_calls: [call] },
			{ role: 'tool', tool_call_id: call.id, content: result },
		);
	}
	expect(called).toEqual([
		['transcribe', { audioUrl: 'https://example.com/call.mp3' }],
		['look_up', { callId: '4711', question: 'Transcribe it. How was it?' }],
	]);
	const last = await client.chat.completions.create({ model, messages, tools });
	expect(last.choices[0]?.message.content).toContain('Fine');
});

it('calls no tool that has nothing to do with it, or that it is told not to', async () => {
	const ask = async (content: string, tool_choice: 'auto' | 'none') =>
		await client.chat.completions.create({
			model,
			messages: [{ role: 'user', content }],
			tools: [WEATHER],
			tool_choice,
		});
	for (const reply of [await ask('Hello there.', 'auto'), await ask('Weather in Oslo?', 'none')]) {
		expect(reply.choices[0]?.message.tool_calls).toBeUndefined();
	}
});

it('is told of a refusal in the words of the service', async () => {
	const request = { model: 'gpt-9', messages: [{ role: 'user' as const, content: 'Hello' }] };
	const refused: unknown = await client.chat.completions.create(request).catch((error) => error);
	expect(refused).toBeInstanceOf(OpenAI.BadRequestError);
	expect(String(refused)).toContain('400');
	const stranger = new OpenAI({ apiKey: 'wrong', baseURL: `${sandbox.url}/v1`, maxRetries: 0 });
	await expect(stranger.chat.completions.create(request)).rejects.toThrow(/401/);
});

it('lists the models', async () => {
	const models = await client.models.list();
	expect(models.data.map(({ id }) => id)).toContain(model);
});
