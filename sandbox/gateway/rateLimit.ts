import { gatewayRefusal } from './envelopes';

const WINDOW_MS = 60_000;

/**
 * Requests per model and minute. Refused requests count too, so the remainder can go below zero, as the
 * service's does.
 */
export class RateLimit {
	private readonly windows = new Map<string, { startedAt: number; used: number }>();

	constructor(
		private readonly perMinute: () => number,
		private readonly now: () => number = Date.now,
	) {}

	/** Throws the service's 429 with the wait in seconds; `name` is what is counted, a model for instance. */
	count(name: string, requestId: string): void {
		const limit = this.perMinute();
		const now = this.now();
		const running = this.windows.get(name);
		const window =
			running && now - running.startedAt < WINDOW_MS ? running : { startedAt: now, used: 0 };
		window.used += 1;
		this.windows.set(name, window);
		if (window.used <= limit) return;
		const wait = Math.ceil((window.startedAt + WINDOW_MS - now) / 1000);
		throw gatewayRefusal(requestId, 429, 'too many requests for this action', undefined, {
			'retry-after': String(wait),
			'x-ratelimit-limit': String(limit),
			'x-ratelimit-remaining': String(limit - window.used),
			'x-ratelimit-reset': String(wait),
			'x-ratelimit-model': name,
			'x-ratelimit-service': 'llm-gateway',
		});
	}

	clear(): void {
		this.windows.clear();
	}
}
