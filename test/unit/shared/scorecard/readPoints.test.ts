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

test.each([
	['0', yesNo, 'no answer gives any points'],
	['yes=0', yesNo, 'no answer gives any points'],
	[{}, yesNo, 'no answer gives any points'],
	['-5', yesNo, '"-5" is no answer with its points'],
	['yes=-5', yesNo, '"-5" for "yes" is not a number of points'],
	['yes=2,5', yesNo, '"5" is no answer with its points'],
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
