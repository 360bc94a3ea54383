export type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown };

/** Waits for work and returns how it ended, so that the caller decides what a failure means. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
	try {
		return { ok: true, value: await work };
	} catch (error) {
		return { ok: false, error };
	}
}

/** The values of work that goes on side by side. @throws the first failure, once all of it has ended */
export async function allEnded<T>(work: Array<Promise<T>>): Promise<T[]> {
	const outcomes = await Promise.all(work.map(outcomeOf));
	return outcomes.map((outcome) => {
		if (outcome.ok) return outcome.value;
		throw outcome.error;
	});
}
