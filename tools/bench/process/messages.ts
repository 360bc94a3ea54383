import { z } from 'zod';

/** Sends a file with nothing but undici, to the URL as it stands. */
const send = z.object({ ask: z.literal('send'), file: z.string(), url: z.string() });
const end = z.object({ ask: z.literal('end') });

/** What the benchmark asks of the process that runs the node. */
export const nodeQuestion = z.discriminatedUnion('ask', [
	/** Keeps files as n8n does when they arrive, once for all runs. */
	z.object({ ask: z.literal('store'), files: z.array(z.string()) }),
	/** One execution of AssemblyAI Transcribe, one item per file. */
	z.object({
		ask: z.literal('run'),
		files: z.array(z.string()),
		serviceUrl: z.string(),
		apiKey: z.string(),
		waitMode: z.enum(['poll', 'doNotWait']),
		/** Cuts clips of quotes that begin at these milliseconds, in the place of transcribing. */
		clipsAtMs: z.array(z.number()).optional(),
		/** Whether to collect garbage first. It makes V8 collect more for a while, so it is not for timing. */
		fromCleanMemory: z.boolean().optional(),
	}),
	/** Stops the execution as the stop button does; it has no answer of its own. */
	z.object({ ask: z.literal('stop') }),
	send,
	end,
]);

/** Where each file is on disk now; null where n8n keeps it elsewhere. */
export const storedFiles = z.array(z.string().nullable());

export const nodeRun = z.object({
	status: z.string(),
	/** Message of the error that ended the run. */
	error: z.string().nullable(),
	/** Milliseconds since the epoch, comparable with the service's clock on the same machine. */
	startedAt: z.number(),
	endedAt: z.number(),
	/** From the stop to the end of the execution; null when it was not stopped. */
	stopToEndMs: z.number().nullable(),
	/** Resident memory of the process, in bytes. */
	memoryAtStart: z.number(),
	memoryAtPeak: z.number(),
});

/** What the benchmark asks of a process that has nothing but undici. */
export const undiciQuestion = z.discriminatedUnion('ask', [send, end]);

export const sent = z.object({ durationMs: z.number() });

/** Around every answer of a process. */
export const answer = z.union([
	z.object({ ok: z.literal(true), value: z.unknown() }),
	z.object({ ok: z.literal(false), error: z.string() }),
]);

export type NodeQuestion = z.infer<typeof nodeQuestion>;
export type RunQuestion = Extract<z.infer<typeof nodeQuestion>, { ask: 'run' }>;
export type NodeRun = z.infer<typeof nodeRun>;
export type UndiciQuestion = z.infer<typeof undiciQuestion>;
