export type Write = (text: string) => void;

/**
 * Works that go on at the same time and tell about themselves: what each one writes appears whole, after what the
 * ones before it wrote. The first one's appears at once. Waits for all of them, also when one fails.
 * @throws the first failure, when all have ended
 */
export async function inTurn<Work>(
	works: Work[],
	write: Write,
	run: (work: Work, write: Write) => Promise<void>,
): Promise<void> {
	const held = works.map((): string[] => []);
	const ended = new Set<number>();
	let shown = 0;
	const writerOf =
		(index: number): Write =>
		(text) => {
			if (index === shown) write(text);
			else held[index]?.push(text);
		};
	const end = (index: number) => {
		ended.add(index);
		while (ended.has(shown)) {
			shown += 1;
			for (const text of held[shown]?.splice(0) ?? []) write(text);
		}
	};
	const outcomes = await Promise.allSettled(
		works.map(async (work, index) => {
			try {
				await run(work, writerOf(index));
			} finally {
				end(index);
			}
		}),
	);
	for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
