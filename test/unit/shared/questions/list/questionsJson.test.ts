import fc from 'fast-check';
import { AssemblyAiError } from '../../../../../nodes/shared/api/core/errors';
import { readQuestions } from '../../../../../nodes/shared/questions/list/questionList';
import { questionsJson } from '../../../../../nodes/shared/questions/list/questionsJson';
import {
	QUESTION_SET_NAMES,
	QUESTION_SETS,
} from '../../../../../nodes/shared/questions/sets/questionSets';

const read = (value: unknown) => readQuestions(questionsJson.parse(value));

test('the field names of the former question-and-answer API are known', () => {
	const [question] = read([
		{
			question: 'Did she buy?',
			context: { product: 'map' },
			answer_format: 'short',
			answer_options: ['Yes', 'No, not yet'],
		},
	]);
	expect(question).toEqual({
		key: 'did_she_buy',
		question: 'Did she buy?',
		context: '{"product":"map"}',
		answerType: 'oneOf',
		choices: ['Yes', 'No, not yet'],
		answerFormat: 'short',
		saidBy: '',
	});
});

test('rows of a sheet are questions, whatever their columns are called; empty rows are none', () => {
	const questions = read([
		{ row_number: 2, Key: 'mood', Question: 'Mood?', 'Answer Type': 'Several Of', Choices: 'a, b' },
		{ row_number: 3, Key: '', Question: '', 'Answer Type': '', Choices: '' },
		{ row_number: 4, Question: 'Price?', answer_type: 'number', answerOptions: null },
		{ row_number: 5, Question: 'Did it?', answerType: 'Yes/No' },
	]);
	expect(questions).toMatchObject([
		{ key: 'mood', answerType: 'severalOf', choices: ['a', 'b'] },
		{ key: 'price', answerType: 'number' },
		{ key: 'did_it', answerType: 'yesNo' },
	]);
});

test('a row of a sheet with nothing but a box that is not ticked is empty', () => {
	const boxes = [false, 'FALSE', 0, 'no'].map((Critical, i) => {
		return { row_number: i + 3, Question: '', Points: '', 'Critical?': Critical };
	});
	expect(read([{ Question: 'Mood?', 'Critical?': false }, ...boxes])).toMatchObject([
		{ key: 'mood' },
	]);
});

test('the mark that Windows writes before a text is no part of the JSON', () => {
	expect(read('\uFEFF["One?"]')).toMatchObject([{ key: 'one' }]);
});

test('two columns for the same field may both be filled in if they say the same', () => {
	expect(read([{ question: 'Done?', points: 5, Point: '5', answerType: 'yesNo' }])).toHaveLength(1);
});

test('empty cells among choices are none', () => {
	const choices = ['good', null, '', undefined, ' bad '];
	expect(read([{ question: 'Mood?', choices }])).toMatchObject([{ choices: ['good', 'bad'] }]);
});

test('JSON text, texts alone and an object around the list are taken', () => {
	expect(read('["One?", {"question": "Two?"}]')).toMatchObject([{ key: 'one' }, { key: 'two' }]);
	expect(read({ questions: ['One?'] })).toMatchObject([{ key: 'one' }]);
});

test('items of n8n are rows, and columns may be plural or in capitals', () => {
	const items = [
		{
			json: { QUESTIONS: 'Happy?', 'Answer-Types': 'yesNo', 'Said By': 'customer' },
			pairedItem: { item: 0 },
		},
		{ json: { row_number: 3, QUESTIONS: '' } },
		{ json: { Question: 'Mood?', Choice: 'good, bad' } },
	];
	expect(read(items)).toMatchObject([
		{ key: 'happy', answerType: 'yesNo', saidBy: 'customer' },
		{ key: 'mood', answerType: 'oneOf', choices: ['good', 'bad'] },
	]);
});

test.each([
	[
		'[{',
		'it is not valid JSON: in line 1, column 3 a name in quotation marks or } belongs, and there is the end',
	],
	['["One?",\n]', 'it is not valid JSON: in line 2, column 1 a value belongs, and there is "]"'],
	['', 'it is empty'],
	[undefined, 'it is empty'],
	['7', 'it is not an array of questions'],
	[{ question: 'One?' }, 'it is not an array of questions'],
	[
		[{ question: 'Price?' }, { qestion: 'Mood?' }],
		'entry 2 has a column "qestion": if it is the question of the question, name it "question", else rename it',
	],
	[
		[{ question: 'Price?', 'answer tpye': 'number' }],
		'entry 1 has a column "answer tpye": if it is the answerType of the question, name it "answerType", else rename it',
	],
	[
		[{ question: 'Price?' }, { row_number: 3, Frage: 'Mood?', Typ: 'text' }],
		'entry 2 has no question: what is filled in are its columns "Frage", "Typ"; name the one with the text "question"',
	],
	[
		[{ question: 'Done?', Points: '5', Point: '6' }],
		'entry 1 has both "Points" and "Point" for the points of the question: leave one of them',
	],
	[
		[{ row_number: 3, Critical: 'TRUE' }],
		'entry 1 has no question: what is filled in are its columns "Critical"; name the one with the text "question"',
	],
	[['One?', 7], 'entry 2 is neither an object nor a text'],
])('%j is refused: %s', (value, message) => {
	expect(questionsJson.safeParse(value).error?.issues).toMatchObject([{ message }]);
});

test('any value gives questions or a clear error', () => {
	const value = fc.oneof(
		fc.anything(),
		fc.json(),
		fc.array(fc.dictionary(fc.string(), fc.anything())),
	);
	fc.assert(
		fc.property(value, (anything) => {
			const list = questionsJson.safeParse(anything);
			if (!list.success) return expect(list.error.issues[0]?.message).toMatch(/.+/);
			try {
				return expect(readQuestions(list.data)).toHaveLength(list.data.length);
			} catch (error) {
				return expect(error).toBeInstanceOf(AssemblyAiError);
			}
		}),
		{ numRuns: 500 },
	);
});

test.each(QUESTION_SET_NAMES)(
	'the set %s is a list of valid questions with keys of their own',
	(name) => {
		const questions = readQuestions(QUESTION_SETS[name]);
		expect(questions.map(({ key }) => key)).toEqual(QUESTION_SETS[name].map(({ key }) => key));
		expect(questions.length).toBeGreaterThan(4);
		for (const { key } of questions) expect(key).toMatch(/^[a-z_]{3,40}$/);
	},
);
