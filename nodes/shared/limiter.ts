/** Runs at most `limit` pieces of work at once, the others in the order in which they came. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

export function limiterOf(limit: number): Limiter {
	let running = 0;
	const waiting: Array<() => void> = [];
	const release = () => {
		const next = waiting.shift();
		if (next) next();
		else running--;
	};
	return async (work) => {
		if (running < limit) running++;
		else await new Promise<void>((begin) => waiting.push(begin));
		try {
			return await work();
		} finally {
			release();
		}
	};
}
