import { z } from 'zod';
import { costs } from '../process/measured';

export const WAYS = ['node', 'allAtOnce', 'n8nLoop', 'guide', 'oneByOne'] as const;

export type Way = (typeof WAYS)[number];

/** What the benchmark asks of the process that does the work in one way. */
export const peerQuestion = z.discriminatedUnion('ask', [
	z.object({
		ask: z.literal('transcribe'),
		way: z.enum(WAYS),
		recordings: z.number(),
		serviceUrl: z.string(),
	}),
	z.object({ ask: z.literal('end') }),
]);

export const peerRun = z.object({
	/** Recordings whose text is there in the end. */
	done: z.number(),
	/** What went wrong first, if anything did. */
	error: z.string().nullable(),
	/** Of what is there in the end, in bytes of JSON. */
	outputBytes: z.number(),
	costs,
});

export type PeerQuestion = z.infer<typeof peerQuestion>;
export type PeerRun = z.infer<typeof peerRun>;
