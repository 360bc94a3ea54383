import { z } from 'zod';

const end = z.object({ ask: z.literal('end') });

/** What the benchmark asks of the process that stands in for the service. */
export const serviceQuestion = z.discriminatedUnion('ask', [
	/** A service without any jobs; its address is the answer. */
	z.object({ ask: z.literal('open'), shortestJobMs: z.number(), longestJobMs: z.number() }),
	z.object({ ask: z.literal('counts') }),
	end,
]);

export const serviceCounts = z.object({
	submitted: z.number(),
	fetched: z.number(),
	listed: z.number(),
	meanLagMs: z.number(),
});

/** What the benchmark asks of the process that runs the node. */
export const growthQuestion = z.discriminatedUnion('ask', [
	/** One execution of AssemblyAI Transcribe with this many recordings, by URL. */
	z.object({ ask: z.literal('transcribe'), recordings: z.number(), serviceUrl: z.string() }),
	end,
]);

export const growthRun = z.object({
	status: z.string(),
	error: z.string().nullable(),
	outputs: z.number(),
	wallMs: z.number(),
	processorMs: z.number(),
	/** The longest time in which the process did nothing else: no timer, no request of anybody. */
	longestStandStillMs: z.number(),
	memoryAtStart: z.number(),
	memoryAtPeak: z.number(),
});

export type ServiceQuestion = z.infer<typeof serviceQuestion>;
export type GrowthQuestion = z.infer<typeof growthQuestion>;
export type ServiceCounts = z.infer<typeof serviceCounts>;
export type GrowthRun = z.infer<typeof growthRun>;
