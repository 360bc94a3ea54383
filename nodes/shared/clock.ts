/** Time as the domain code sees it, so that tests can run hours of waiting in no time. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/**
	 * Resolves after `ms` milliseconds, or as soon as the signal is aborted. It never rejects: n8n records
	 * a canceled execution as failed when a node throws because of it.
	 */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
