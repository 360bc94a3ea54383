import fc from 'fast-check';
import {
	leftForAnswer,
	REASONING_EFFORTS,
	withThoughts,
} from '../../../../../nodes/shared/gateway/models/reasoning';

test.each([
	[undefined, 2_000, 2_000],
	['low', 2_000, 4_000],
	['medium', 2_000, 10_000],
	['high', 2_000, 26_000],
	['low', 20_000, 25_000],
	['medium', 20_000, 40_000],
	['high', 20_000, 100_000],
] as const)('with %s effort an answer of %i tokens needs %i', (effort, answer, needed) => {
	expect(withThoughts(answer, effort)).toBe(needed);
});

test('more effort leaves more room', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1_000_000 }), (answer) => {
			const [low, medium, high] = REASONING_EFFORTS.map((effort) => withThoughts(answer, effort));
			expect(answer).toBeLessThan(low ?? 0);
			expect(low).toBeLessThan(medium ?? 0);
			expect(medium).toBeLessThan(high ?? 0);
		}),
	);
});

test('what is left for an answer is the most that fits with its thoughts', () => {
	const limits = fc.integer({ min: 30_000, max: 1_000_000 });
	fc.assert(
		fc.property(limits, fc.constantFrom(...REASONING_EFFORTS), (limit, effort) => {
			const left = leftForAnswer(limit, effort);
			expect(withThoughts(left, effort)).toBeLessThanOrEqual(limit);
			expect(withThoughts(left + 1, effort)).toBeGreaterThan(limit);
		}),
	);
	expect(leftForAnswer(8_000, undefined)).toBe(8_000);
	expect(leftForAnswer(Number.POSITIVE_INFINITY, 'high')).toBe(Number.POSITIVE_INFINITY);
});
