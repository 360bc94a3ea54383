import { realClock } from '../../nodes/shared/n8n/service/clock';

export interface HurriedClock {
	/** The moment at which it showed the right time. */
	begin: number;
	/** What the clock shows at a moment, both in milliseconds since the epoch. */
	at: (time: number) => number;
	setRight: () => void;
}

/**
 * Lets time pass faster for the nodes of this process, so that a search of minutes for a lost job takes seconds.
 * The service, the line and n8n itself go at their own pace, which only makes the line look worse than it is.
 * @param times how much faster
 * @param begin the moment at which it shows the right time; another process's, to go with its clock
 */
export function hurryClock(times: number, begin = realClock.now()): HurriedClock {
	const { now, sleep } = realClock;
	const at = (time: number) => Math.round(begin + (time - begin) * times);
	realClock.now = () => at(now());
	realClock.sleep = async (ms, signal) => await sleep(ms / times, signal);
	return { begin, at, setRight: () => void Object.assign(realClock, { now, sleep }) };
}
