import type { Clock } from '../../clock';
import type { HttpResponse } from './httpClient';
import { isTooLong, readRetryAfter } from './retryPolicy';

/** LLM Gateway reference, "Rate limits": requests per model are counted over a minute. */
const WINDOW_MS = 60_000;
/** What a paid account may send to one model in that time. */
const DOCUMENTED_LIMIT = 30;
/** For the way to the service, and because it gives its times in whole seconds. */
const MARGIN_MS = 1_000;

/**
 * One gate for all requests of a run that count against one rate limit. They pass in the order in which they
 * came; what one of them is told to wait, all of them wait, since every refused request counts as well.
 *
 * Up to the documented limit requests go side by side. Beyond, one at a time, so that at most one of them
 * is refused in a window: it shows how many the account may send, which is kept to from then on.
 */
export class RateGate {
	private line: Promise<void> = Promise.resolve();

	private closedUntil = 0;

	/** When each request of the current window was let out, the oldest first. */
	private sent: number[] = [];

	private inFlight = 0;

	private refused = 0;

	/** Requests that may go side by side in a window; those beyond find out whether there may be more. */
	private expected = DOCUMENTED_LIMIT;

	/** Requests that may go at all in a window, once that is known. */
	private limit = Number.POSITIVE_INFINITY;

	private returned: () => void = () => undefined;

	constructor(private readonly clock: Clock) {}

	/**
	 * Resolves when it is this request's turn, at once when the signal is aborted. Whoever passes tells by
	 * `leave` that the request has come back.
	 */
	async pass(signal?: AbortSignal): Promise<void> {
		this.line = this.line.then(async () => {
			await this.untilOpen(signal);
			this.sent.push(this.clock.now());
			this.inFlight++;
		});
		await this.line;
	}

	leave(): void {
		this.inFlight--;
		this.returned();
	}

	/** Keeps the gate closed for at least this many milliseconds from now. */
	close(ms: number): void {
		this.closedUntil = Math.max(this.closedUntil, this.clock.now() + ms);
	}

	/** Learns from a reply to a request that passed and has not left yet. */
	heed({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>): void {
		const told = Number(headers['x-ratelimit-limit']);
		if (Number.isInteger(told) && told > 0) this.limit = this.expected = told;
		if (status !== 429) {
			const accepted = this.sent.length - this.refused - this.inFlight + 1;
			this.expected = Math.max(this.expected, accepted);
			return;
		}
		const now = this.clock.now();
		const wait = readRetryAfter(headers['retry-after'], now);
		// The request that was told so fails; those behind it find out for themselves.
		if (!isTooLong(wait)) this.close(wait ?? (this.sent[0] ?? now) + WINDOW_MS + MARGIN_MS - now);
		this.refused++;
		const accepted = Math.max(1, this.sent.length - this.refused);
		this.expected = Math.min(accepted, this.limit);
		// Fewer than documented are somebody else's requests in the same window, or another kind of account.
		if (accepted >= DOCUMENTED_LIMIT) this.limit = Math.min(accepted, this.limit);
	}

	private async untilOpen(signal: AbortSignal | undefined): Promise<void> {
		while (!signal?.aborted) {
			const now = this.clock.now();
			const oldest = this.sent[0] ?? now;
			if (now < this.closedUntil) await this.clock.sleep(this.closedUntil - now, signal);
			else if (this.refused > 0) this.beginWindow();
			else if (now >= oldest + WINDOW_MS + MARGIN_MS) this.sent.shift();
			else if (this.sent.length >= this.limit)
				await this.clock.sleep(oldest + WINDOW_MS + MARGIN_MS - now, signal);
			else if (this.sent.length >= this.expected && this.inFlight > 0) await this.nextReturn();
			else return;
		}
	}

	/** After the wait that the service asked for it counts anew; a limit that is known is kept to anyway. */
	private beginWindow(): void {
		if (this.limit === Number.POSITIVE_INFINITY) this.sent = [];
		this.refused = 0;
	}

	private async nextReturn(): Promise<void> {
		await new Promise<void>((resume) => {
			this.returned = resume;
		});
	}
}
