import { AssemblyAiError } from '../../../nodes/shared/api/core/errors';

/** What a user reads where something is refused: the message, and the hint below it. */
export interface Refusal {
	message: string;
	hint: string | undefined;
}

/** @throws when the work is not refused, and the error itself when it is not one for users */
export function refusalOf(work: () => unknown): Refusal {
	let result: unknown;
	try {
		result = work();
	} catch (error) {
		if (!(error instanceof AssemblyAiError)) throw error;
		return { message: error.message, hint: error.facts.hint };
	}
	throw new Error(`Should have been refused, but gave ${JSON.stringify(result)}`);
}
