import type {
	HttpClient,
	HttpRequest,
	HttpResponse,
} from '../../../../nodes/shared/api/core/httpClient';
import type { Clock } from '../../../../nodes/shared/clock';

/** What happens to one request: a reply, the error of an exchange without one, or either made on the spot. */
export type Step = HttpResponse | Error | ((request: HttpRequest) => Promise<HttpResponse>);

export interface SentRequest extends HttpRequest {
	/** When it was sent, on the test's clock. */
	at: number;
}

/** An HTTP client that replies what a test wrote down, step by step, and notes what it was asked. */
export class ScriptedHttp {
	readonly requests: SentRequest[] = [];

	/** @param always replies to every request after the steps; without it such a request is a fault */
	constructor(
		private readonly clock: Clock,
		private readonly steps: readonly Step[],
		private readonly always?: Step,
	) {}

	readonly send: HttpClient = async (request) => {
		const step = this.steps[this.requests.length] ?? this.always;
		this.requests.push({ ...request, at: this.clock.now() });
		if (step === undefined)
			throw new Error(`Nothing is written down for request ${this.requests.length}`);
		if (step instanceof Error) throw step;
		return typeof step === 'function' ? await step(request) : step;
	};
}
