/** Words that are prepared at a stretch, which takes a few milliseconds. */
const WORDS_OF_A_STEP = 2_000;

/** Whether a walk over words should stop for a moment at this one. */
export function isStep(index: number): boolean {
	return index % WORDS_OF_A_STEP === WORDS_OF_A_STEP - 1;
}

/** The result of work that is done step by step, all at once. */
export function atOnce<T>(work: Generator<void, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** The same, with something done between two steps. */
export async function inSteps<T>(
	work: Generator<void, T>,
	between: () => Promise<void>,
): Promise<T> {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
		await between();
	}
}
