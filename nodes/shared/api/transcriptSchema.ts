import { z } from 'zod';
import { utteranceList, wordList } from './spokenWords';

// Only what this package reads is described; everything else passes through untouched, because the full
// object is what a user gets without "Simplify". AssemblyAI API reference, "Get transcript".

// A finished transcript is paid for: what only stands beside it, and is not of the described type, counts as not there.
const textOrNothing = z.string().nullish().catch(undefined);
const numberOrNothing = z.number().nullish().catch(undefined);

/** A sentence. In another shape it is still the only reason that there is. */
const reason = z
	.unknown()
	.transform((error): string | null | undefined => {
		if (error === undefined || error === null || typeof error === 'string') return error;
		return JSON.stringify(error);
	})
	.optional();

const metadata = z
	.object({
		warnings: z.array(z.object({ message: z.string() }).passthrough()).nullish(),
	})
	.passthrough();

export const transcriptSchema = z
	.object({
		id: z.string().min(1),
		status: z.string(),
		error: reason,
		audio_url: textOrNothing,
		text: z.string().nullish(),
		confidence: numberOrNothing,
		/** Whole seconds, rounded up by the service. */
		audio_duration: numberOrNothing,
		language_code: textOrNothing,
		/** The one of speech_models that did the work. */
		speech_model_used: textOrNothing,
		words: wordList.nullish(),
		utterances: utteranceList.nullish(),
		/** What was asked for, which the service repeats. */
		speaker_labels: z.boolean().nullish().catch(undefined),
		metadata: metadata.nullish().catch(undefined),
	})
	.passthrough();

export const transcriptPageSchema = z
	.object({
		page_details: z.object({ prev_url: z.string().nullish() }).passthrough(),
		transcripts: z.array(
			z
				.object({
					id: z.string().min(1),
					status: z.string(),
					created: textOrNothing,
					audio_url: textOrNothing,
				})
				.passthrough(),
		),
	})
	.passthrough();

export type { Utterance, Word } from './spokenWords';
export type Transcript = z.infer<typeof transcriptSchema>;
export type TranscriptPage = z.infer<typeof transcriptPageSchema>;
