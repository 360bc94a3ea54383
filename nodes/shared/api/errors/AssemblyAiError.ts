/** What an error knows beyond its message. All of it is shown to the user; none of it may hold a secret. */
export interface ErrorFacts {
	/** What the user can do about it, in full sentences. */
	hint?: string | undefined;
	transcriptId?: string | undefined;
	/** HTTP status, or the transcript's own status where the job is what failed. */
	status?: number | string | undefined;
	requestId?: string | undefined;
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

	/** Adds what only a caller knows on the error's way up; what the error knew already is kept. */
	addFacts(facts: ErrorFacts): void {
		this.facts = { ...facts, ...definedOnly(this.facts) };
	}
}

function definedOnly(facts: ErrorFacts): ErrorFacts {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The same error, knowing the transcript it is about. */
export function namingTranscript(transcriptId: string, error: unknown): unknown {
	if (error instanceof AssemblyAiError) error.addFacts({ transcriptId });
	return error;
}
