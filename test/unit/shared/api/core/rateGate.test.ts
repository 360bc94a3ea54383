import { RateGate } from '../../../../../nodes/shared/api/core/rateGate';
import { VirtualClock } from '../../../../support/unit/virtualClock';

const setUp = () => {
	const clock = new VirtualClock();
	return { clock, gate: new RateGate(clock) };
};

test('is open at first', async () => {
	const { clock, gate } = setUp();
	await gate.acquire();
	expect(clock.pauses).toEqual([]);
});

test('holds everybody back until it opens', async () => {
	const { clock, gate } = setUp();
	gate.close(56_000);
	const passedAt: number[] = [];
	const pass = async () => {
		await gate.acquire();
		passedAt.push(clock.elapsed());
	};

	await Promise.all([pass(), pass(), clock.passed(10_000).then(pass)]);

	expect(passedAt).toEqual([56_000, 56_000, 56_000]);
});

test('is open again for those who come later', async () => {
	const { clock, gate } = setUp();
	gate.close(1000);
	await clock.passed(1000);
	await gate.acquire();
	expect(clock.elapsed()).toBe(1000);
});

test('stays closed for the longest time that was asked for', async () => {
	const { clock, gate } = setUp();
	gate.close(60_000);
	gate.close(1000);
	await gate.acquire();
	expect(clock.elapsed()).toBe(60_000);
});

test('closed for longer while somebody waits, it holds them back for longer', async () => {
	const { clock, gate } = setUp();
	gate.close(10_000);
	clock.at(5000, () => gate.close(20_000));
	await gate.acquire();
	expect(clock.elapsed()).toBe(25_000);
});

test('lets go whoever is canceled far down the line, and counts them out', async () => {
	const { clock, gate } = setUp();
	const stop = new AbortController();
	gate.close(60_000);
	clock.at(5000, () => stop.abort());
	const times: Array<[passed: boolean, at: number]> = [];
	const pass = async (signal?: AbortSignal) => {
		times.push([await gate.acquire(signal), clock.elapsed()]);
	};

	await Promise.all([pass(), pass(stop.signal), pass(stop.signal), pass()]);

	expect(times).toEqual([
		[false, 5000],
		[false, 5000],
		[true, 60_000],
		[true, 60_000],
	]);
});

test('lets go whoever is canceled', async () => {
	const { clock, gate } = setUp();
	const stop = new AbortController();
	gate.close(60_000);
	clock.at(5000, () => stop.abort());
	await gate.acquire(stop.signal);
	expect(clock.elapsed()).toBe(5000);
});
