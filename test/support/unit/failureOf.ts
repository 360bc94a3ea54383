import { outcomeOf } from '../../../nodes/shared/outcome';

/**
 * The error that work must end with, as the class it must be of.
 * @throws when the work succeeds, and the error itself when it is another one
 */
export async function failureOf<E extends Error>(
	work: Promise<unknown>,
	kind: new (...parameters: never[]) => E,
): Promise<E> {
	const outcome = await outcomeOf(work);
	if (outcome.ok) throw new Error(`Should have failed, but gave ${JSON.stringify(outcome.value)}`);
	if (outcome.error instanceof kind) return outcome.error;
	throw outcome.error;
}
