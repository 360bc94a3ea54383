import {
	allowedPoints,
	readPoints,
	type Scale,
} from '../../../../nodes/shared/scorecard/readPoints';

const yesNo: Scale = { kind: 'yesNo' };
const number: Scale = { kind: 'number' };
const open: Scale = { kind: 'open' };
const choicesOf = (choices: string[], areTogether = false): Scale => ({
	kind: 'choices',
	choices,
	areTogether,
});
const moods = choicesOf(['good', 'bad']);

const NO_POINTS =
	'no answer gives any points; leave Points empty where the question does not count';
const NO_NUMBER = 'it is no number of points with two decimals at most, and names no answers';

test.each([
	[
		yesNo,
		'Give points from 0 to 999999 for yes and no, such as "yes=10, no=0", or one number, which a yes gives.',
	],
	[
		moods,
		'Give points from 0 to 999999 for each choice that has some, such as "positive=5, neutral=2", or one per line if choices have commas.',
	],
	[
		number,
		'Give points from 0 to 999999 by thresholds that all begin with >= or all with <=, such as ">=8=10, >=5=5", or one number, which any answer with a verified quote gives.',
	],
	[
		open,
		'Give one number from 0 to 999999, which any answer with a verified quote gives. Answers can be named with the answer types Yes/No, Number, One Of and Several Of.',
	],
])('what may be typed for %j', (scale, text) => {
	expect(allowedPoints(scale)).toBe(text);
});

const byAnswer = (values: Record<string, number>, areTogether = false) => ({
	by: 'answer',
	values: new Map(Object.entries(values)),
	areTogether,
});
const byNumber = (direction: string, ...steps: Array<[bound: number, points: number]>) => ({
	by: 'number',
	direction,
	steps: steps.map(([bound, points]) => ({ bound, points })),
});

test.each([
	['999999', 999_999],
	['0.01', 0.01],
	['1.5', 1.5],
	['0123.45', 123.45],
	[' 7 ', 7],
	[7, 7],
])('one number: %j', (value, points) => {
	expect(readPoints(value, open)).toEqual({ by: 'quote', value: points });
	expect(readPoints(value, number)).toEqual({ by: 'quote', value: points });
	expect(readPoints(value, yesNo)).toEqual(byAnswer({ yes: points }));
	expect(readPoints(value, moods)).toBe('it does not say which choice gives them');
});

test.each(['0', 0, '0.00', '000000'])('nothing is given by %j', (value) => {
	for (const scale of [yesNo, moods, number, open]) {
		expect(readPoints(value, scale)).toBe(NO_POINTS);
	}
});

test.each(['1000000', '1.234', '1.', '.5', '-1', '+1', '1e3', '1 0', '5 points', 'points 5'])(
	'%j is no number of points',
	(text) => {
		expect(readPoints(text, yesNo)).toBe(NO_NUMBER);
		expect(readPoints(`yes=${text}`, yesNo)).toBe(`"${text}" for "yes" is not a number of points`);
		expect(readPoints({ yes: text }, yesNo)).toBe(`"${text}" for "yes" is not a number of points`);
	},
);

test.each([
	['yes=1,no=2', { yes: 1, no: 2 }],
	['yes=1;no=2', { yes: 1, no: 2 }],
	['yes=1\nno=2', { yes: 1, no: 2 }],
	[' ,yes = 1 ,, no = 2; ', { yes: 1, no: 2 }],
	['\n\n YES=1 \n\n no=2 \n', { yes: 1, no: 2 }],
	[
		{ ' Yes ': ' 1 ', no: 2 },
		{ yes: 1, no: 2 },
	],
	['no=1', { no: 1 }],
])('yes and no as typed: %j', (value, values) => {
	expect(readPoints(value, yesNo)).toEqual(byAnswer(values));
});

test.each([
	['', NO_NUMBER],
	[' ; , ', NO_NUMBER],
	['yes=0, no=0.00', NO_POINTS],
	['yes', NO_NUMBER],
	['=5', '"=5" is no answer with its points'],
	[' = 5', '"= 5" is no answer with its points'],
	['yes=', '"" for "yes" is not a number of points'],
	['yes=1\nno=2, maybe=3', '"no=2, maybe" is neither yes nor no'],
	['yes=1, yes=1', '"yes" has points twice'],
	[null, NO_NUMBER],
	[true, NO_NUMBER],
	[[], 'it is a list'],
	[{ yes: null }, '"null" for "yes" is not a number of points'],
	[{ yes: 1, no: {} }, 'what stands for "no" is not a number of points'],
	[{ yes: 1, no: true }, '"true" for "no" is not a number of points'],
	[{ yes: 1, ' YES': 2 }, '"yes" has points twice'],
])('for yes and no %j is refused', (value, why) => {
	expect(readPoints(value, yesNo)).toBe(why);
});

test.each([true, false])('choices that count together: %s', (areTogether) => {
	const scale = choicesOf(['good', 'bad', 'so-so'], areTogether);
	expect(readPoints('GOOD=5, bad=0', scale)).toEqual(byAnswer({ good: 5, bad: 0 }, areTogether));
});

test('a choice that differs from another by case alone is meant as it is written', () => {
	const scale = choicesOf(['ok', 'OK', 'No']);
	expect(readPoints('OK=5, ok=1, no=2', scale)).toEqual(byAnswer({ OK: 5, ok: 1, No: 2 }));
	expect(readPoints('Ok=5', scale)).toBe('"Ok" is not one of the choices');
	expect(readPoints('fine=5', scale)).toBe('"fine" is not one of the choices');
});

test('a name may hold the sign before the points', () => {
	expect(readPoints('a=b=2', choicesOf(['a=b', 'a']))).toEqual(byAnswer({ 'a=b': 2 }));
	expect(readPoints('a = 2', choicesOf(['a=b', 'a']))).toEqual(byAnswer({ a: 2 }));
});

test.each([
	['>=5=5, >=8=10', byNumber('atLeast', [8, 10], [5, 5])],
	['≥8=10, >= 5 = 5, >=0=1', byNumber('atLeast', [8, 10], [5, 5], [0, 1])],
	['<=8=5, <=5=10', byNumber('atMost', [5, 10], [8, 5])],
	['≤ 5=10, <=8=5', byNumber('atMost', [5, 10], [8, 5])],
	['≤5=10', byNumber('atMost', [5, 10])],
	['≥5=10', byNumber('atLeast', [5, 10])],
	['>=-1.5=1, >=-10=0', byNumber('atLeast', [-1.5, 1], [-10, 0])],
	['>=123456789012.123456=1', byNumber('atLeast', [Number('123456789012.123456'), 1])],
	[{ '>=8': 10, '>=5': '5' }, byNumber('atLeast', [8, 10], [5, 5])],
])('thresholds as typed: %j', (value, points) => {
	expect(readPoints(value, number)).toEqual(points);
});

test.each([
	['8=10', '"8" is not a threshold'],
	['>8=10', '">8" is not a threshold'],
	['=>8=10', '"=>8" is not a threshold'],
	['>=8x=10', '">=8x" is not a threshold'],
	['x>=8=10', '"x>=8" is not a threshold'],
	['>=8.=10', '">=8." is not a threshold'],
	['>=1234567890123=10', '">=1234567890123" is not a threshold'],
	['>=1.1234567=10', '">=1.1234567" is not a threshold'],
	['>=--8=10', '">=--8" is not a threshold'],
	['>=8=10, >=8.0=5', '">=8.0" has points twice'],
	['>=8=10, <=8=5', '"<=8" has points twice'],
	['>=8=10, <=5=5', 'it has both >= and <='],
	['≤5=10, ≥8=5', 'it has both >= and <='],
	['>=8=0', NO_POINTS],
	['', NO_NUMBER],
	[{}, NO_POINTS],
])('of thresholds %j is refused', (value, why) => {
	expect(readPoints(value, number)).toBe(why);
});

test.each(['yes=5', { any: 5 }])('names are nothing for an open answer: %j', (value) => {
	expect(readPoints(value, open)).toBe('it names answers, and this answer type can be anything');
});
