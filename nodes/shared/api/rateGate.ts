import type { Clock } from '../clock';

/**
 * One gate for all requests of a run to one rate-limited API: what one of them is told to wait, all of them
 * wait, since every further refusal counts against the limit as well.
 */
export class RateGate {
	private closedUntil = 0;

	constructor(private readonly clock: Clock) {}

	/** Resolves as soon as the gate is open. */
	async pass(signal?: AbortSignal): Promise<void> {
		for (
			let left = this.closedUntil - this.clock.now();
			left > 0 && !signal?.aborted;
			left = this.closedUntil - this.clock.now()
		) {
			await this.clock.sleep(left, signal);
		}
	}

	/** Keeps the gate closed for at least this many milliseconds from now. */
	close(ms: number): void {
		this.closedUntil = Math.max(this.closedUntil, this.clock.now() + ms);
	}
}
