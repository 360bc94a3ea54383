import { keyFor, readQuestions } from '../../../../../nodes/shared/questions/list/questionList';
import { refusalOf } from '../../../../support/unit/refusalOf';

const TYPES = 'text, yesNo, number, oneOf, severalOf, date, list, quote';
const rowHint = `Each question has a text; its answer type is one of ${TYPES}.`;
const choicesHint =
	'Give a list of texts, such as {{ $json.moods.map((mood) => mood.name) }}, or one text with commas.';
const which = (choices: unknown) => [{ question: 'Which?', answerType: 'oneOf', choices }];

test.each([
	[[], 'There is no question to ask', 'Add at least one question to the list Questions.'],
	[
		[{ question: 'A?' }, { question: ' ' }],
		'Question 2 has no text',
		'Type a question, or remove this entry.',
	],
	[
		[7],
		'Question 1 cannot be used (question: it is not an object with the fields of a question)',
		rowHint,
	],
	[
		[{ question: 'A?', answerType: 'colour' }],
		'Question 1 cannot be used (answerType: there is no such type)',
		rowHint,
	],
	[
		[{ question: 'A?', answerType: 7 }],
		'Question 1 cannot be used (answerType: there is no such type)',
		rowHint,
	],
	...['key', 'question', 'context', 'answerFormat', 'saidBy', 'section'].map(
		(field) =>
			[
				[{ question: 'A?', [field]: {} }],
				`Question 1 cannot be used (${field}: it is not a text)`,
				rowHint,
			] as const,
	),
	[
		which(['x', { name: 'y' }]),
		'The choices of Question 1 cannot be used: choice 2 is not a text',
		choicesHint,
	],
	[
		which([['x'], 'y']),
		'The choices of Question 1 cannot be used: choice 1 is not a text',
		choicesHint,
	],
	[
		which({ name: 'y' }),
		'The choices of Question 1 cannot be used: they are neither a text nor a list',
		choicesHint,
	],
	...['', 'x', 'x, x', ['x'], [], null, undefined].map(
		(choices) =>
			[
				which(choices),
				'Question 1 ("Which?") has fewer than two choices',
				'Type the allowed answers into Choices, separated by commas or one per line, or choose another answer type.',
			] as const,
	),
	[
		[{ question: 'A?', key: '__proto__' }],
		'A question cannot have the key __proto__',
		'Choose another key: to JavaScript this name means something else.',
	],
	[
		['k', 'k', 'b', 'a', 'a', 'k'].map((key) => ({ question: 'A?', key })),
		'Several questions have the same key: k, a',
		'Give each question a key of its own, since answers are found by their key.',
	],
	[
		[{ question: 'A?' }, { question: 'B?', answerType: 'yesNo', points: 'maybe=1' }],
		'The points of Question 2 ("B?") cannot be used: "maybe=1": "maybe" is neither yes nor no',
		'Give points from 0 to 999999 for yes and no, such as "yes=10, no=0", or one number, which a yes gives.',
	],
] as ReadonlyArray<readonly [unknown[], string, string]>)(
	'%j is refused with advice: %s',
	(list, message, hint) => {
		expect(refusalOf(() => readQuestions(list))).toEqual({ message, hint });
	},
);

test('two choices are enough, of whatever type that names some', () => {
	for (const answerType of ['oneOf', 'severalOf']) {
		const [question] = readQuestions([{ question: 'Which?', answerType, choices: 'x, y' }]);
		expect(question).toMatchObject({ answerType, choices: ['x', 'y'] });
	}
});

test('all that is given of a question is kept, and its points are those of its choices', () => {
	const [question] = readQuestions([
		{
			key: ' mood ',
			question: ' Mood? ',
			context: ' A is the agent. ',
			answerType: ' SEVERALOF ',
			choices: 'good, bad\n bad, good \ngood, bad',
			answerFormat: ' one ',
			saidBy: ' Dana ',
			points: { 'good, bad': 5 },
			section: ' Tone ',
			critical: 'yes',
		},
	]);
	expect(question).toEqual({
		key: 'mood',
		question: 'Mood?',
		context: 'A is the agent.',
		answerType: 'severalOf',
		choices: ['good, bad', 'bad, good'],
		answerFormat: 'one',
		saidBy: 'Dana',
		scoring: {
			points: { by: 'answer', values: new Map([['good, bad', 5]]), areTogether: true },
			section: 'Tone',
			critical: true,
		},
	});
});

test('a question without points has no scoring at all', () => {
	expect(readQuestions([{ question: 'A?', section: 'Tone' }])[0]).not.toHaveProperty('scoring');
});

test.each([
	[49, 'abcd', `${'x'.repeat(44)}_abcd`],
	[50, 'abcde', `${'x'.repeat(44)}_abcde`],
	[51, 'abcdef', 'x'.repeat(44)],
])('a key of %i characters, with the last word %s', (_, last, key) => {
	expect(keyFor(`${'x'.repeat(44)} ${last}`, new Set())).toBe(key);
});

test.each([
	['x'.repeat(50), 'x'.repeat(50)],
	['x'.repeat(51), 'x'.repeat(50)],
	[`${'x'.repeat(51)} y`, 'x'.repeat(50)],
	// 𝒜 takes two units of a string, of which no half may stand alone.
	[`${'x'.repeat(48)}𝒜b`, `${'x'.repeat(48)}𝒜`],
	[`${'x'.repeat(49)}𝒜b`, 'x'.repeat(49)],
])('a first word that is too long is cut: %s', (question, key) => {
	expect(keyFor(question, new Set())).toBe(key);
});

test('numbers of taken keys go on from 2', () => {
	expect(keyFor('Mood?', new Set(['mood']))).toBe('mood_2');
	expect(keyFor('Mood?', new Set(['mood_1', 'mood_2']))).toBe('mood');
	expect(keyFor('Don’t they?', new Set())).toBe('dont_they');
});
