import { z } from 'zod';

interface SetWithOwnQuestions {
	questions: unknown[];
	/** Keys of the set whose questions gave way. */
	replacedKeys: string[];
}

const keyed = z.object({ key: z.string().trim() });

/**
 * A ready-made set and somebody's own questions. One with a key of the set takes the place of the set's
 * question, since whoever uses its key wants the answer there; the others follow.
 */
export function withOwnQuestions(
	set: ReadonlyArray<{ key: string }>,
	own: readonly unknown[],
): SetWithOwnQuestions {
	const replacing = (key: string) => own.filter((question) => keyOf(question) === key);
	const setKeys = set.map(({ key }) => key);
	return {
		questions: [
			...set.flatMap((question): unknown[] => {
				const owns = replacing(question.key);
				return owns.length > 0 ? owns : [question];
			}),
			...own.filter((question) => !setKeys.includes(keyOf(question))),
		],
		replacedKeys: setKeys.filter((key) => replacing(key).length > 0),
	};
}

function keyOf(question: unknown): string {
	const parsed = keyed.safeParse(question);
	return parsed.success ? parsed.data.key : '';
}
