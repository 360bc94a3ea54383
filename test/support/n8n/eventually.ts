import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MS = 100;

/** No answer will come, however long one waits. */
export class NoUseWaitingError extends Error {}

/**
 * Asks again until there is an answer. n8n tells nobody when a webhook is registered or an execution saved,
 * so asking is the only way.
 * @param what for the message, e.g. `n8n to answer`
 * @throws Error when there is none within the time limit, with the last failure as its cause; NoUseWaitingError
 * at once
 */
export async function eventually<Answer>(
	what: string,
	timeLimitMs: number,
	ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
	const end = performance.now() + timeLimitMs;
	let cause: unknown;
	while (performance.now() < end) {
		try {
			const answer = await ask();
			if (answer !== undefined) return answer;
			cause = undefined;
		} catch (error) {
			if (error instanceof NoUseWaitingError) throw error;
			cause = error;
		}
		await sleep(INTERVAL_MS);
	}
	throw new Error(`Waited ${timeLimitMs / 1000} s for ${what}`, { cause });
}
