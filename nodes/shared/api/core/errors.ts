/** What an error knows beyond its message. All of it is shown to the user; none of it may hold a secret. */
export interface ErrorFacts {
	/** What the user can do about it, in full sentences. */
	hint?: string | undefined;
	transcriptId?: string | undefined;
	/** HTTP status, or the transcript's own status where the job is what failed. */
	status?: number | string | undefined;
	requestId?: string | undefined;
	/** Of the recording, where it came as a file. */
	fileName?: string | undefined;
	/** The field of the item that has the file. */
	binaryPropertyName?: string | undefined;
}

/**
 * The root of everything that can go wrong for a reason a user should read: the message says what happened
 * and what AssemblyAI said, the hint what to do.
 */
export class AssemblyAiError extends Error {
	override readonly name: string = 'AssemblyAiError';

	facts: Readonly<ErrorFacts>;

	constructor(message: string, facts: ErrorFacts = {}) {
		super(message);
		this.facts = facts;
	}

	/**
	 * The same error, knowing what only a caller knows; what it knew already is kept. A copy, because one failed
	 * request may be the end of many items, and what is true of one of them is not of the others.
	 */
	knowing(facts: ErrorFacts): this {
		const copy: this = Object.create(
			Object.getPrototypeOf(this),
			Object.getOwnPropertyDescriptors(this),
		);
		copy.facts = { ...facts, ...definedOnly(this.facts) };
		return copy;
	}

	/** The same error with a better hint, from a caller who knows more; no hint leaves it as it is. */
	advising(hint: string | undefined): this {
		if (hint === undefined) return this;
		const copy = this.knowing({});
		copy.facts = { ...copy.facts, hint };
		return copy;
	}
}

function definedOnly(facts: ErrorFacts): ErrorFacts {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The same error, knowing the transcript it is about. */
export function withTranscriptId(transcriptId: string, error: unknown): unknown {
	return error instanceof AssemblyAiError ? error.knowing({ transcriptId }) : error;
}

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

/**
 * Why an exchange ended without a response. It decides whether a request that costs money may be sent again:
 * only an `unreachable` service cannot have seen it.
 */
export type ConnectionFailure = 'unreachable' | 'lost' | 'timeout';

export class ConnectionError extends AssemblyAiError {
	override readonly name = 'ConnectionError';

	readonly failure: ConnectionFailure;

	constructor(message: string, failure: ConnectionFailure, facts: ErrorFacts = {}) {
		super(message, facts);
		this.failure = failure;
	}
}

/** Nothing left n8n, and nothing would the next time: a rule of the instance forbids it, or the credential cannot be used. */
export class NotSentError extends AssemblyAiError {
	override readonly name = 'NotSentError';
}

/** The user stopped the execution. It is never shown: whoever meets it ends quietly. */
export class CanceledError extends AssemblyAiError {
	override readonly name = 'CanceledError';
}

/** This item was fine, but another one of the same run failed and ends the run. */
export class HaltedError extends AssemblyAiError {
	override readonly name = 'HaltedError';
}

/** What the user set, or what came in with the item, cannot be used as it is; nothing was sent. */
export class InputError extends AssemblyAiError {
	override readonly name = 'InputError';
}

/** The service answered with something that is not what its reference describes. */
export class InvalidReplyError extends AssemblyAiError {
	override readonly name: string = 'InvalidReplyError';
}

/** The reply goes on beyond all bounds; the next one to the same request would as well. */
export class EndlessReplyError extends InvalidReplyError {
	override readonly name = 'EndlessReplyError';
}

/**
 * The service sent on to another address, which was not asked: the request came to nothing, and the same one
 * would again.
 */
export class RedirectError extends AssemblyAiError {
	override readonly name = 'RedirectError';
}

/** The job was accepted and ended with status `error`. Such a job is not billed. */
export class TranscriptFailedError extends AssemblyAiError {
	override readonly name = 'TranscriptFailedError';

	/** What the service said, word for word, or '' when it gave no reason. */
	readonly said: string;

	constructor(message: string, said: string, facts: ErrorFacts = {}) {
		super(message, facts);
		this.said = said;
	}
}

/** The user's time limit ended a wait. The transcript goes on at the service and can be fetched by its id. */
export class WaitTimeoutError extends AssemblyAiError {
	override readonly name = 'WaitTimeoutError';
}
