import type { INodeParameters } from 'n8n-workflow';
import example from '../../../examples/call-scorecard-to-sheet.json';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const ask = async (parameters: INodeParameters, json = {}) =>
	await bench.ask([{ json: { transcriptId, ...json } }], parameters, {
		node: { onError: 'continueErrorOutput' },
	});

const rows = [
	{
		key: 'tone',
		question: "What is the agent's sentiment?",
		answerType: 'oneOf',
		choices: 'positive, neutral, negative',
		points: 'positive=5, neutral=2',
		section: 'Manner',
	},
	{
		key: 'price',
		question: 'What does the yearly plan cost in dollars?',
		answerType: 'number',
		points: '>=50=3, >=80=8',
		section: 'Offer',
	},
	{
		key: 'airline',
		question: 'Which airline does the customer fly with?',
		answerType: 'text',
		points: '10',
		section: 'Offer',
		critical: true,
	},
	{ key: 'about', question: 'What is the call about?', answerType: 'text' },
];

const whole = { passMark: 80, criticalFailed: [], notApplicable: ['airline'] };
const scorecard = {
	...whole,
	...{ score: 13, maxScore: 13, percent: 100, passed: true },
	sections: {
		Manner: { score: 5, maxScore: 5, percent: 100, passed: true },
		Offer: { score: 8, maxScore: 8, percent: 100, passed: true },
	},
	points: { tone: 5, price: 8, airline: null },
};

const sheet = rows.map((row, i) => ({
	...{ row_number: i + 2, Key: row.key, Question: row.question, 'Answer Type': row.answerType },
	...{ Choices: row.choices ?? '', POINTS: row.points ?? '', Section: row.section ?? '' },
	Critical: row.critical ? 'x' : '',
}));

test.each([
	['typed into the list', { questions: { question: rows } }],
	['as JSON', { questionSource: 'json', questionsJson: JSON.stringify(rows) }],
	['as rows of a sheet', { questionSource: 'json', questionsJson: '={{ $json.sheet }}' }],
])('points %s are added up', async (_, parameters) => {
	bench.sandbox.clearFaults();
	const { output } = await ask(parameters, { sheet });
	expect(output[0]?.json.scorecard).toEqual(scorecard);
	expect([output[0]?.json.details].flat()).toMatchObject([
		{ key: 'tone', section: 'Manner', critical: false, points: 5, maxPoints: 5 },
		{ key: 'price', section: 'Offer', critical: false, points: 8, maxPoints: 8 },
		{ key: 'airline', section: 'Offer', critical: true, points: null, maxPoints: 10 },
		{ key: 'about' },
	]);
	expect([output[0]?.json.details].flat()[3]).not.toHaveProperty('points');
});

test('without points there is no scorecard', async () => {
	const { output } = await ask({ questions: { question: [{ question: 'What is it about?' }] } });
	expect(output[0]?.json).not.toHaveProperty('scorecard');
});

test('with an item for each question, all have the same columns', async () => {
	const { output } = await ask({ questions: { question: rows }, outputItems: 'perQuestion' });
	expect(output.map(({ json }) => [json.key, json.section, json.points, json.maxPoints])).toEqual([
		['tone', 'Manner', 5, 5],
		['price', 'Offer', 8, 8],
		['airline', 'Offer', null, 10],
		['about', null, null, null],
	]);
	expect(output[3]?.json).toMatchObject({ critical: null });
	expect(output[0]?.json).not.toHaveProperty('scorecard');
});

const reply = (answer: string, quote: string) =>
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		times: 1,
		fault: {
			kind: 'chatReply',
			content: JSON.stringify({
				answers: [{ index: 1, known: true, answer, reason: 'So it is.', quote }],
			}),
		},
	});

const isResolved = {
	question: [
		{ key: 'done', question: 'Is it done?', answerType: 'yesNo', points: '10', critical: true },
	],
};

test.each([
	['yes', false, { score: 10, passed: true, criticalFailed: [] }],
	['yes', true, { score: 0, passed: false, criticalFailed: ['done'] }],
	['no', false, { score: 0, passed: false, criticalFailed: ['done'] }],
])(
	'a critical %s with a quote that nobody said, Points Need a Quote %s',
	async (answer, pointsNeedQuote, expected) => {
		reply(answer, 'Nobody ever said these words.');
		const { output } = await ask({ questions: isResolved, options: { pointsNeedQuote } });
		expect(output[0]?.json.scorecard).toMatchObject({ ...expected, maxScore: 10 });
	},
);

test('the pass mark decides', async () => {
	const plain = { ...rows[1], points: '>=50=7, >=500=10' };
	const passed = async (passMark: number) => {
		const { output } = await ask({ questions: { question: [plain] }, options: { passMark } });
		return Object(output[0]?.json.scorecard).passed;
	};
	expect([await passed(70), await passed(71)]).toEqual([true, false]);
});

test('Support Quality is a scorecard of 100 points', async () => {
	const { output } = await ask({ questionSource: 'readyMade', questionSet: 'supportQuality' });
	const details: unknown[] = [output[0]?.json.details].flat();
	const most = details.map((one) => Number(Object(one).maxPoints ?? 0));
	expect(most.reduce((sum, value) => sum + value, 0)).toBe(100);
	expect(Object.keys(Object(output[0]?.json.scorecard).sections)).toEqual([
		'Solution',
		'Compliance',
		'Manner',
	]);
});

test('the questions of the example give the sample call its full 100 points', async () => {
	const node = example.nodes.find(({ name }) => name === 'LLM Gateway Ask Questions');
	const { output } = await ask({ questions: Object(node?.parameters).questions });
	expect(output[0]?.json.scorecard).toMatchObject({
		...{ score: 100, maxScore: 100, percent: 100, passed: true, notApplicable: [] },
		sections: { Manner: { maxScore: 50 }, Result: { maxScore: 30 }, Offer: { maxScore: 20 } },
	});
});

const yesNo = { question: 'Is it done?', answerType: 'yesNo' };

test.each([
	[
		{ ...yesNo, points: 'yes=ten' },
		'The points of Question 1 ("Is it done?") cannot be used: "yes=ten": "ten" for "yes" is not a number of points. Give points from 0 to 999999 for yes and no, such as "yes=10, no=0", or one number, which a yes gives.',
	],
	[
		{ question: 'Mood?', answerType: 'oneOf', choices: 'good, bad', points: 'god=5' },
		'The points of Question 1 ("Mood?") cannot be used: "god=5": "god" is not one of the choices. Give points from 0 to 999999 for each choice that has some, such as "positive=5, neutral=2", or one per line if choices have commas.',
	],
	[
		{ question: 'How many?', answerType: 'number', points: '8=10' },
		'The points of Question 1 ("How many?") cannot be used: "8=10": "8" is not a threshold. Give points from 0 to 999999 by thresholds that all begin with >= or all with <=, such as ">=8=10, >=5=5", or one number, which any answer with a verified quote gives.',
	],
	[
		{ question: 'Why?', answerType: 'text', points: 'price=5' },
		'The points of Question 1 ("Why?") cannot be used: "price=5": it names answers, and this answer type can be anything. Give one number from 0 to 999999, which any answer with a verified quote gives.',
	],
	[
		{ ...yesNo, critical: true },
		'Question 1 ("Is it done?") is critical but has no points. Give it points, such as "yes=10, no=0": the call fails where its answer gives none. Or turn Critical off.',
	],
	[
		{ ...yesNo, points: '5', critical: 'perhaps' },
		'Whether Question 1 ("Is it done?") is critical cannot be read from "perhaps". Give true or false, or yes or no.',
	],
	[
		{ ...yesNo, points: '5', section: '__proto__' },
		'Question 1 ("Is it done?") cannot be in a section __proto__. Choose another name: to JavaScript this one means something else.',
	],
])('wrong points are refused by name before anything is asked: %j', async (row, message) => {
	const before = bench.sandbox.requestsTo('POST', '/v1/chat/completions').length;
	const typed = await ask({ questions: { question: [row] } });
	const json = await ask({ questionSource: 'json', questionsJson: JSON.stringify([row]) });
	for (const { failures } of [typed, json]) expect(failures[0]?.message).toContain(message);
	expect(bench.sandbox.requestsTo('POST', '/v1/chat/completions')).toHaveLength(before);
});

test('a column that is nearly called points is an error, so that no points are lost', async () => {
	const questionsJson = JSON.stringify([{ ...yesNo, pionts: '5' }]);
	const { failures } = await ask({ questionSource: 'json', questionsJson });
	expect(failures[0]?.message).toContain(
		'entry 1 has a column "pionts": if it is the points of the question, name it "points", else rename it',
	);
});

test.each([
	[
		{ ...rows[2] },
		false,
		'The points of airline need a quote, and Evidence is off. Turn on Evidence, or take the points off this question.',
	],
	[
		{ ...rows[0] },
		true,
		'The points of tone need a quote, and Evidence is off. Turn on Evidence, or turn off Points Need a Quote.',
	],
])('points that need a quote are refused without Evidence', async (row, needQuote, message) => {
	const options = { evidence: false, pointsNeedQuote: needQuote };
	const { failures } = await ask({ questions: { question: [row] }, options });
	expect(failures[0]?.message).toContain(message);
});
