import type { Clock } from '../../../nodes/shared/clock';

interface Sleeper {
	wakesAt: number;
	wake: () => void;
}

/**
 * Time that passes only when everybody sleeps: as soon as no code has anything left to do, the clock jumps to
 * the earliest moment somebody waits for. Sleepers of the same moment wake in the order in which they lay
 * down, so a run is the same every time, however long it takes on the clock.
 */
export class VirtualClock implements Clock {
	/** What was asked of `sleep`, in milliseconds and in order. */
	readonly pauses: number[] = [];

	private readonly begin: number;
	private readonly sleepers: Sleeper[] = [];
	private isTurning = false;

	constructor(private time = Date.UTC(2026, 10, 22)) {
		this.begin = time;
	}

	now(): number {
		return this.time;
	}

	/** Milliseconds since the clock was made. */
	elapsed(): number {
		return this.time - this.begin;
	}

	/** @throws RangeError for a time that cannot be slept, which a real clock would hide by not sleeping */
	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		this.pauses.push(ms);
		await this.passed(ms, signal);
	}

	/** Like `sleep`, for time that something outside of the code takes: it is not noted as a pause. */
	async passed(ms: number, signal?: AbortSignal): Promise<void> {
		if (!(ms >= 0)) throw new RangeError(`Nobody can sleep ${ms} ms`);
		if (signal?.aborted) return;
		await new Promise<void>((resolve) => {
			const stop = () => this.wake(sleeper);
			const wake = () => {
				signal?.removeEventListener('abort', stop);
				resolve();
			};
			const sleeper: Sleeper = { wakesAt: this.time + ms, wake };
			this.sleepers.push(sleeper);
			signal?.addEventListener('abort', stop);
			this.turn();
		});
	}

	/** Does something at a moment, given in milliseconds from the clock's beginning. */
	at(ms: number, action: () => void): void {
		this.sleepers.push({ wakesAt: this.begin + ms, wake: action });
		this.turn();
	}

	private turn(): void {
		if (this.isTurning) return;
		this.isTurning = true;
		// Every promise that can go on has gone on before Node comes to its immediates.
		setImmediate(() => {
			this.isTurning = false;
			const next = this.earliest();
			if (!next) return;
			this.time = Math.max(this.time, next.wakesAt);
			this.wake(next);
			this.turn();
		});
	}

	/** The first of those who wake first. Thousands may sleep, so nothing is made for each of them. */
	private earliest(): Sleeper | undefined {
		let first = this.sleepers[0];
		for (const sleeper of this.sleepers) {
			if (first && sleeper.wakesAt < first.wakesAt) first = sleeper;
		}
		return first;
	}

	private wake(sleeper: Sleeper): void {
		const index = this.sleepers.indexOf(sleeper);
		if (index < 0) return;
		this.sleepers.splice(index, 1);
		sleeper.wake();
	}
}
