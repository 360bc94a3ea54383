import { realClock } from '../../nodes/shared/n8n/service/clock';

/**
 * Lets time pass faster for the nodes of this process, so that a search of minutes for a lost job takes seconds.
 * The service, the line and n8n itself go at their own pace, which only makes the line look worse than it is.
 * @param times how much faster
 * @returns what sets the clock right again
 */
export function hurryClock(times: number): () => void {
	const { now, sleep } = realClock;
	const begin = now();
	realClock.now = () => begin + (now() - begin) * times;
	realClock.sleep = async (ms, signal) => await sleep(ms / times, signal);
	return () => Object.assign(realClock, { now, sleep });
}
