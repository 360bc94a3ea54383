import { AssemblyAiError, type ErrorFacts } from './AssemblyAiError';

/** The service answered with an HTTP status of 400 or above. */
export class ApiError extends AssemblyAiError {
	override readonly name = 'ApiError';

	readonly httpStatus: number;

	/** What the service said, word for word, or '' when its reply had no text. */
	readonly said: string;

	/** How long the service asked to be left alone, in milliseconds. */
	readonly retryAfterMs: number | undefined;

	constructor(
		message: string,
		reply: { httpStatus: number; said: string; retryAfterMs?: number | undefined },
		facts: ErrorFacts = {},
	) {
		super(message, { status: reply.httpStatus, ...facts });
		this.httpStatus = reply.httpStatus;
		this.said = reply.said;
		this.retryAfterMs = reply.retryAfterMs;
	}
}
