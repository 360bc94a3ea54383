import type { Clock } from '../../clock';
import type { HttpClient } from './httpClient';

/** AssemblyAI, "Rate limits": an account has 20,000 requests in five minutes. A quarter is left to others. */
const WINDOW_MS = 300_000;
const MAX_IN_WINDOW = 15_000;
/** Requests are counted by stretches of time, so that a full window takes no more memory than an empty one. */
const STRETCH_MS = 5_000;

/** Counts the requests of an account, and holds those back that would be more than it may send. */
export class RequestBudget {
	private stretches: Array<{ begin: number; count: number }> = [];

	private sent = 0;

	constructor(private readonly clock: Clock) {}

	/** Resolves when one more request may be sent, at once when the signal is aborted. */
	async take(signal?: AbortSignal): Promise<void> {
		for (;;) {
			const now = this.clock.now();
			this.letGo(now);
			const [oldest] = this.stretches;
			if (this.sent < MAX_IN_WINDOW || oldest === undefined || signal?.aborted) break;
			await this.clock.sleep(oldest.begin + STRETCH_MS + WINDOW_MS - now, signal);
		}
		this.count(this.clock.now());
	}

	private count(now: number): void {
		const latest = this.stretches.at(-1);
		if (latest && now < latest.begin + STRETCH_MS) latest.count++;
		else this.stretches.push({ begin: now, count: 1 });
		this.sent++;
	}

	private letGo(now: number): void {
		for (
			let [oldest] = this.stretches;
			oldest && now >= oldest.begin + STRETCH_MS + WINDOW_MS;
			[oldest] = this.stretches
		) {
			this.sent -= oldest.count;
			this.stretches.shift();
		}
	}
}

/** The same client, within the budget. */
export function withinBudget(
	http: HttpClient,
	budget: RequestBudget,
	signal: AbortSignal | undefined,
): HttpClient {
	return async (request) => {
		await budget.take(signal);
		return await http(request);
	};
}
