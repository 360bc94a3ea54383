import { z } from 'zod';
import { utteranceList, wordList } from './spokenWords';

// Only what this package reads is described; everything else passes through untouched, because the full
// object is what a user gets without "Simplify". AssemblyAI API reference, "Get transcript".

const metadata = z
	.object({
		warnings: z.array(z.object({ message: z.string() }).passthrough()).nullish(),
	})
	.passthrough();

export const transcriptSchema = z
	.object({
		id: z.string().min(1),
		status: z.string(),
		error: z.string().nullish(),
		audio_url: z.string().nullish(),
		text: z.string().nullish(),
		confidence: z.number().nullish(),
		/** Whole seconds, rounded up by the service. */
		audio_duration: z.number().nullish(),
		language_code: z.string().nullish(),
		/** The one of speech_models that did the work. */
		speech_model_used: z.string().nullish(),
		words: wordList.nullish(),
		utterances: utteranceList.nullish(),
		/** What was asked for, which the service repeats. */
		speaker_labels: z.boolean().nullish().catch(undefined),
		metadata: metadata.nullish(),
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
					created: z.string().nullish(),
					audio_url: z.string().nullish(),
					error: z.string().nullish(),
				})
				.passthrough(),
		),
	})
	.passthrough();

export type { Utterance, Word } from './spokenWords';
export type Transcript = z.infer<typeof transcriptSchema>;
export type TranscriptPage = z.infer<typeof transcriptPageSchema>;
