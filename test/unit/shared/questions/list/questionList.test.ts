import fc from 'fast-check';
import { AssemblyAiError } from '../../../../../nodes/shared/api/core/errors';
import { ANSWER_TYPES } from '../../../../../nodes/shared/questions/question';
import { readQuestions } from '../../../../../nodes/shared/questions/list/questionList';

test('a question needs nothing but its text', () => {
	expect(readQuestions([{ question: ' How was it? ' }])).toEqual([
		{
			key: 'how_was_it',
			question: 'How was it?',
			context: '',
			answerType: 'text',
			choices: [],
			answerFormat: '',
			saidBy: '',
		},
	]);
});

test('keys made from questions keep clear of each other and of given ones', () => {
	const keys = readQuestions([
		{ question: 'Mood?' },
		{ question: 'What?', key: 'mood_2' },
		{ question: 'Mood!' },
		{ question: 'Mood.' },
	]).map(({ key }) => key);
	expect(keys).toEqual(['mood', 'mood_2', 'mood_3', 'mood_4']);
});

test.each([
	['a, b ,, c', ['a', 'b', 'c']],
	['a, or b\nc', ['a, or b', 'c']],
	[
		['a, or b', 'a, or b', 3, true],
		['a, or b', '3', 'true'],
	],
	[
		['good', null, 'bad', undefined, ''],
		['good', 'bad'],
	],
])('choices %j are %j', (choices, expected) => {
	const [question] = readQuestions([{ question: 'Which?', answerType: 'severalOf', choices }]);
	expect(question?.choices).toEqual(expected);
});

test('numbers are texts, and the case of an answer type does not matter', () => {
	const row = { question: 2, key: 7, context: true, answerType: ' YesNo ', saidBy: null };
	expect(readQuestions([row, { question: 'B?', answerType: '' }])).toMatchObject([
		{ question: '2', key: '7', context: 'true', answerType: 'yesNo', saidBy: '' },
		{ question: 'B?', answerType: 'text' },
	]);
});

test('choices that the answer type does not take are left out', () => {
	const [question] = readQuestions([{ question: 'Which?', answerType: 'text', choices: 'a,b' }]);
	expect(question?.choices).toEqual([]);
});

test.each([
	[[], 'There is no question to ask'],
	[[{}], 'Question 1 has no text'],
	[[{ question: 'A?' }, { question: '  ' }], 'Question 2 has no text'],
	[[7], 'Question 1 cannot be used (question: it is not an object with the fields of a question)'],
	[
		[{ question: 'A?', answerType: 'colour' }],
		'Question 1 cannot be used (answerType: there is no such type)',
	],
	[[{ question: 'A?', context: ['a'] }], 'Question 1 cannot be used (context: it is not a text)'],
	[
		[{ question: 'A?', answerType: 'oneOf', choices: 'x,x' }],
		'Question 1 ("A?") has fewer than two choices',
	],
	[
		[
			{ question: 'A?', key: 'k' },
			{ question: 'B?', key: 'k' },
		],
		'Several questions have the same key: k',
	],
	[
		[{ question: 'A?', answerType: 'oneOf', choices: ['x', { name: 'y' }] }],
		'The choices of Question 1 cannot be used: choice 2 is not a text',
	],
	[
		[{ question: 'A?', answerType: 'oneOf', choices: { name: 'y' } }],
		'The choices of Question 1 cannot be used: they are neither a text nor a list',
	],
	[[{ question: 'A?', key: '__proto__' }], 'A question cannot have the key __proto__'],
])('%j is refused: %s', (list, message) => {
	expect(() => readQuestions(list)).toThrow(message);
});

test('any list gives questions with a key, a text and a type of their own, or a clear error', () => {
	const text = fc.oneof(fc.string(), fc.constant(null), fc.integer());
	const row = fc.record(
		{
			key: text,
			question: text,
			context: text,
			answerType: fc.oneof(fc.constantFrom(...ANSWER_TYPES), fc.string(), fc.constant(null)),
			choices: fc.oneof(text, fc.array(text), fc.constant('a, b')),
			answerFormat: text,
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(row, fc.anything())), (list) => {
			try {
				const questions = readQuestions(list);
				expect(questions).toHaveLength(list.length);
				expect(new Set(questions.map(({ key }) => key)).size).toBe(list.length);
				for (const { key, question } of questions) {
					expect([key, question]).not.toContain('');
				}
			} catch (error) {
				expect(error).toBeInstanceOf(AssemblyAiError);
			}
		}),
		{ numRuns: 500 },
	);
});

test('sections that read the same are one, under the name that comes first', () => {
	const section = fc.tuple(
		fc.constantFrom(
			'Manner',
			'manner',
			'MANNER',
			'Sales talk',
			'sales  TALK',
			'General',
			'general',
			'',
		),
		fc.constantFrom('', ' '),
	);
	fc.assert(
		fc.property(fc.array(section, { minLength: 1, maxLength: 8 }), (parts) => {
			const names = parts.map(([name, blank]) => `${blank}${name}${blank}`);
			const rows = names.map((name, i) => {
				return { question: `Q${i}?`, answerType: 'yesNo', points: 1, section: name };
			});
			const read = readQuestions(rows).map(({ scoring }) => scoring?.section ?? '');
			const plain = (name: string) => (name.trim() || 'General').toLowerCase().replace(/ +/g, ' ');
			expect(read.map(plain)).toEqual(names.map(plain));
			expect(new Set(read).size).toBe(new Set(names.map(plain)).size);
			expect(read[0]).toBe(names[0]?.trim() || 'General');
		}),
	);
});

test('points may be an object written as text, as in a cell of a sheet', () => {
	const row = { question: 'Done?', answerType: 'yesNo', points: ' {"yes": 10, "no": 2}' };
	const [read] = readQuestions([row]);
	expect(read?.scoring?.points).toMatchObject({
		values: new Map(Object.entries({ yes: 10, no: 2 })),
	});
});
