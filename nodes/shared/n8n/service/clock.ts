import { sleep } from 'n8n-workflow';
import type { Clock } from '../../clock';

/** Longest time between two looks at the cancel signal: stopping an execution must take effect within half a second. */
const SLICE_MS = 250;

/**
 * Real time. It waits in slices because n8n's `sleep` takes no signal on older versions, and where it takes
 * one it throws, which n8n would record as a failed execution.
 */
export const realClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		const end = Date.now() + ms;
		for (let left = ms; left > 0 && !signal?.aborted; left = end - Date.now()) {
			await sleep(Math.min(SLICE_MS, left));
		}
	},
};
