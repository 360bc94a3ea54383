import type { SubmissionMemory } from '../../../nodes/shared/transcript/submitOnce';

/** What n8n keeps for a node from try to try, without n8n. */
export function memoryWith(known: Readonly<Record<string, string>> = {}): SubmissionMemory & {
	all(): Record<string, string>;
} {
	const ids = new Map(Object.entries(known));
	return {
		recall: (work) => ids.get(work),
		remember: (work, id) => void ids.set(work, id),
		forget: (work) => void ids.delete(work),
		all: () => Object.fromEntries(ids),
	};
}
