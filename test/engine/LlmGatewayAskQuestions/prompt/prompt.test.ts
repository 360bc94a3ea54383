import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const prompt = async (parameters: INodeParameters, json = {}, onError?: 'continueErrorOutput') =>
	await bench.ask(
		[{ json: { transcriptId, ...json } }],
		{ operation: 'prompt', ...parameters },
		{
			...(onError && { node: { onError } }),
		},
	);
const chats = () => bench.sandbox.requestsTo('POST', '/v1/chat/completions');
const lastChat = () => JSON.stringify(chats().at(-1)?.json);
const schema = {
	type: 'object',
	properties: { topic: { type: 'string' }, price: { type: 'number' } },
};

test('a prompt of one’s own gets a text, with the speakers inlined', async () => {
	const { output } = await prompt({ prompt: 'Write a follow-up email.' });
	expect(output[0]).toEqual({
		json: {
			response: expect.stringContaining('In the words of the text:'),
			transcriptId,
			model: 'claude-sonnet-4-6',
			usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number) },
			requestId: expect.any(String),
		},
		pairedItem: { item: 0 },
	});
	expect(lastChat()).toContain('[00:05] Speaker B: Hi Dana.');
	expect(lastChat()).toContain('Write a follow-up email.');
});

test('a transcript without speakers goes in by its id', async () => {
	const plain = await bench.finishedTranscript({ speakerLabels: false });
	await prompt({ prompt: 'Sum up {{ transcript }}.' }, { transcriptId: plain });
	expect(chats().at(-1)?.json).toMatchObject({ transcript_id: plain });
	expect(lastChat().split('{{ transcript }}')).toHaveLength(2);
});

test('a text from a field is worked with just the same', async () => {
	const { output } = await prompt({
		transcriptSource: 'text',
		transcriptText: 'The map is blue.',
		prompt: 'Sum it up.',
		options: { includeInputFields: true },
	});
	expect(output[0]?.json).toMatchObject({ response: expect.stringContaining('blue') });
});

test.each([
	['as text', JSON.stringify(schema)],
	['as an object from an expression', '={{ $json.schema }}'],
])('JSON is held to a schema given %s', async (_, jsonSchema) => {
	const { output } = await prompt(
		{ prompt: 'Fill it in.', responseFormat: 'json', jsonSchema },
		{ schema },
	);
	expect(output[0]?.json.response).toEqual({
		topic: expect.any(String),
		price: expect.any(Number),
	});
	expect(chats().at(-1)?.json).toMatchObject({
		response_format: { json_schema: { strict: true } },
	});
});

test('JSON can be asked for without a schema, and of a model that takes none', async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: { kind: 'chatReply', content: 'Here: ```json\n{"a": [1]}\n```' },
	});
	const free = await prompt({ prompt: 'Any JSON.', responseFormat: 'json' });
	expect(free.output[0]?.json.response).toEqual({ a: [1] });

	bench.sandbox.clearFaults();
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: { kind: 'chatReply', content: '{"topic": "map"}' },
	});
	const plain = await prompt({
		prompt: 'Fill it in.',
		responseFormat: 'json',
		jsonSchema: JSON.stringify(schema),
		model: { __rl: true, mode: 'id', value: 'gpt-4.1' },
	});
	expect(plain.output[0]?.json.response).toEqual({ topic: 'map' });
	expect(lastChat()).toContain('json-repair');
	expect(lastChat()).not.toContain('"response_format"');
});

test.each<[string, INodeParameters, string]>([
	['an empty prompt', { prompt: ' ' }, 'The parameter Prompt cannot be used: it is empty'],
	[
		'a schema that is no JSON',
		{ prompt: 'x', responseFormat: 'json', jsonSchema: '{"type":' },
		'The parameter JSON Schema cannot be used: it is not valid JSON: in line 1, column 9 a value belongs, and there is the end',
	],
	[
		'a schema of something else than an object',
		{ prompt: 'x', responseFormat: 'json', jsonSchema: '{"type":"array"}' },
		'The JSON Schema does not describe an object. Give it "type": "object" at its top',
	],
	[
		'a schema that the service does not take',
		{
			prompt: 'x',
			responseFormat: 'json',
			jsonSchema: '{"type":"object","properties":{"a":{}},"required":[]}',
		},
		"response_format is invalid: schema: property 'a' must be in required",
	],
])('%s is refused with a clear message', async (_, parameters, message) => {
	const { failed } = await prompt(parameters, {}, 'continueErrorOutput');
	expect(failed[0]?.json).toMatchObject({
		error: { message: expect.stringContaining(message), transcriptId },
	});
});

test('a response that is no JSON, also when asked again, is said clearly', async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		times: Infinity,
		fault: { kind: 'chatReply', content: 'Gladly, later.' },
	});
	const before = chats().length;
	const { failures } = await prompt(
		{ prompt: 'x', responseFormat: 'json', jsonSchema: JSON.stringify(schema) },
		{},
		'continueErrorOutput',
	);
	expect(failures[0]?.message).toBe(
		'The model claude-sonnet-4-6 did not answer in JSON, also when asked again: it said "Gladly, later.". Choose a model with reliable answer types, give a JSON schema, or run the item again.',
	);
	expect(chats()).toHaveLength(before + 2);
});
