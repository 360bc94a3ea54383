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

const questions: INodeParameters = {
	question: [
		{ key: 'price', question: 'What does the yearly plan cost in dollars?', answerType: 'number' },
		{ key: 'airline', question: 'Which airline does the customer fly with?', answerType: 'text' },
	],
};

test('each answer can be an item of its own, paired with its recording', async () => {
	const items = [
		{ json: { transcriptId, crmId: 'C-1' } },
		{ json: { transcriptId, crmId: 'C-2' } },
	];
	const { output } = await bench.ask(items, {
		questions,
		outputItems: 'perQuestion',
		options: { includeInputFields: true },
	});

	expect(
		output.map(({ json, pairedItem }) => [json.crmId, json.key, json.answer, pairedItem]),
	).toEqual([
		['C-1', 'price', 89, { item: 0 }],
		['C-1', 'airline', null, { item: 0 }],
		['C-2', 'price', 89, { item: 1 }],
		['C-2', 'airline', null, { item: 1 }],
	]);
	expect(output[0]?.json).toEqual({
		crmId: 'C-1',
		question: 'What does the yearly plan cost in dollars?',
		answer: 89,
		reason: expect.any(String),
		quote: expect.stringContaining('89 dollars'),
		speaker: 'A',
		at: '00:31',
		verified: true,
		exact: true,
		problem: null,
		start: expect.any(Number),
		end: expect.any(Number),
		key: 'price',
		transcriptId,
		model: 'claude-sonnet-4-6',
		requestId: expect.any(String),
	});
});

test('in a table, an answer with its reason and quote comes first', async () => {
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions,
		outputItems: 'perQuestion',
	});
	const columns = ['question', 'answer', 'reason', 'quote', 'speaker', 'at'];
	expect(Object.keys(output[0]?.json ?? {}).slice(0, columns.length)).toEqual(columns);
});

test('the reason for an answer that is left out can still be mapped', async () => {
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions,
		options: { unknownAnswers: 'omit' },
	});
	expect(output[0]?.json.answers).toEqual({ price: 89 });
	expect(Object(output[0]?.json.evidence).airline).toMatchObject({ quote: null, at: null });
});

test('unknown answers can be left out as items, too', async () => {
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions,
		outputItems: 'perQuestion',
		options: { unknownAnswers: 'omit', evidence: false },
	});
	expect(output.map(({ json }) => json)).toEqual([
		{
			key: 'price',
			question: 'What does the yearly plan cost in dollars?',
			answer: 89,
			transcriptId,
			model: 'claude-sonnet-4-6',
			requestId: expect.any(String),
		},
	]);
});

test("the input's fields and files pass along; where both have a field the node's own stays", async () => {
	const file = await bench.file('words', 'note.txt', 'text/plain');
	const item = { json: { transcriptId, model: 'theirs', crmId: 'C-1' }, binary: { note: file } };
	const { output } = await bench.ask([item], { questions, options: { includeInputFields: true } });
	expect(output[0]?.json).toMatchObject({ crmId: 'C-1', model: 'claude-sonnet-4-6' });
	expect(output[0]?.binary?.note?.fileName).toBe('note.txt');
});

test("the run's tokens are recorded where n8n keeps those of its AI nodes, those of failed items too", async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		nth: 3,
		fault: { kind: 'chatReply', content: 'I will not.', finishReason: 'refusal' },
	});
	const items = [1, 2, 3].map(() => ({ json: { transcriptId } }));
	const { run, output, failed } = await bench.ask(
		items,
		{ questions },
		{
			node: { onError: 'continueErrorOutput' },
		},
	);
	expect([output.length, failed.length]).toEqual([2, 1]);

	const usages = output.map(({ json }) => Object(json.usage));
	const recorded = run.data.resultData.runData.Node?.[0]?.metadata?.tokenUsage;
	const sum = (name: string) => usages.reduce((total, usage) => total + usage[name], 0);
	expect(recorded?.inputTokens).toBeGreaterThan(sum('inputTokens'));
	expect(recorded?.outputTokens).toBeGreaterThan(sum('outputTokens'));
});

describe('the five questions of the demo', () => {
	const sentiments = 'positive, neutral, negative';
	const demo: INodeParameters = {
		question: [
			{
				key: 'call',
				question: 'What is the overall sentiment of the call?',
				answerType: 'oneOf',
				choices: sentiments,
			},
			{
				key: 'agent',
				question: "What is the agent's sentiment?",
				answerType: 'oneOf',
				choices: sentiments,
			},
			{
				key: 'customer',
				question: "What is the customer's sentiment?",
				answerType: 'oneOf',
				choices: sentiments,
			},
			{
				key: 'interest',
				question: "Which quote best shows the customer's level of interest?",
				answerType: 'quote',
			},
			{
				key: 'enthusiasm',
				question: "Which quote best shows the agent's enthusiasm?",
				answerType: 'quote',
			},
		],
	};

	test('get the same answers from a transcript with speakers and from its text with speakers', async () => {
		const { output: found } = await bench.get(transcriptId);
		const byId = await bench.ask([{ json: { transcriptId } }], { questions: demo });
		const byText = await bench.ask(found, {
			questions: demo,
			transcriptSource: 'text',
			transcriptText: '={{ $json.dialogue }}',
		});
		expect(byText.output[0]?.json.answers).toEqual(byId.output[0]?.json.answers);
		expect(Object.values(Object(byId.output[0]?.json.answers))).not.toContain(null);
	});

	test('get the same answers from a transcript by its id and from its text', async () => {
		const plain = await bench.finishedTranscript({ speakerLabels: false });
		const { output: found } = await bench.get(plain);
		const byId = await bench.ask([{ json: { transcriptId: plain } }], { questions: demo });
		const byText = await bench.ask(found, {
			questions: demo,
			transcriptSource: 'text',
			transcriptText: '={{ $json.text }}',
		});
		expect(byText.output[0]?.json.answers).toEqual(byId.output[0]?.json.answers);
		const verified = (result: typeof byId) =>
			[result.output[0]?.json.details].flat().map((one) => Object(Object(one).evidence).verified);
		expect(verified(byText)).toEqual(verified(byId));
	});
});
