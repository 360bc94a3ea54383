import { z } from 'zod';
import { costs } from '../process/measured';

const end = z.object({ ask: z.literal('end') });

/** What the benchmark asks of the process that stands in for the service. */
export const serviceQuestion = z.discriminatedUnion('ask', [
	/** A service without any jobs; its address is the answer. */
	z.object({ ask: z.literal('open'), shortestJobMs: z.number(), longestJobMs: z.number() }),
	/** A service with finished transcripts of this many words, and a model. */
	z.object({ ask: z.literal('openCalls'), words: z.number(), answerMs: z.number() }),
	z.object({ ask: z.literal('counts') }),
	end,
]);

export const serviceCounts = z.object({
	submitted: z.number(),
	fetched: z.number(),
	listed: z.number(),
	/** At one job, finished or not. */
	looks: z.number(),
	meanLagMs: z.number(),
});

/** What the benchmark asks of the process that runs the nodes. */
export const growthQuestion = z.discriminatedUnion('ask', [
	/** One execution of AssemblyAI Transcribe with this many recordings, by URL. */
	z.object({ ask: z.literal('transcribe'), recordings: z.number(), serviceUrl: z.string() }),
	/** One execution of LLM Gateway Ask Questions with five questions about this many calls. */
	z.object({ ask: z.literal('questions'), calls: z.number(), serviceUrl: z.string() }),
	/** One execution that calls AssemblyAI Transcribe this many times, in a loop. */
	z.object({ ask: z.literal('loop'), rounds: z.number(), serviceUrl: z.string() }),
	end,
]);

const outcome = z.object({
	status: z.string(),
	error: z.string().nullable(),
	outputs: z.number(),
	/** Of the output items, in bytes of JSON. */
	outputBytes: z.number(),
});

export const growthRun = outcome.extend({ costs });

export const loopRun = outcome.extend({
	/** Of each call of the node, in their order. */
	roundsMs: z.array(z.number()),
	/** What n8n saves of the node's own notes with the execution. */
	savedContextBytes: z.number(),
});

export type ServiceQuestion = z.infer<typeof serviceQuestion>;
export type GrowthQuestion = z.infer<typeof growthQuestion>;
export type ServiceCounts = z.infer<typeof serviceCounts>;
export type GrowthRun = z.infer<typeof growthRun>;
export type LoopRun = z.infer<typeof loopRun>;
