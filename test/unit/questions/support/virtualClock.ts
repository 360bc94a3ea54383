import type { Clock } from '../../../../nodes/shared/clock';

/** Time that passes only when everything waits for it, so that hours of waiting take no time. */
export class VirtualClock implements Clock {
	private time = Date.UTC(2026, 0, 1);

	private sleepers: Array<{ until: number; wake: () => void }> = [];

	now(): number {
		return this.time;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		if (ms <= 0 || signal?.aborted) return;
		await new Promise<void>((wake) => {
			this.sleepers.push({ until: this.time + ms, wake });
			signal?.addEventListener('abort', () => wake(), { once: true });
		});
	}

	/** Lets time pass until the work is done. Rejects as the work does, or when it waits for nothing. */
	async run<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const watched = work.finally(() => {
			isDone = true;
		});
		watched.catch(() => undefined);
		for (;;) {
			await everythingElse();
			if (isDone) return await watched;
			this.sleepers.sort((one, other) => one.until - other.until);
			const next = this.sleepers.shift();
			if (!next) throw new Error('The work waits for something that never comes');
			this.time = Math.max(this.time, next.until);
			next.wake();
		}
	}
}

/** Promises are settled before the next turn of the event loop. */
async function everythingElse(): Promise<void> {
	await new Promise<void>((resume) => setImmediate(resume));
}
