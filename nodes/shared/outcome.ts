export type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown };

/** Waits for work and returns how it ended, so that the caller decides what a failure means. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
	try {
		return { ok: true, value: await work };
	} catch (error) {
		return { ok: false, error };
	}
}
