import fc from 'fast-check';
import { pauseBeforeNextLook } from '../../../../../nodes/shared/transcript/waiting/schedule';

const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

test('begins with half a second and grows with the time waited, to ten seconds', () => {
	const seconds = [0, 5, 10, 60, 200, 3600];
	expect(seconds.map((s) => pauseBeforeNextLook(s * 1000, 0.5))).toEqual([
		500, 500, 500, 3000, 10_000, 10_000,
	]);
});

test('is spread by a tenth either way', () => {
	expect(pauseBeforeNextLook(0, 0)).toBe(450);
	expect(pauseBeforeNextLook(0, 1)).toBeCloseTo(550);
});

test('is never under 450 ms nor over 11 s, whatever was waited', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), random, (waited, r) => {
			const pause = pauseBeforeNextLook(waited, r);
			expect(pause).toBeGreaterThanOrEqual(450);
			expect(pause).toBeLessThanOrEqual(11_000);
		}),
	);
});

test('a longer wait never shortens it', () => {
	fc.assert(
		fc.property(fc.nat(1e7), fc.nat(1e7), random, (one, other, r) => {
			const [less, more] = [Math.min(one, other), Math.max(one, other)];
			expect(pauseBeforeNextLook(less, r)).toBeLessThanOrEqual(pauseBeforeNextLook(more, r));
		}),
	);
});

/** Milliseconds between the end of a job and the look that sees it. */
function lagOf(jobMs: number, next: () => number): number {
	let waited = 0;
	while (waited < jobMs) waited += pauseBeforeNextLook(waited, next());
	return waited - jobMs;
}

test('the mean time lost after a job is under a twentieth of it, or under half a second', () => {
	const manyRandoms = fc.infiniteStream(random, { noHistory: true });
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 3600_000 }), manyRandoms, (jobMs, randoms) => {
			const next = () => randoms.next().value;
			// Jobs of about this length: one alone may end just before or just after a look.
			const lags = Array.from({ length: 40 }, (_, n) => lagOf(jobMs * (1 + n / 40), next));
			const mean = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
			expect(mean).toBeLessThan(Math.max(500, jobMs / 20));
		}),
		{ numRuns: 50 },
	);
});
