import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { REVIEW_CODES } from '../../../nodes/shared/questions/review/reviewReasons';
import { ASK, Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const price = { key: 'price', question: 'What does the yearly plan cost?', answerType: 'number' };
const airline = { key: 'airline', question: 'Which airline is it?', answerType: 'text' };
const notTold = { key: 'airline', question: 'Which airline is it?', code: 'unknownAnswer' };
const asking = (question: INodeParameters[], options: INodeParameters = {}): INodeParameters => ({
	questions: { question },
	options: { needsReviewOutput: [...REVIEW_CODES], ...options },
});
/** The questions of each item stand on it. */
const ofItem = (options: INodeParameters = {}): INodeParameters => ({
	...asking([], options),
	questionSource: 'json',
	questionsJson: '={{ $json.ask }}',
});
const item = (...ask: INodeParameters[]): INodeExecutionData => ({ json: { transcriptId, ask } });
const places = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => pairedItem);

test('what a person should look at goes out by the second output, the rest by the first', async () => {
	const items = [item(price), item(airline, price), item(price)];
	const result = await bench.ask(items, ofItem());
	expect(places(result.items('Node', 0))).toEqual([{ item: 0 }, { item: 2 }]);
	expect(result.output[0]?.json.needsReview).toEqual([]);
	const second = result.items('Node', 1);
	expect(places(second)).toEqual([{ item: 1 }]);
	expect(second[0]?.json).toMatchObject({
		answers: { airline: null, price: 89 },
		transcriptId,
		needsReview: [{ ...notTold, reason: 'The recording does not tell' }],
	});
});

test('the input item comes along to the second output as to the first', async () => {
	const given = { ...item(airline), json: { transcriptId, ask: [airline], deal: 'D-1' } };
	const result = await bench.ask([given], ofItem({ includeInputFields: true }));
	expect(result.output).toEqual([]);
	expect(result.items('Node', 1)[0]?.json).toMatchObject({ deal: 'D-1', needsReview: [notTold] });
});

test('without the option everything goes out as ever, with nothing added', async () => {
	const result = await bench.ask([item(airline)], asking([airline], { needsReviewOutput: [] }));
	expect(result.output).toHaveLength(1);
	expect(result.output[0]?.json).not.toHaveProperty('needsReview');
	expect(result.items('Node', 1)).toEqual([]);
});

test('with an item for each question only those that need it are looked at', async () => {
	const parameters = { ...asking([price, airline]), outputItems: 'perQuestion' };
	const result = await bench.ask([item()], parameters);
	expect(result.output.map(({ json }) => json.key)).toEqual(['price']);
	expect(result.items('Node', 1).map(({ json }) => json.needsReview)).toMatchObject([[notTold]]);
});

test.each([
	[['unknownAnswer'], ['airline']],
	[['unverifiedQuote'], []],
])(
	'open questions that are left out are looked at if they are among the reasons: %j',
	async (needsReviewOutput, looked) => {
		const options = { needsReviewOutput, unknownAnswers: 'omit' };
		const parameters = { ...asking([price, airline], options), outputItems: 'perQuestion' };
		const result = await bench.ask([item()], parameters);
		expect(result.output.map(({ json }) => json.key)).toEqual(['price']);
		expect(result.items('Node', 1).map(({ json }) => json.key)).toEqual(looked);
	},
);

test('a quote that nobody said and a fallback model are named together', async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		nth: 2,
		fault: {
			kind: 'chatReply',
			content: JSON.stringify({
				answers: [{ index: 1, known: true, answer: '89', reason: 'r', quote: 'I will sue you' }],
			}),
		},
	});
	const fallbackModels = { model: [{ model: { __rl: true, mode: 'id', value: 'gpt-5-mini' } }] };
	const model = { __rl: true, mode: 'id', value: 'claude-9' };
	const result = await bench.ask([item()], { ...asking([price], { fallbackModels }), model });
	expect(result.items('Node', 1)[0]?.json.needsReview).toEqual([
		{
			key: null,
			question: null,
			code: 'fallbackModel',
			reason: 'gpt-5-mini answered in place of claude-9',
		},
		{
			key: 'price',
			question: price.question,
			code: 'unverifiedQuote',
			reason: 'Nobody said the words of the quote',
		},
	]);
});

test('with the error output, what fails goes out by the third', async () => {
	const items = [item(airline), { json: { transcriptId: 'no such' } }, item(price)];
	const result = await bench.ask(items, ofItem(), { node: { onError: 'continueErrorOutput' } });
	expect([0, 1, 2].map((output) => places(result.items('Node', output)))).toEqual([
		[{ item: 2 }],
		[{ item: 0 }],
		[{ item: 1 }],
	]);
	expect(result.items('Node', 2)[0]?.json.error).toMatchObject({ message: expect.any(String) });
});

test('with Continue On Fail, what fails stays in the first', async () => {
	const items = [item(airline), { json: { transcriptId: 'no such' } }];
	const result = await bench.ask(items, ofItem(), { node: { onError: 'continueRegularOutput' } });
	expect(places(result.output)).toEqual([{ item: 1 }]);
	expect(result.output[0]?.json).toHaveProperty('error');
	expect(places(result.items('Node', 1))).toEqual([{ item: 0 }]);
});

test('an expression for the reasons is refused by name, since n8n draws no output for it', async () => {
	const parameters = asking([airline], { needsReviewOutput: '={{ ["unknownAnswer"] }}' });
	const result = await bench.ask([item()], parameters);
	expect(result.output).toEqual([]);
	expect(result.error('Node')?.message).toContain(
		'The parameter Options → Needs Review Output cannot be used: choose from: fallbackModel, noQuote, noSpeakers, transcriptWarning, unknownAnswer, unverifiedQuote',
	);
});

test('the nodes behind the second output are those that run', async () => {
	const run = await bench.harness.run({
		credentials: bench.credentials(),
		start: 'Start',
		startItems: [item(airline), item(price)],
		workflow: {
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
				{ name: 'Ask', type: `n8n-nodes-assemblyai-ask.${ASK}`, parameters: ofItem() },
				{ name: 'Write', type: 'n8n-nodes-base.noOp', parameters: {} },
				{ name: 'Look', type: 'n8n-nodes-base.noOp', parameters: {} },
			],
			connections: {
				Start: { main: [[{ node: 'Ask', type: 'main', index: 0 }]] },
				Ask: {
					main: [
						[{ node: 'Write', type: 'main', index: 0 }],
						[{ node: 'Look', type: 'main', index: 0 }],
					],
				},
			},
		},
	});
	expect(run.items('Write')).toHaveLength(1);
	expect(run.items('Look').map(({ json }) => json.needsReview)).toMatchObject([[notTold]]);
});
