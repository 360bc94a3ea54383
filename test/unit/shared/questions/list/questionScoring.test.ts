import { scoringOf } from '../../../../../nodes/shared/questions/list/questionScoring';
import { question } from '../../../../support/unit/questions';
import { refusalOf } from '../../../../support/unit/refusalOf';

type Fields = Parameters<typeof scoringOf>[1];

const yesNo = question({ question: 'Did she greet?', answerType: 'yesNo' });
const scoring = (fields: Fields, asked = yesNo) => scoringOf(asked, fields, 'Question 2');
const refusal = (fields: Fields, asked = yesNo) => refusalOf(() => scoring(fields, asked));
const tenForYes = { by: 'answer', values: new Map([['yes', 10]]), areTogether: false };

test.each([
	[undefined, 'General'],
	[null, 'General'],
	['', 'General'],
	['Opening', 'Opening'],
])('with the section %j it counts in %s', (section, expected) => {
	expect(scoring({ points: 10, section })).toEqual({
		points: tenForYes,
		section: expected,
		critical: false,
	});
});

test.each([undefined, null, '', '  '])('without points (%j) it does not count', (points) => {
	expect(scoring({ points, section: 'Opening' })).toBeUndefined();
	expect(scoring({ points, section: '__proto__', critical: 'no' })).toBeUndefined();
});

test.each([true, 'true', ' Yes ', 'Y', 'x', 'X', 1, '1', 'Critical'])('%j is critical', (mark) => {
	expect(scoring({ points: 10, critical: mark })).toMatchObject({ critical: true });
});

test.each([false, 'false', 'No', 'n', 0, '0', '', ' ', null, undefined])(
	'%j is not critical',
	(mark) => {
		expect(scoring({ points: 10, critical: mark })).toMatchObject({ critical: false });
	},
);

test.each([
	['maybe', '"maybe"'],
	[' Maybe ', '"Maybe"'],
	[2, '2'],
	[{ value: true }, '{"value":true}'],
	[{ toString: 1 }, '{"toString":1}'],
	[['yes'], '["yes"]'],
	[[], '[]'],
	['m'.repeat(98), `"${'m'.repeat(98)}"`],
	['m'.repeat(99), `"${'m'.repeat(99)}…`],
])('whether %j is critical cannot be read', (mark, shown) => {
	expect(refusal({ points: 10, critical: mark })).toEqual({
		message: `Whether Question 2 ("Did she greet?") is critical cannot be read from ${shown}`,
		hint: 'Give true or false, or yes or no.',
	});
});

test('a mark that cannot be read is refused without points as well', () => {
	expect(refusal({ critical: 'maybe' }).message).toMatch(/^Whether Question 2/);
});

test('a critical question needs points', () => {
	expect(refusal({ points: ' ', critical: true })).toEqual({
		message: 'Question 2 ("Did she greet?") is critical but has no points',
		hint: 'Give it points, such as "yes=10, no=0": the call fails where its answer gives none. Or turn Critical off.',
	});
});

test('no section has a name that means something else', () => {
	expect(refusal({ points: 10, section: '__proto__' })).toEqual({
		message: 'Question 2 ("Did she greet?") cannot be in a section __proto__',
		hint: 'Choose another name: to JavaScript this one means something else.',
	});
	expect(scoring({ points: 10, section: 'constructor' })).toMatchObject({ section: 'constructor' });
});

test.each([
	[' maybe=1 ', '"maybe=1"', '"maybe" is neither yes nor no'],
	[{ maybe: 1 }, '{"maybe":1}', '"maybe" is neither yes nor no'],
	[0, '0', 'no answer gives any points; leave Points empty where the question does not count'],
	[['yes'], '["yes"]', 'it is a list'],
])('points %j are refused with what may be typed', (points, shown, why) => {
	expect(refusal({ points })).toEqual({
		message: `The points of Question 2 ("Did she greet?") cannot be used: ${shown}: ${why}`,
		hint: 'Give points from 0 to 999999 for yes and no, such as "yes=10, no=0", or one number, which a yes gives.',
	});
});

const CHOICES = ['good', 'bad'];

test('points are read by the kind of the answer', () => {
	const values = new Map([['good', 5]]);
	const read = (asked: Parameters<typeof question>[0], points: unknown) =>
		scoring({ points }, question(asked))?.points;
	expect(read({ answerType: 'yesNo' }, 10)).toEqual(tenForYes);
	expect(read({ answerType: 'number' }, '>=8=10')).toEqual({
		by: 'number',
		direction: 'atLeast',
		steps: [{ bound: 8, points: 10 }],
	});
	expect(read({ answerType: 'oneOf', choices: CHOICES }, 'good=5')).toEqual({
		by: 'answer',
		values,
		areTogether: false,
	});
	expect(read({ answerType: 'severalOf', choices: CHOICES }, 'good=5')).toEqual({
		by: 'answer',
		values,
		areTogether: true,
	});
	for (const answerType of ['text', 'date', 'list', 'quote'] as const) {
		expect(read({ answerType }, 5)).toEqual({ by: 'quote', value: 5 });
	}
});

test.each([
	[question({ answerType: 'oneOf', choices: CHOICES }), 'ok=1', /^Give points .* for each choice/],
	[question({ answerType: 'severalOf', choices: CHOICES }), '1', /^Give points .* for each choice/],
	[question({ answerType: 'number' }), 'ok=1', /^Give points .* by thresholds/],
	[question({ answerType: 'text' }), 'ok=1', /^Give one number/],
])('what may be typed depends on the kind of the answer: %j', (asked, points, hint) => {
	expect(refusal({ points }, asked).hint).toMatch(hint);
});
