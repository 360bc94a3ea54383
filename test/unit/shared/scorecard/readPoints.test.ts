import fc from 'fast-check';
import { readPoints, type Scale } from '../../../../nodes/shared/scorecard/readPoints';

const yesNo: Scale = { kind: 'yesNo' };
const choices: Scale = {
	kind: 'choices',
	choices: ['Good, really', 'a=b', 'x', 'X'],
	areTogether: false,
};
const byAnswer = (values: Record<string, number>) => ({
	by: 'answer',
	values: new Map(Object.entries(values)),
	areTogether: false,
});

test.each([
	['10', yesNo, byAnswer({ yes: 10 })],
	[2.5, yesNo, byAnswer({ yes: 2.5 })],
	['Yes = 10; NO=0', yesNo, byAnswer({ yes: 10, no: 0 })],
	[{ yes: 0, no: '5' }, yesNo, byAnswer({ yes: 0, no: 5 })],
	['good, really=5\na=b=2\n', choices, byAnswer({ 'Good, really': 5, 'a=b': 2 })],
	['X=1', choices, byAnswer({ X: 1 })],
	['Good, really=5', choices, byAnswer({ 'Good, really': 5 })],
	['good,  REALLY=5;a=b=2', choices, byAnswer({ 'Good, really': 5, 'a=b': 2 })],
	['yes=10,\nno=2;\n', yesNo, byAnswer({ yes: 10, no: 2 })],
	['yes=10, no=2\n', yesNo, byAnswer({ yes: 10, no: 2 })],
	['x=1, X=2\na=b=3', choices, byAnswer({ x: 1, X: 2, 'a=b': 3 })],
	[0.1 + 0.2, yesNo, byAnswer({ yes: 0.3 })],
	[{ yes: 1.1 + 2.2 }, yesNo, byAnswer({ yes: 3.3 })],
	[
		'cafe\u0301=1',
		{ kind: 'choices', choices: ['caf\u00e9', 'tea'], areTogether: false },
		byAnswer({ 'caf\u00e9': 1 }),
	],
	['10', { kind: 'open' }, { by: 'quote', value: 10 }],
	['10', { kind: 'number' }, { by: 'quote', value: 10 }],
	[
		'≥ 5=5, >=8.5=10',
		{ kind: 'number' },
		{
			by: 'number',
			direction: 'atLeast',
			steps: [
				{ bound: 8.5, points: 10 },
				{ bound: 5, points: 5 },
			],
		},
	],
] satisfies Array<[unknown, Scale, unknown]>)('%j is read', (value, scale, points) => {
	expect(readPoints(value, scale)).toEqual(points);
});

const NO_POINTS =
	'no answer gives any points; leave Points empty where the question does not count';
const NO_NUMBER = 'it is no number of points with two decimals at most, and names no answers';
const NO_COMMAS =
	'; commas stand between answers, so write decimals with a point and thousands without a sign';

test.each([
	['0', yesNo, NO_POINTS],
	['yes=0', yesNo, NO_POINTS],
	[{}, yesNo, NO_POINTS],
	['-5', yesNo, NO_NUMBER],
	[100 / 3, yesNo, NO_NUMBER],
	['1,000', yesNo, `${NO_NUMBER}${NO_COMMAS}`],
	['>=1,000=10', { kind: 'number' }, `">" is not a threshold${NO_COMMAS}`],
	['yes=-5', yesNo, '"-5" for "yes" is not a number of points'],
	['yes=2,5', yesNo, `"5" is no answer with its points${NO_COMMAS}`],
	['yes=1, Yes=2', yesNo, '"yes" has points twice'],
	['maybe=1', yesNo, '"maybe" is neither yes nor no'],
	[['yes'], yesNo, 'it is a list'],
	[{ yes: { toString: 1 } }, yesNo, 'what stands for "yes" is not a number of points'],
	[{ yes: [5] }, yesNo, 'what stands for "yes" is not a number of points'],
	['10', choices, 'it does not say which choice gives them'],
	['y=1', choices, '"y" is not one of the choices'],
	['8=10', { kind: 'number' }, '"8" is not a threshold'],
	['>=8=10, <=5=5', { kind: 'number' }, 'it has both >= and <='],
	['>=8=10, >=8.0=5', { kind: 'number' }, '">=8.0" has points twice'],
	['good=5', { kind: 'open' }, 'it names answers, and this answer type can be anything'],
] satisfies Array<[unknown, Scale, string]>)('%j is refused', (value, scale, why) => {
	expect(readPoints(value, scale)).toBe(why);
});

test('any value is read or refused', () => {
	const scales = fc.constantFrom<Scale>(yesNo, choices, { kind: 'number' }, { kind: 'open' });
	fc.assert(
		fc.property(fc.jsonValue(), scales, (value, scale) => {
			const points = readPoints(value, scale);
			expect(typeof points === 'string' ? points : points.by).not.toBe('');
		}),
	);
});

test('choices with commas and semicolons, one per line or one alone, have the points that stand behind them', () => {
	const part = fc.stringMatching(/^[a-z]{1,5}$/);
	const choice = fc
		.tuple(part, fc.constantFrom(',', ';', ', ', '; ', ' '), part)
		.map((parts) => parts.join(''));
	const values = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 });
	const lineEnd = fc.constantFrom('\n', ',\n', '\r\n', ' ;\n');
	const list = fc.uniqueArray(choice, { minLength: 5, maxLength: 8 });
	fc.assert(
		fc.property(list, values, lineEnd, (names, points, end) => {
			const worth = points.map((value, i) => [names[i] ?? '', value] as const);
			const text = worth.map((pair) => pair.join('=')).join(end);
			const scale: Scale = { kind: 'choices', choices: names, areTogether: false };
			expect(readPoints(text, scale)).toEqual(byAnswer(Object.fromEntries(worth)));
		}),
	);
});
