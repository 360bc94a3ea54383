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

const chats = () => bench.sandbox.requestsTo('POST', '/v1/chat/completions');
const model = (value: string): INodeParameters => ({ model: { __rl: true, mode: 'id', value } });
const typedIn = (...ids: string[]): INodeParameters => ({ model: ids.map(model) });
const ask = async (parameters: INodeParameters, count = 1) =>
	await bench.ask(
		Array.from({ length: count }, () => ({ json: { transcriptId } })),
		{ questions: { question: [{ key: 'mood', question: 'How was it?' }] }, ...parameters },
	);

test('fallback models are asked in their order when a model is not there', async () => {
	const before = chats().length;
	const fallbackModels = typedIn('claude-8', 'claude-haiku-4-5-20251001');
	const { output } = await ask({ ...model('claude-9'), options: { fallbackModels } });
	expect(output[0]?.json.model).toBe('claude-haiku-4-5-20251001');
	expect(
		chats()
			.slice(before)
			.map(({ status }) => status),
	).toEqual([400, 400, 200]);
});

test('a refused model is not asked again by the items that come later', async () => {
	const before = chats().length;
	const { output } = await ask(
		{ ...model('claude-9'), options: { fallbackModels: typedIn('claude-sonnet-4-6') } },
		12,
	);
	expect(output).toHaveLength(12);
	const refusals = chats()
		.slice(before)
		.filter(({ status }) => status === 400);
	expect(refusals.length).toBeLessThanOrEqual(5);
});

test('fallback models are named to the service in the one request', async () => {
	const before = chats().length;
	await ask({ options: { fallbackModels: typedIn('claude-haiku-4-5-20251001') } });
	expect(chats()).toHaveLength(before + 1);
	expect(chats().at(-1)?.json).toMatchObject({
		model: 'claude-sonnet-4-6',
		fallbacks: [{ model: 'claude-haiku-4-5-20251001' }],
	});
});

test('a transcript too long for a model names those of the region that hold it', async () => {
	const words = 'It is a blue map and we like it very much. '.repeat(20_000);
	const { failures } = await bench.ask(
		[{ json: { words } }],
		{
			transcriptSource: 'text',
			transcriptText: '={{ $json.words }}',
			questions: { question: [{ question: 'Which map?' }] },
		},
		{ node: { onError: 'continueErrorOutput' } },
	);
	expect(failures[0]?.message).toMatch(
		/400: model context limit exceeded.*about 2\d\d,000 tokens, estimated.*would hold them: gpt-5-mini \(400,000\), gpt-5-nano \(400,000\), gpt-5\.1 \(400,000\) and \d+ more\./,
	);
});

test('a hundred questions are asked and answered in one request', async () => {
	const before = chats().length;
	const question = Array.from({ length: 100 }, (_, i) => ({
		key: `key_${i}`,
		question: `What is said about dollars, number ${i}?`,
	}));
	const { output } = await ask({ questions: { question } });
	expect(Object.keys(Object(output[0]?.json.answers))).toHaveLength(100);
	expect(chats()).toHaveLength(before + 1);
});

test('the list tells name, format, size and price, models with reliable answer types first', async () => {
	bench.sandbox.fail({
		path: '/v1/models',
		times: Infinity,
		fault: {
			kind: 'status',
			status: 200,
			body: {
				data: [
					{
						id: 'a',
						name: 'Model A',
						context_length: 200_000,
						supported_parameters: ['response_format'],
						pricing: { global: { prompt: 3, completions: 15 } },
					},
					{ id: 'b', name: 'Model B', supported_parameters: [], pricing: { global: 'free' } },
					{ id: 'c', name: null, context_length: null, supported_parameters: null, pricing: null },
					{ id: 'd', name: 'Model D', context_length: 131_072, supported_parameters: [] },
					{
						id: 'e',
						name: 'Early Model',
						context_length: 1_047_576,
						supported_parameters: ['response_format'],
					},
				],
			},
		},
	});
	const { results } = await bench.harness.listSearch('llmGatewayAskQuestions', 'searchModels', {
		parameters: {},
		credentials: bench.credentials(),
	});
	expect(results).toEqual([
		{ name: 'Early Model (reliable answer types, 1M tokens)', value: 'e' },
		{ name: 'Model A (reliable answer types, 200k tokens, from $3 in, $15 out)', value: 'a' },
		{ name: 'c', value: 'c' },
		{ name: 'Model B', value: 'b' },
		{ name: 'Model D (131k tokens)', value: 'd' },
	]);
});
