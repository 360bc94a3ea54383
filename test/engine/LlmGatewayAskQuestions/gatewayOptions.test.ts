import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const OPERATIONS: Array<[string, INodeParameters]> = [
	['askQuestions', { questions: { question: [{ key: 'mood', question: 'How was it?' }] } }],
	['prompt', { prompt: 'Sum it up.' }],
];

const model = (value: string): INodeParameters => ({ model: { __rl: true, mode: 'id', value } });
const lastChat = (): Record<string, unknown> =>
	Object(bench.sandbox.requestsTo('POST', '/v1/chat/completions').at(-1)?.json);
const chatCount = () => bench.sandbox.requestsTo('POST', '/v1/chat/completions').length;

describe.each(OPERATIONS)('%s', (operation, parameters) => {
	const run = async (options: INodeParameters, more: INodeParameters = {}, json = {}) =>
		await bench.ask(
			[{ json: { transcriptId, ...json } }],
			{ operation, ...parameters, ...more, options },
			{ node: { onError: 'continueErrorOutput' } },
		);

	test('sends nothing that nobody set', async () => {
		await run({});
		const names = ['model_region', 'zero_data_retention', 'reasoning', 'temperature'];
		for (const name of names) expect(lastChat()).not.toHaveProperty(name);
		await run({ modelRegion: 'inRegion', zeroDataRetention: false, additionalParameters: '{}' });
		for (const name of names) expect(lastChat()).not.toHaveProperty(name);
	});

	test('sends what is set, under the names of the API', async () => {
		const { failures } = await run(
			{
				modelRegion: 'global',
				zeroDataRetention: true,
				reasoningEffort: 'high',
				additionalParameters: '{ "top_p": 0.9, "constructor": "x", "nested": { "__proto__": 1 } }',
			},
			model('gemini-2.5-pro'),
		);
		expect(failures).toEqual([]);
		expect(lastChat()).toMatchObject({
			model_region: 'global',
			zero_data_retention: true,
			reasoning: { effort: 'high' },
			top_p: 0.9,
		});
		expect(Object.keys(lastChat())).toContain('constructor');
		expect(JSON.stringify(lastChat().nested)).toBe('{"__proto__":1}');
	});

	test('has room for thoughts in the automatic number of tokens', async () => {
		await run({}, model('gemini-2.5-pro'));
		const without = Number(lastChat().max_tokens);
		await run({ reasoningEffort: 'low' }, model('gemini-2.5-pro'));
		expect(lastChat().max_tokens).toBe(without + 2_000);
		await run({ reasoningEffort: 'high', maxTokens: 321 }, model('gemini-2.5-pro'));
		expect(lastChat().max_tokens).toBe(321);
	});

	test('tells of a model that does not take the effort, and has its answer', async () => {
		const { output, hints } = await run({ reasoningEffort: 'low' }, model('gpt-4.1'));
		expect(output).toHaveLength(1);
		expect(lastChat()).not.toHaveProperty('reasoning');
		expect(hints).toContainEqual({
			message: 'gpt-4.1 does not take Reasoning Effort, so it was asked without it',
			type: 'info',
			location: 'outputPane',
		});
	});

	test('takes additional parameters from an expression, and lets them win', async () => {
		await run(
			{ temperature: 0, additionalParameters: '={{ $json.more }}' },
			{},
			{ more: { temperature: 1, max_tokens: 777 } },
		);
		expect(lastChat()).toMatchObject({ temperature: 1, max_tokens: 777 });
	});

	test.each([
		[
			'{ "top_p": ',
			'it is not valid JSON: in line 1, column 12 a value belongs, and there is the end',
		],
		['{ "__proto__": { "a": 1 } }', 'it has the key __proto__, which would be lost'],
		['{ "model": "other" }', 'model is set by Model; remove it here'],
		['{ "stream": true }', 'stream cannot be used, since the node reads answers as a whole'],
	])('sends nothing where additional parameters cannot be used: %s', async (typed, why) => {
		const before = chatCount();
		const { failures } = await run({ additionalParameters: typed });
		expect(failures[0]?.message).toContain(
			`The parameter Options → Additional Parameters cannot be used: ${why}`,
		);
		expect(chatCount()).toBe(before);
	});
});

test('questions go out in parts where the model cannot think and answer all of them at once', async () => {
	const question = Array.from({ length: 60 }, (_, i) => ({ key: `key_${i}`, question: `${i}?` }));
	const before = chatCount();
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions: { question },
		...model('gemini-2.5-pro'),
		options: { reasoningEffort: 'high' },
	});
	expect(Object.keys(Object(output[0]?.json.answers))).toHaveLength(60);
	expect(chatCount()).toBe(before + 2);
	expect(lastChat().max_tokens).toBe(40_000);
});

describe('the list of models', () => {
	const data = [
		{
			id: 'a',
			name: 'Model A',
			pricing: {
				global: { prompt: 3, completions: 15 },
				us: { prompt: 3.3, completions: 16.5 },
				regional_increase_percent: 10,
			},
			retirement_date: 1_806_451_200,
		},
	];
	const names = async (region: string, options: INodeParameters) => {
		const { results } = await bench.harness.listSearch('llmGatewayAskQuestions', 'searchModels', {
			parameters: { options },
			credentials: {
				assemblyAiAccountApi: { ...bench.credentials().assemblyAiAccountApi, region },
			},
		});
		return results.map(({ name }) => name);
	};

	test.each([
		['custom', {}, 'from $3 in, $15 out'],
		['custom', { modelRegion: 'global' }, '$3 in, $15 out'],
		['custom', { modelRegion: 'inRegion' }, 'from $3 in, $15 out'],
	])('in the region %s with %j shows %s, and when it retires', async (region, options, price) => {
		bench.sandbox.fail({
			path: '/v1/models',
			fault: { kind: 'status', status: 200, body: { data } },
		});
		expect(await names(region, options)).toEqual([`Model A (${price}, retires 2027-03-31)`]);
	});
});
