import { z } from 'zod';

// Only a simplified output reads these, so what does not have its described shape counts as not there: a
// finished transcript is paid for and must reach the next node. AssemblyAI API reference, "Get transcript",
// and its documentation of Speech Understanding.

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const texts = z.record(z.string(), z.string());
const list = z.array(z.record(z.string(), z.unknown())).nullish().catch(undefined);
const shares = z.record(z.string(), z.number());

const utterances = z
	.array(
		z
			.object({ speaker: z.string(), text: z.string(), translated_texts: texts.nullish() })
			.passthrough(),
	)
	.nullish()
	.catch(undefined);

const summarization = z
	.object({
		status: text,
		summary: z
			.array(z.object({ text: z.string() }).passthrough())
			.nullish()
			.catch(undefined),
	})
	.nullish()
	.catch(undefined);

const response = z
	.object({
		action_items: z.object({ status: text, items: list }).nullish().catch(undefined),
		custom_formatting: z
			.object({ status: text, formatted_text: text, formatted_utterances: utterances })
			.nullish()
			.catch(undefined),
		speaker_identification: z
			.object({ status: text, mapping: texts.nullish().catch(undefined) })
			.nullish()
			.catch(undefined),
		summarization,
		translation: z.object({ status: text }).nullish().catch(undefined),
	})
	.nullish()
	.catch(undefined);

/** What Speech Understanding adds to a transcript, or returns for one that is there. */
export const speechUnderstandingSchema = z.object({
	speech_understanding: z
		.object({ request: z.record(z.string(), z.unknown()), response })
		.nullish()
		.catch(undefined),
	translated_texts: texts.nullish().catch(undefined),
	utterances,
});

/** What the classic features add to a transcript, each with the parameter that asked for it. */
export const findingsSchema = z.object({
	auto_highlights: flag,
	auto_highlights_result: z.object({ status: text, results: list }).nullish().catch(undefined),
	content_safety: flag,
	content_safety_labels: z
		.object({
			status: text,
			summary: shares.nullish().catch(undefined),
			severity_score_summary: z.record(z.string(), shares).nullish().catch(undefined),
		})
		.nullish()
		.catch(undefined),
	entity_detection: flag,
	entities: list,
	iab_categories: flag,
	iab_categories_result: z
		.object({ status: text, summary: shares.nullish().catch(undefined) })
		.nullish()
		.catch(undefined),
	redact_pii_return_unredacted: flag,
	unredacted_text: text,
	sentiment_analysis: flag,
	sentiment_analysis_results: list,
});

export type SpeechUnderstanding = z.infer<typeof speechUnderstandingSchema>;
export type Findings = z.infer<typeof findingsSchema>;
