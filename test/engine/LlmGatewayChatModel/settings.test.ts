import { NodeOperationError, type INodeParameters } from 'n8n-workflow';
import { ChatModelBench } from '../../support/engine/chatModelBench';

let bench: ChatModelBench;

beforeAll(async () => {
	bench = await ChatModelBench.open();
});
afterAll(async () => await bench.close());

const withOptions = (options: INodeParameters, model = 'gemini-2.5-pro'): INodeParameters => ({
	model: { __rl: true, mode: 'id', value: model },
	options,
});

const plain = {
	model: 'gemini-2.5-pro',
	messages: [{ role: 'user', content: 'What is the weather in Oslo?' }],
	max_tokens: 4096,
};

test.each<[INodeParameters, object]>([
	[{}, {}],
	[{ temperature: '={{ null }}', maxTokens: '={{ null }}', reasoningEffort: '={{ "" }}' }, {}],
	[{ modelRegion: 'inRegion', zeroDataRetention: false, additionalParameters: '' }, {}],
	[{ temperature: 0 }, { temperature: 0 }],
	[{ temperature: 2 }, { temperature: 2 }],
	[{ temperature: '={{ "0.3" }}' }, { temperature: 0.3 }],
	[{ maxTokens: 1 }, { max_tokens: 1 }],
	[{ maxTokens: '={{ "2000" }}' }, { max_tokens: 2000 }],
	[{ modelRegion: 'global' }, { model_region: 'global' }],
	[{ reasoningEffort: 'high' }, { reasoning: { effort: 'high' } }],
	[{ zeroDataRetention: '={{ "true" }}' }, { zero_data_retention: true }],
	[{ additionalParameters: '={{ { top_p: 0.5 } }}' }, { top_p: 0.5 }],
	[{ maxTokens: 5, additionalParameters: '{"max_tokens": 7}' }, { max_tokens: 7 }],
])('of the options %j what is set is sent, and nothing else', async (options, expected) => {
	expect(await bench.ask(withOptions(options))).toEqual([{ ...plain, ...expected }]);
});

async function failureOf(parameters: INodeParameters): Promise<NodeOperationError> {
	const error = await bench.ask(parameters).catch((reason: unknown) => reason);
	if (!(error instanceof NodeOperationError)) throw new Error(`Not refused: ${String(error)}`);
	return error;
}

test.each<[INodeParameters, string, string]>([
	[{ temperature: -0.1 }, 'Temperature', 'it must be at least 0'],
	[{ temperature: 2.1 }, 'Temperature', 'it must be at most 2'],
	[{ temperature: '={{ "warm" }}' }, 'Temperature', 'it is a text, where a number belongs'],
	[{ maxTokens: 0 }, 'Max Tokens', 'it must be at least 1'],
	[{ maxTokens: 1.5 }, 'Max Tokens', 'it must be a whole number'],
	[{ timeoutSeconds: 0 }, 'Timeout (Seconds)', 'it must be at least 1'],
	[{ modelRegion: 'mars' }, 'Model Region', 'it must be one of: global, inRegion'],
	[{ reasoningEffort: 'huge' }, 'Reasoning Effort', 'it must be one of: low, medium, high'],
	[
		{ additionalParameters: '{"model": "x"}' },
		'Additional Parameters',
		'model is set by Model; remove it here',
	],
	[
		{ additionalParameters: '{"stream": true}' },
		'Additional Parameters',
		'stream cannot be used, since the node reads answers as a whole; remove it here',
	],
])('%j is refused by name, and nothing is sent', async (options, label, why) => {
	const before = bench.requests().length;
	const error = await failureOf(withOptions(options));
	expect(error.message).toBe(`The parameter Options → ${label} cannot be used: ${why}`);
	expect(error.functionality).toBe('configuration-node');
	expect(bench.requests()).toHaveLength(before);
});

test.each([
	['', 'The parameter Model cannot be used: choose a model or type its ID'],
	['={{ null }}', 'The parameter Model cannot be used: it is empty'],
])('the model %j is refused before anything is sent', async (model, message) => {
	const before = bench.requests().length;
	expect((await failureOf(withOptions({}, model))).message).toBe(message);
	expect(bench.requests()).toHaveLength(before);
});

test('a model that does not take a setting says so, at the chat model', async () => {
	const error = await failureOf(withOptions({ reasoningEffort: 'high' }, 'claude-sonnet-4-6'));
	expect(error.message).toBe(
		'AssemblyAI did not answer the agent (400: model claude-sonnet-4-6 does not support reasoning)',
	);
	expect(error.functionality).toBe('configuration-node');
});

test('what is too much for a model is told in words that an agent knows', async () => {
	const error = await failureOf(withOptions({ maxTokens: 1_000_000_000 }));
	expect(error.description).toMatch(
		/^What the agent has gathered and Max Tokens are together more than this model can hold\. /,
	);
});
