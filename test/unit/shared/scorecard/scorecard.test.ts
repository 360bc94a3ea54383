import fc from 'fast-check';
import { mostPoints, sumOfPoints, type Scoring } from '../../../../nodes/shared/scorecard/points';
import { readPoints } from '../../../../nodes/shared/scorecard/readPoints';
import {
	pointsOf,
	scorecardOf,
	type Score,
	type ScoredAnswer,
	type ScorecardSettings,
} from '../../../../nodes/shared/scorecard/scorecard';

const worth = fc.integer({ min: 1, max: 9_999 }).map((hundredths) => hundredths / 100);

const CHOICES = ['good', 'fair', 'bad'];

/** Points of any kind, with any answer that the question may have. */
const pointsAndAnswer = fc.oneof(
	fc.record({
		points: fc.record({
			by: fc.constant('answer' as const),
			values: fc.record({ yes: worth, no: worth }).map((all) => new Map(Object.entries(all))),
			areTogether: fc.constant(false),
		}),
		answer: fc.constantFrom(true, false, null),
	}),
	fc.record({
		points: fc.record({
			by: fc.constant('answer' as const),
			values: fc.tuple(worth, worth).map(([good, fair]) => new Map(Object.entries({ good, fair }))),
			areTogether: fc.constant(true),
		}),
		answer: fc.option(fc.subarray(CHOICES)),
	}),
	fc.record({
		points: worth.map((value) => ({ by: 'quote' as const, value })),
		answer: fc.constantFrom('something', null),
	}),
);

const answers = fc
	.array(
		fc.record({
			scored: pointsAndAnswer,
			section: fc.constantFrom('Opening', 'Manner', 'toString'),
			critical: fc.boolean(),
			verified: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 20 },
	)
	.map((list) =>
		list.map(({ scored: { points, answer }, section, critical, verified }, i): ScoredAnswer => {
			return { key: `q${i}`, scoring: { points, section, critical }, answer, verified };
		}),
	);

const settings: fc.Arbitrary<ScorecardSettings> = fc.record({
	passMark: fc.integer({ min: 0, max: 100 }),
	needQuote: fc.boolean(),
});

const hundredths = (values: number[]) =>
	values.reduce((sum, value) => sum + Math.round(value * 100), 0);

test('the score of a call is the sum of its sections and of its answers, to the hundredth', () => {
	fc.assert(
		fc.property(answers, settings, (list, how) => {
			const { score, maxScore, sections, points } = scorecardOf(list, how);
			const parts = Object.values(sections);
			expect(hundredths(parts.map((part) => part.score))).toBe(hundredths([score]));
			expect(hundredths(parts.map((part) => part.maxScore))).toBe(hundredths([maxScore]));
			expect(hundredths(Object.values(points).map((given) => given ?? 0))).toBe(
				hundredths([score]),
			);
		}),
	);
});

test('a score is within 0 and its maximum, and a percentage within 0 and 100', () => {
	fc.assert(
		fc.property(answers, settings, (list, how) => {
			const card = scorecardOf(list, how);
			for (const { score, maxScore, percent } of [card, ...Object.values<Score>(card.sections)]) {
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(maxScore);
				if (maxScore === 0) expect(percent).toBeNull();
				else expect(percent).toBe(Math.round((score / maxScore) * 1_000) / 10);
			}
		}),
	);
});

test('unknown answers leave score and maximum, and are named', () => {
	fc.assert(
		fc.property(answers, settings, (list, how) => {
			const { sections, points, notApplicable, ...card } = scorecardOf(list, how);
			const known = list.filter(({ answer }) => answer !== null);
			const { score, maxScore, percent, passed } = scorecardOf(known, how);
			expect(card).toMatchObject({ score, maxScore, percent, passed });
			const open = list.filter(({ answer }) => answer === null).map(({ key }) => key);
			expect(notApplicable).toEqual(open);
			expect(open.map((key) => points[key])).toEqual(open.map(() => null));
			expect(Object.keys(sections).sort()).toEqual(
				[...new Set(list.map(({ scoring }) => scoring.section))].sort(),
			);
		}),
	);
});

const critical: ScoredAnswer = {
	key: 'critical',
	scoring: {
		points: { by: 'answer', values: new Map([['yes', 1]]), areTogether: false },
		section: 'Compliance',
		critical: true,
	},
	answer: false,
	verified: true,
};

test('a critical question without points fails the call, however many points the others give', () => {
	fc.assert(
		fc.property(answers, settings, (list, how) => {
			const card = scorecardOf([...list, critical], { ...how, passMark: 0 });
			expect(card.passed).toBe(false);
			expect(card.criticalFailed).toContain('critical');
			expect(card.sections.Compliance?.passed).toBe(false);
		}),
	);
});

test('without a critical failure the pass mark decides, and nothing is decided of what nobody knows', () => {
	fc.assert(
		fc.property(answers, settings, (list, how) => {
			const { percent, passed, passMark, criticalFailed } = scorecardOf(list, how);
			const expected = percent === null ? null : percent >= passMark && criticalFailed.length === 0;
			expect(passed).toBe(expected);
		}),
	);
	const unknown = { ...critical, answer: null };
	expect(scorecardOf([unknown], { passMark: 0, needQuote: false })).toEqual({
		score: 0,
		maxScore: 0,
		percent: null,
		passed: null,
		passMark: 0,
		criticalFailed: [],
		notApplicable: ['critical'],
		sections: { Compliance: { score: 0, maxScore: 0, percent: null, passed: null } },
		points: { critical: null },
	});
});

test('where points need a quote, an answer without one gives none, but counts in the maximum', () => {
	fc.assert(
		fc.property(answers, settings, (list, how) => {
			const unproved = list.map((one) => ({ ...one, verified: false }));
			const strict = scorecardOf(unproved, { ...how, needQuote: true });
			const given = unproved.filter(({ key }) => (strict.points[key] ?? 0) > 0);
			expect(given.every(({ answer }) => answer === false)).toBe(true);
			expect(strict.maxScore).toBe(scorecardOf(list, { ...how, needQuote: false }).maxScore);
		}),
	);
});

const scoringBy = (text: string): Scoring => {
	const points = readPoints(text, { kind: 'number' });
	if (typeof points === 'string') throw new Error(points);
	return { points, section: 'General', critical: false };
};

test('a greater number never gives less by rising thresholds, in whatever order they were typed', () => {
	const steps = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 });
	const numbers = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.nat(40));
	fc.assert(
		fc.property(steps, numbers, fc.constantFrom('>=', '<='), (bounds, [low, more], sign) => {
			const rank = (bound: number) => bounds.filter((one) => one <= bound).length;
			const worthOf = (bound: number) => (sign === '>=' ? rank(bound) : 10 - rank(bound));
			const scoring = scoringBy(bounds.map((one) => `${sign}${one}=${worthOf(one)}`).join(', '));
			const give = (answer: number) =>
				pointsOf({ key: 'n', scoring, answer, verified: true }, { needQuote: false }) ?? NaN;
			const [less, greater] = [give(low), give(low + more)];
			if (sign === '>=') expect(greater).toBeGreaterThanOrEqual(less);
			else expect(greater).toBeLessThanOrEqual(less);
			for (const bound of bounds) expect(give(bound)).toBe(worthOf(bound));
			expect(give(low)).toBeLessThanOrEqual(mostPoints(scoring.points));
		}),
	);
});

test('sums of points are exact', () => {
	expect(sumOfPoints([0.1, 0.2])).toBe(0.3);
});

test.each<[string, Scoring['points'], ScoredAnswer['answer'], number | null]>([
	['yes', choices({ yes: 10, no: 2 }), true, 10],
	['no', choices({ yes: 10, no: 2 }), false, 2],
	['a choice', choices({ good: 5, fair: 2 }), 'fair', 2],
	['a choice without points', choices({ good: 5, fair: 2 }), 'bad', 0],
	['several choices', choices({ good: 5, fair: 2.5 }), ['good', 'bad', 'fair'], 7.5],
	['none of the choices', choices({ good: 5 }), [], 0],
	['a number that is a choice', choices({ 3: 4 }), 3, 4],
	['a number at a threshold', scoringBy('>=8=10, >=5=5').points, 8, 10],
	['a number below all', scoringBy('>=8=10, >=5=5').points, 4.9, 0],
	['a number up to a threshold', scoringBy('<=30=10, <=60=5').points, 30.5, 5],
	['any answer', { by: 'quote', value: 7 }, 'something', 7],
	['nothing that is known', choices({ yes: 10 }), null, null],
])('%s', (_, points, answer, expected) => {
	const one = { key: 'a', scoring: { points, section: 'A', critical: false }, answer };
	expect(pointsOf({ ...one, verified: true }, { needQuote: true })).toBe(expected);
});

function choices(values: Record<string, number>): Scoring['points'] {
	return { by: 'answer', values: new Map(Object.entries(values)), areTogether: true };
}
