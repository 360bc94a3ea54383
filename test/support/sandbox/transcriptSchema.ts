import { z } from 'zod';

// The transcript and its parts, from the facts of AssemblyAI's speech-to-text OpenAPI document of August
// 2026. Where the sandbox departs from it on purpose, the difference stands in `OBSERVED` and in
// docs/sandbox.md.

export const share = z.number().min(0).max(1);
const ms = z.number().int().nonnegative();
const flag = z.boolean().nullable();
export const strings = z.array(z.string()).nullable();
export const object = z.record(z.string(), z.unknown()).nullable();
export const status = z.enum(['queued', 'processing', 'completed', 'error']);
export const url = z.string().url();
const speechModel = z.enum(['assemblyai-stt-3-7', 'universal-3-5-pro', 'universal-2']);

const span = { text: z.string(), start: ms, end: ms };
const channel = z.string().nullable().optional();

const word = z
	.object({ ...span, confidence: share, speaker: z.string().nullable(), channel })
	.strict();
export const utterance = z
	.object({
		...span,
		confidence: share,
		speaker: z.string(),
		channel,
		words: z.array(word),
		translated_texts: z.record(z.string(), z.string()).optional(),
	})
	.strict();
export const sentence = z
	.object({
		...span,
		confidence: share,
		words: z.array(word),
		speaker: z.string().nullable(),
		channel,
	})
	.strict();
export const paragraph = z.object({ ...span, confidence: share, words: z.array(word) }).strict();

const modelStatus = z.enum(['success', 'unavailable']);
const timestamp = z.object({ start: ms, end: ms }).strict();
const highlight = z
	.object({
		count: z.number().int(),
		rank: share,
		text: z.string(),
		timestamps: z.array(timestamp),
	})
	.strict();
const sentiment = z
	.object({
		...span,
		sentiment: z.enum(['POSITIVE', 'NEUTRAL', 'NEGATIVE']),
		confidence: share,
		speaker: z.string().nullable(),
		channel,
	})
	.strict();
const entity = z.object({ ...span, entity_type: z.string() }).strict();
const chapter = z
	.object({ gist: z.string(), headline: z.string(), summary: z.string(), start: ms, end: ms })
	.strict();
const topics = z.object({
	status: modelStatus,
	results: z.array(z.unknown()),
	summary: z.record(z.string(), share),
});

/** Sent by the service, absent from the document; or null there where the document has no null. */
const OBSERVED = {
	boost_param: z.string().nullable(),
	content_safety_confidence: z.number().int().nullable(),
	dual_channel: flag,
	error: z.string().nullable(),
	language_detection_results: object,
	metadata: z
		.object({
			domain_used: z.string().nullable(),
			warnings: z.array(z.object({ message: z.string() })),
		})
		.strict()
		.optional(),
	project_id: z.number().int(),
	redact_static_entities: object,
	speaker_options: object,
	token_id: z.number().int(),
	word_boost: z.array(z.string()),
	audio_channels: z.number().int().positive().nullable(),
	keyterms_prompt: strings,
	language_code: z.string().nullable(),
	language_detection_options: object,
	prompt: z.string().nullable(),
	redact_pii_audio_options: object,
	redact_pii_sub: z.enum(['hash', 'entity_name']).nullable(),
	speech_model_used: speechModel.nullable(),
	speech_understanding: z.object({ request: object, response: object.optional() }).nullable(),
	translated_texts: z.record(z.string(), z.string()).nullable(),
};

export const transcript = z
	.object({
		acoustic_model: z.string(),
		audio_duration: z.number().int().nonnegative().nullable(),
		audio_end_at: ms.nullable(),
		audio_start_from: ms.nullable(),
		audio_url: url,
		auto_chapters: flag,
		auto_highlights: z.boolean(),
		auto_highlights_result: z
			.object({ status: modelStatus, results: z.array(highlight) })
			.nullable(),
		chapters: z.array(chapter).nullable(),
		confidence: share.nullable(),
		content_safety: flag,
		content_safety_labels: topics.extend({
			severity_score_summary: z.record(z.string(), z.unknown()),
		}),
		custom_spelling: z.array(z.unknown()).nullable(),
		custom_topics: flag,
		disfluencies: flag,
		domain: z.string().nullable(),
		entities: z.array(entity).nullable(),
		entity_detection: flag,
		filter_profanity: flag,
		format_text: flag,
		iab_categories: flag,
		iab_categories_result: topics.nullable(),
		id: z.string().uuid(),
		language_codes: strings,
		language_confidence: share.nullable(),
		language_confidence_threshold: share.nullable(),
		language_detection: flag,
		language_model: z.string(),
		multichannel: flag,
		punctuate: flag,
		redact_pii: z.boolean(),
		redact_pii_audio: flag,
		redact_pii_audio_quality: z.enum(['mp3', 'wav']).nullable(),
		redact_pii_policies: strings,
		redact_pii_return_unredacted: flag,
		remove_audio_tags: z.enum(['all', 'speaker']).nullable(),
		sentiment_analysis: flag,
		sentiment_analysis_results: z.array(sentiment).nullable(),
		speaker_labels: flag,
		speakers_expected: z.number().int().nullable(),
		speech_model: speechModel.nullable(),
		speech_models: z.array(speechModel).nullable(),
		speech_threshold: share.nullable(),
		speed_boost: flag,
		status,
		summarization: z.boolean(),
		summary: z.string().nullable(),
		summary_model: z.string().nullable(),
		summary_type: z.string().nullable(),
		temperature: share.nullable(),
		text: z.string().nullable(),
		throttled: flag,
		topics: z.array(z.string()),
		unredacted_text: z.string().nullable(),
		unredacted_utterances: z.array(utterance).nullable(),
		unredacted_words: z.array(word).nullable(),
		utterances: z.array(utterance).nullable(),
		webhook_auth: z.boolean(),
		webhook_auth_header_name: z.string().nullable(),
		webhook_status_code: z.number().int().nullable(),
		webhook_url: url.nullable(),
		words: z.array(word).nullable(),
		...OBSERVED,
	})
	.strict();
