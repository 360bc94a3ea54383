import { z } from 'zod';

const answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const evidence = z.object({
	quote: z.string().nullable(),
	verified: z.boolean(),
	speaker: z.string().nullable(),
	/** When it is said, in milliseconds from the start of the recording, and for people as 00:41. */
	start: z.number().nullable(),
	end: z.number().nullable(),
	at: z.string().nullable(),
});

/** The output of LLM Gateway Ask Questions, with evidence. */
export const answersSchema = z.object({
	details: z.array(
		z.object({
			key: z.string(),
			question: z.string(),
			answer,
			reason: z.string().nullable(),
			evidence,
		}),
	),
	transcriptId: z.string().nullable(),
	model: z.string(),
	usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
	requestId: z.string().nullable(),
});

export type AskedQuestions = z.infer<typeof answersSchema>;
export type Detail = AskedQuestions['details'][number];
