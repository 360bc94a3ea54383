import { z } from 'zod';
import { collectGarbage, memoryAtPeak, memoryAtStart } from './peakMemory';
import { watchKeptMemory } from './keptMemory';
import { watchStandStill } from './standStill';

/** What a piece of work took of its process. */
export const costs = z.object({
	wallMs: z.number(),
	processorMs: z.number(),
	/** The longest time in which the process did nothing else, and the most of it in which it was at work. */
	standStill: z.object({ wallMs: z.number(), workMs: z.number() }),
	/** Resident memory, in bytes. */
	memoryAtStart: z.number(),
	memoryAtPeak: z.number(),
	/** The most that was held, over the start. */
	memoryKept: z.number(),
});

export type Costs = z.infer<typeof costs>;

/** Does a piece of work from a clean memory. */
export async function measured<T>(work: () => Promise<T>): Promise<{ costs: Costs; result: T }> {
	await collectGarbage();
	const atStart = memoryAtStart();
	const kept = watchKeptMemory();
	const endStandStill = watchStandStill();
	const processor = process.cpuUsage();
	const startedAt = performance.now();
	const result = await work();
	const wallMs = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(processor);
	const standStill = endStandStill();
	const peak = memoryAtPeak();
	return {
		result,
		costs: {
			wallMs,
			processorMs: (user + system) / 1000,
			standStill,
			memoryAtStart: atStart,
			memoryAtPeak: peak,
			memoryKept: kept(),
		},
	};
}
