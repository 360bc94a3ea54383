/** What an error knows beyond its message. All of it is shown to the user; none of it may hold a secret. */
export interface ErrorFacts {
	/** What the user can do about it, in full sentences. */
	hint?: string | undefined;
	transcriptId?: string | undefined;
	/** HTTP status, or the transcript's own status where the job is what failed. */
	status?: number | string | undefined;
	requestId?: string | undefined;
	cause?: unknown;
}

/**
 * The root of everything that can go wrong for a reason a user should read: the message says what happened
 * and what AssemblyAI said, the hint what to do.
 */
export class AssemblyAiError extends Error {
	override readonly name: string = 'AssemblyAiError';

	readonly hint: string | undefined;

	readonly transcriptId: string | undefined;

	readonly status: number | string | undefined;

	readonly requestId: string | undefined;

	constructor(message: string, facts: ErrorFacts = {}) {
		super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
		this.hint = facts.hint;
		this.transcriptId = facts.transcriptId;
		this.status = facts.status;
		this.requestId = facts.requestId;
	}
}
