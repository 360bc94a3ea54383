import { givingWay, realClock } from '../../../../../nodes/shared/n8n/service/clock';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Begins to sleep and tells when that was over, in milliseconds. */
function sleeping(ms: number, signal?: AbortSignal): { endedAfter: number | undefined } {
	const begin = realClock.now();
	const result: { endedAfter: number | undefined } = { endedAfter: undefined };
	void realClock.sleep(ms, signal).then(() => {
		result.endedAfter = realClock.now() - begin;
	});
	return result;
}

test('now is the time of day, by a clock that setting the computer’s does not change', () => {
	jest.useRealTimers();
	expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(60_000);
	jest.useFakeTimers();
	const before = realClock.now();
	jest.setSystemTime(1_000_000);
	expect(realClock.now()).toBe(before);
});

test('a clock that is set back an hour makes no sleep longer', async () => {
	const sleep = sleeping(1_000);
	jest.setSystemTime(Date.now() - 3_600_000);
	await jest.advanceTimersByTimeAsync(1_000);
	expect(sleep.endedAfter).toBe(1_000);
});

test.each([1, 249, 250, 251, 10_000])('sleeps %i ms', async (ms) => {
	const sleep = sleeping(ms);
	await jest.advanceTimersByTimeAsync(ms - 1);
	expect(sleep.endedAfter).toBeUndefined();
	await jest.advanceTimersByTimeAsync(1);
	expect(sleep.endedAfter).toBe(ms);
});

test.each([0, -5, NaN])('%i ms are no sleep', async (ms) => {
	const sleep = sleeping(ms);
	await jest.advanceTimersByTimeAsync(0);
	expect(sleep.endedAfter).toBe(0);
});

test('ends within half a second after it is canceled, and does not throw', async () => {
	const stop = new AbortController();
	const sleep = sleeping(3_600_000, stop.signal);
	await jest.advanceTimersByTimeAsync(1000);
	stop.abort();
	await jest.advanceTimersByTimeAsync(500);
	expect(sleep.endedAfter).toBeLessThanOrEqual(1500);
});

test('canceled before, it does not begin', async () => {
	const sleep = sleeping(1000, AbortSignal.abort());
	await jest.advanceTimersByTimeAsync(0);
	expect(sleep.endedAfter).toBe(0);
});

describe('giving way', () => {
	test('costs nothing while the stretch of work is short', async () => {
		const giveWay = givingWay(() => 0);
		await giveWay();
		expect(jest.getTimerCount()).toBe(0);
	});

	test('lets timers and requests of others go on after ten milliseconds of work, each time anew', async () => {
		let now = 0;
		const giveWay = givingWay(() => now);
		for (const begun of [10, 20]) {
			now = begun;
			const wayGiven = giveWay();
			expect(jest.getTimerCount()).toBe(1);
			await jest.advanceTimersByTimeAsync(1);
			await wayGiven;
			await giveWay();
			expect(jest.getTimerCount()).toBe(0);
		}
	});
});
