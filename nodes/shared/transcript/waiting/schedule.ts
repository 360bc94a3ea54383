const MIN_PAUSE_MS = 500;
const MAX_PAUSE_MS = 10_000;
/** A pause of a twentieth of the time waited so far keeps the time lost after a job's end under that as well. */
const SHARE_OF_TIME_WAITED = 0.05;
const JITTER = 0.2;

/**
 * Milliseconds to pause before the next look at a job: short at first, since most recordings are done within
 * a minute, longer the longer the job takes.
 * @param waitedMs time since the first look
 * @param random 0 to 1; spreads the looks of many waiting items
 */
export function pauseBeforeNextLook(waitedMs: number, random: number): number {
	const pause = Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, waitedMs * SHARE_OF_TIME_WAITED));
	return pause * (1 - JITTER / 2 + JITTER * random);
}
