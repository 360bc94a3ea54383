import type { SubmissionMemory, SubmissionNote } from '../../../nodes/shared/transcript/submitOnce';

/** A memory that begins with these notes and shows all of them. */
export function memoryWith(notes: Record<string, SubmissionNote> = {}) {
	const kept = new Map(Object.entries(notes));
	return {
		get: (work) => kept.get(work),
		set: (work, note) => void kept.set(work, note),
		delete: (work) => void kept.delete(work),
		all: () => Object.fromEntries(kept),
	} satisfies SubmissionMemory & { all(): Record<string, SubmissionNote> };
}

export const acceptedAs = (transcriptId: string): SubmissionNote => ({
	stage: 'accepted',
	transcriptId,
});
