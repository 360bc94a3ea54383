import type { INodeParameters } from 'n8n-workflow';
import {
	QUESTION_SET_NAMES,
	QUESTION_SETS,
} from '../../../nodes/shared/questions/sets/questionSets';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterAll(async () => await bench.close());

const ask = async (parameters: INodeParameters, json = {}, onError?: 'continueErrorOutput') =>
	await bench.ask([{ json: { transcriptId, ...json } }], parameters, {
		...(onError && { node: { onError } }),
	});
const chats = () => bench.sandbox.requestsTo('POST', '/v1/chat/completions');
const REPLACED = "Asked in place of the set's own question";
const keysOf = (answers: unknown) => Object.keys(Object(answers));

test('the list begins with an example question', async () => {
	const { output } = await ask({});
	expect(output[0]?.json.answers).toEqual({ customer_sentiment: 'positive' });
});

test('questions come from an earlier node as an array, under the names of the former API too', async () => {
	const rows = [
		{ question: 'How does the customer feel?', answer_options: ['positive', 'negative'] },
		{
			Key: 'price',
			Question: 'What does the yearly plan cost in dollars?',
			'Answer Type': 'Number',
		},
	];
	const { output } = await ask(
		{ questionSource: 'json', questionsJson: '={{ $json.rows }}' },
		{ rows },
	);
	expect(output[0]?.json.answers).toEqual({ how_does_the_customer_feel: 'positive', price: 89 });
});

test('questions are typed as JSON, which begins with an example', async () => {
	const example = await ask({ questionSource: 'json' });
	expect(example.output[0]?.json.answers).toEqual({ customer_sentiment: 'positive' });

	const typed = await ask({ questionSource: 'json', questionsJson: '["Who calls?"]' });
	expect(keysOf(typed.output[0]?.json.answers)).toEqual(['who_calls']);
});

test.each([
	[
		'[\n{',
		'it is not valid JSON: in line 2, column 2 a name in quotation marks or } belongs, and there is the end',
	],
	['{"question": "One?"}', 'it is not an array of questions'],
	['["One?", 7]', 'entry 2 is neither an object nor a text'],
])('JSON %s is refused with a clear message', async (questionsJson, why) => {
	const { failures } = await ask(
		{ questionSource: 'json', questionsJson },
		{},
		'continueErrorOutput',
	);
	expect(failures[0]?.message).toContain(
		`The parameter Questions (JSON) cannot be used: ${why}. Check the value`,
	);
});

test.each([
	['callSentiment', 'customer_sentiment_change'],
	['callSentimentGuide', 'agent_enthusiasm_quote'],
	['meetingFollowUp', 'action_items'],
	['salesQualification', 'interest_level'],
	['supportQuality', 'is_resolved'],
])('the set %s is asked in one request', async (questionSet, key) => {
	const before = chats().length;
	const { output } = await ask({ questionSource: 'readyMade', questionSet });
	expect(keysOf(output[0]?.json.answers)).toContain(key);
	expect(chats()).toHaveLength(before + 1);
});

test.each(QUESTION_SET_NAMES)(
	'a node fresh from the list of nodes asks nothing but the set %s',
	async (questionSet) => {
		const { output, status, hints } = await ask({ questionSource: 'readyMade', questionSet });
		expect(status).toBe('success');
		expect(keysOf(output[0]?.json.answers)).toEqual(
			QUESTION_SETS[questionSet].map(({ key }) => key),
		);
		expect(hints.filter(({ message }) => message.startsWith(REPLACED))).toEqual([]);
	},
);

test('the example of the list stays with the list', async () => {
	const questions = { question: [{ key: 'map', question: 'Which map is it about?' }] };
	const { output } = await ask({ questionSource: 'readyMade', questions });
	expect(keysOf(output[0]?.json.answers)).not.toContain('map');
});

test('own questions are added to a set', async () => {
	const additionalQuestions = { question: [{ key: 'map', question: 'Which map is it about?' }] };
	const { output } = await ask({ questionSource: 'readyMade', additionalQuestions });
	const keys = keysOf(output[0]?.json.answers);
	expect(keys[0]).toBe('call_reason');
	expect(keys.at(-1)).toBe('map');
});

test('an own question with a key of the set takes its place, and a hint says so once for all items', async () => {
	const additionalQuestions = { question: [{ key: 'call_reason', question: 'Which map?' }] };
	const { output, hints } = await bench.ask(
		[{ json: { transcriptId } }, { json: { transcriptId } }],
		{
			questionSource: 'readyMade',
			additionalQuestions,
		},
	);
	expect(output).toHaveLength(2);
	expect([output[0]?.json.details].flat()[0]).toMatchObject({
		key: 'call_reason',
		question: 'Which map?',
	});
	expect(hints.filter(({ message }) => message.startsWith(REPLACED))).toEqual([
		{
			message: `${REPLACED}: your call_reason`,
			type: 'info',
			location: 'outputPane',
		},
	]);
});

test('two own questions with one key are refused', async () => {
	const twice = { key: 'call_reason', question: 'Why?' };
	const { failures } = await ask(
		{ questionSource: 'readyMade', additionalQuestions: { question: [twice, twice] } },
		{},
		'continueErrorOutput',
	);
	expect(failures[0]?.message).toContain('Several questions have the same key: call_reason');
});
