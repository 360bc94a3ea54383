import type { Clock } from '../../clock';

/** Ends work that does not end by itself. */
export interface Deadline {
	/** Aborted when the time is over, or when the outer signal is. */
	signal: AbortSignal;
	isOver(): boolean;
	/** Resolves when the time is over; never after `clear`. */
	over: Promise<void>;
	/** To be called when the work has ended. */
	clear(): void;
}

/** A time limit for the whole of an exchange, which the timeout of n8n's helper is not: it starts anew at each byte. */
export function deadlineOf(clock: Clock, ms: number, outer?: AbortSignal): Deadline {
	const limit = new AbortController();
	const done = new AbortController();
	const over = new Promise<void>((resolve) => {
		void clock.sleep(ms, done.signal).then(() => {
			if (done.signal.aborted) return;
			limit.abort();
			resolve();
		});
	});
	return {
		signal: outer ? AbortSignal.any([limit.signal, outer]) : limit.signal,
		isOver: () => limit.signal.aborted,
		over,
		// With a reason of its own, for want of which an exception would be made for each exchange.
		clear: () => done.abort('done'),
	};
}
