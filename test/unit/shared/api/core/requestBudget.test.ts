import { RequestBudget, withinBudget } from '../../../../../nodes/shared/api/core/requestBudget';
import { jsonReply } from '../../../../support/unit/replies';
import { VirtualClock } from '../../../../support/unit/virtualClock';

const FIVE_MINUTES = 300_000;

test('never lets more out in five minutes than an account may send, and all of them at last', async () => {
	const clock = new VirtualClock();
	const budget = new RequestBudget(clock);
	const times: number[] = [];
	for (let request = 0; request < 50_000; request++) {
		await budget.take();
		times.push(clock.elapsed());
		if (request % 100 === 0) await clock.passed(1000);
	}
	let from = 0;
	for (const [index, at] of times.entries()) {
		while ((times[from] ?? at) <= at - FIVE_MINUTES) from++;
		expect(index - from + 1).toBeLessThanOrEqual(15_000);
	}
	// 15,000 in five minutes and the next 15,000 in the next five.
	expect(clock.elapsed()).toBeLessThan(3.5 * FIVE_MINUTES);
});

test('holds nothing back as long as there is enough', async () => {
	const clock = new VirtualClock();
	const send = withinBudget(async () => jsonReply({}), new RequestBudget(clock), undefined);
	for (let request = 0; request < 10_000; request++)
		await send({ method: 'GET', url: 'http://stt.test', timeoutMs: 1 });
	expect(clock.elapsed()).toBe(0);
});

test('a stopped execution does not wait', async () => {
	const clock = new VirtualClock();
	const budget = new RequestBudget(clock);
	for (let request = 0; request < 15_000; request++) await budget.take();
	const stop = new AbortController();
	clock.at(5000, () => stop.abort());
	await budget.take(stop.signal);
	expect(clock.elapsed()).toBe(5000);
});
