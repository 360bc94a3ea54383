import { WaitTimeoutError } from '../../../../../nodes/shared/api/core/errors';
import { outcomeOf } from '../../../../../nodes/shared/outcome';
import { JobStatuses } from '../../../../../nodes/shared/transcript/waiting/jobStatuses';
import { StatusList } from '../../../../../nodes/shared/transcript/waiting/statusList';
import { waitForTranscript } from '../../../../../nodes/shared/transcript/waiting/waitForTranscript';
import { QueueService, type QueueOptions } from '../../../../support/unit/services/queueService';
import { serviceOver } from '../../../../support/unit/services/service';
import { VirtualClock } from '../../../../support/unit/virtualClock';

const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;
const ACCOUNT_LIMIT = 20_000;

/** Waits for all jobs of an account as one run does. */
async function waitForAll(options: QueueOptions, timeLimitMs = HOUR) {
	const clock = new VirtualClock();
	const queue = new QueueService(clock, options);
	let draws = 0;
	const service = serviceOver(queue.send, clock, { random: () => (draws++ % 10) / 10 });
	const jobStatuses = new JobStatuses(service);
	const lags: number[] = [];
	const outcomes = await Promise.all(
		queue.ids().map(async (id, index) => {
			const wait = waitForTranscript(service, id, { timeLimitMs, jobStatuses });
			const outcome = await outcomeOf(wait);
			if (outcome.ok) lags.push(clock.elapsed() - queue.endOf(index));
			return outcome;
		}),
	);
	const meanLagMs = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
	return { queue, outcomes, clock, meanLagMs, finished: lags.length };
}

test('1,100 jobs at once are seen in the list, and each is asked for once', async () => {
	const { queue, finished, meanLagMs } = await waitForAll({
		...{ jobs: 1100, slots: 1100, jobMs: 12_000 },
	});
	expect(finished).toBe(1100);
	// The first three are asked for by themselves before there are many.
	expect(queue.count('get')).toBe(1100 + 3);
	expect(queue.count('list')).toBeLessThan(150);
	expect(meanLagMs).toBeLessThan(1500);
});

test('a queue behind is not asked for: only the oldest jobs can end', async () => {
	const { queue, finished } = await waitForAll({
		...{ jobs: 1100, slots: 100, jobMs: 10_000 },
	});
	expect(finished).toBe(1100);
	// In 110 s all of the list would be 6 pages a second.
	expect(queue.count('list')).toBeLessThan(400);
	expect(queue.count('get')).toBe(1100 + 3);
});

test('jobs far down the list are found as well, once they have been seen', async () => {
	const { queue, finished } = await waitForAll({
		...{ jobs: 300, slots: 300, jobMs: 20_000, laterJobs: 900 },
	});
	expect(finished).toBe(300);
	expect(queue.count('get')).toBe(300 + 3);
});

test.each([
	['the list does not have them', { unlisted: (index: number) => index % 2 === 0 }],
	['the account may not list', { mayList: false }],
])('jobs are asked for by themselves, at one pace for all: %s', async (_, options) => {
	const { queue, finished } = await waitForAll({
		...{ jobs: 400, slots: 400, jobMs: 20_000, ...options },
	});
	expect(finished).toBe(400);
	expect(queue.mostInFiveMinutes()).toBeLessThan(ACCOUNT_LIMIT / 4);
});

describe('a list that shows finished jobs as processing for ever', () => {
	const lying: QueueOptions = { jobs: 200, slots: 200, jobMs: 20_000, stuck: (index) => index > 9 };

	test('keeps none of them from its item: now and then each is asked for by itself', async () => {
		const { finished, queue, clock } = await waitForAll(lying);
		expect(finished).toBe(200);
		expect(clock.elapsed()).toBeLessThan(90_000);
		expect(queue.count('get')).toBeLessThan(3 * 200);
	});

	test('does not do so at the time limit either', async () => {
		expect((await waitForAll(lying, 30_000)).finished).toBe(200);
	});
});

test('a job that is not finished at the time limit fails with its last status', async () => {
	const { outcomes } = await waitForAll({ jobs: 10, slots: 5, jobMs: 60_000 }, 90_000);
	const errors = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
	expect(errors).toHaveLength(5);
	for (const error of errors) {
		expect(error).toBeInstanceOf(WaitTimeoutError);
		expect(error).toMatchObject({ facts: { status: 'processing' } });
	}
});

test('fifty thousand jobs are read at twenty pages a second at most', async () => {
	const clock = new VirtualClock();
	const queue = new QueueService(clock, { jobs: 50_000, slots: 50_000, jobMs: HOUR });
	const list = new StatusList(
		serviceOver(queue.send, clock),
		new Map(queue.ids().map((id) => [id, 0])),
	);
	let reads = 0;
	while (clock.elapsed() < FIVE_MINUTES / 4) {
		expect(await list.statusOf('job-0')).toBe('processing');
		reads++;
	}
	expect(reads).toBeGreaterThan(1);
	expect(queue.mostInFiveMinutes()).toBeLessThan(2200);
});
