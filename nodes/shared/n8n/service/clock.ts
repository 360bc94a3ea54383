import { sleep } from 'n8n-workflow';
import type { Clock } from '../../clock';

/** Longest time between two looks at the cancel signal: stopping an execution must take effect within half a second. */
const SLICE_MS = 250;

/**
 * The time of day by a clock that nobody can set: it begins with the computer's own and only goes on, so that a
 * wait neither ends nor lasts an hour longer because that one was set right meanwhile.
 */
function now(): number {
	return Math.floor(performance.timeOrigin + performance.now());
}

/**
 * Real time. It waits in slices because n8n's `sleep` takes no signal on older versions, and where it takes
 * one it throws, which n8n would record as a failed execution.
 */
export const realClock: Clock = {
	now,
	async sleep(ms, signal) {
		const end = now() + ms;
		for (let left = ms; left > 0 && !signal?.aborted; left = end - now()) {
			await sleep(Math.min(SLICE_MS, left));
		}
	},
};

/** Long enough that giving way costs next to nothing, short enough that nobody notices the time between. */
const MAX_STRETCH_MS = 10;

/**
 * Lets everything else in this process go on wherever the caller has been at work for a while. What n8n does
 * besides, from webhooks to renewing a worker's lock, gets its turn only between two stretches of ours, and
 * promises alone make one stretch of any amount of work.
 */
export function givingWay(time: () => number = now): () => Promise<void> {
	let begin = time();
	return async () => {
		if (time() - begin < MAX_STRETCH_MS) return;
		await sleep(0);
		begin = time();
	};
}
