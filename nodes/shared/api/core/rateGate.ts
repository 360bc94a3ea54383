import type { Clock } from '../../clock';
import type { HttpResponse } from './httpClient';
import { isTooLong, readRetryAfter } from './retryPolicy';

/** LLM Gateway reference, "Rate limits": requests per model are counted over a minute. */
const WINDOW_MS = 60_000;
/** What a paid account may send to one model in that time. */
const DOCUMENTED_LIMIT = 30;
/** For the way to the service, and because it gives its times in whole seconds. */
const MARGIN_MS = 1_000;

const aborts = new WeakMap<AbortSignal, Promise<void>>();

/** One listener for each signal, however many wait: Node.js takes more than ten for a leak. */
async function abortOf(signal: AbortSignal): Promise<void> {
	const known =
		aborts.get(signal) ??
		new Promise<void>((resolve) => {
			if (signal.aborted) resolve();
			else signal.addEventListener('abort', () => resolve(), { once: true });
		});
	aborts.set(signal, known);
	await known;
}

/**
 * One gate for all requests that count against one rate limit. They pass in the order in which they
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
	 * Resolves with true when it is this request's turn: then it tells by `release` that it has come back. With
	 * false as soon as the signal is aborted, wherever in the line it stands: those before it may belong to
	 * other executions, which go on.
	 */
	async acquire(signal?: AbortSignal): Promise<boolean> {
		let hasPassed = false;
		const turn = this.line.then(async () => {
			await this.untilOpen(signal);
			if (signal?.aborted) return;
			this.sent.push(this.clock.now());
			this.inFlight++;
			hasPassed = true;
		});
		this.line = turn;
		await Promise.race(signal ? [turn, abortOf(signal)] : [turn]);
		if (!signal?.aborted) return true;
		if (hasPassed) this.release();
		return false;
	}

	release(): void {
		this.inFlight--;
		this.returned();
	}

	/** Keeps the gate closed for at least this many milliseconds from now. */
	close(ms: number): void {
		this.closedUntil = Math.max(this.closedUntil, this.clock.now() + ms);
	}

	/** Learns from a reply to a request that passed and has not left yet. */
	observe({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>): void {
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

/** A gate for each model: the limit counts the requests to each of them alone. */
export class RateGates {
	private readonly gates = new Map<string, RateGate>();

	constructor(private readonly clock: Clock) {}

	for(model: string): RateGate {
		const gate = this.gates.get(model) ?? new RateGate(this.clock);
		this.gates.set(model, gate);
		return gate;
	}
}
