import fc from 'fast-check';
import { limiterOf } from '../../../nodes/shared/limiter';
import { VirtualClock } from '../../support/unit/virtualClock';

test('lets as many begin at once as it may, and each next one as soon as one ends', async () => {
	const clock = new VirtualClock();
	const limiter = limiterOf(2);
	const begun: Array<[name: string, at: number]> = [];
	const work = (name: string, ms: number) => async () => {
		begun.push([name, clock.elapsed()]);
		await clock.passed(ms);
		return name;
	};

	const results = await Promise.all([
		limiter(work('a', 100)),
		limiter(work('b', 30)),
		limiter(work('c', 50)),
		limiter(work('d', 10)),
	]);

	expect(begun).toEqual([
		['a', 0],
		['b', 0],
		['c', 30],
		['d', 80],
	]);
	expect(results).toEqual(['a', 'b', 'c', 'd']);
});

test('a failure is its own, and makes room for the next', async () => {
	const limiter = limiterOf(1);
	const failing = limiter(async () => {
		throw new Error('broke off');
	});
	const next = limiter(async () => 'done');
	await expect(failing).rejects.toThrow('broke off');
	expect(await next).toBe('done');
});

test('work that fails before it gives a promise makes room as well', async () => {
	const limiter = limiterOf(1);
	const failing = limiter(() => {
		throw new Error('no file');
	});
	await expect(failing).rejects.toThrow('no file');
	expect(await limiter(async () => 'done')).toBe('done');
});

test('whatever is to be done: never more at once than allowed, in order, and all of it', async () => {
	const anyWork = fc.record({ comesAt: fc.nat(200), takes: fc.nat(100), fails: fc.boolean() });
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(anyWork), async (limit, works) => {
			const clock = new VirtualClock();
			const limiter = limiterOf(limit);
			let running = 0;
			let mostRunning = 0;
			const asked: number[] = [];
			const begun: number[] = [];
			const outcomes = await Promise.allSettled(
				works.map(async ({ comesAt, takes, fails }, index) => {
					await clock.passed(comesAt);
					asked.push(index);
					await limiter(async () => {
						begun.push(index);
						mostRunning = Math.max(mostRunning, ++running);
						await clock.passed(takes);
						running--;
						if (fails) throw new Error('broke off');
					});
				}),
			);
			expect(mostRunning).toBeLessThanOrEqual(limit);
			expect(begun).toEqual(asked);
			expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
				works.map(({ fails }) => fails),
			);
		}),
	);
});
