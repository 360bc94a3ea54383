import { z } from 'zod';

// What a transcript request may hold, with its types (AssemblyAI API reference, Transcribe audio).
// The rules between fields stand in requestRules.ts.

const flag = () => z.boolean().optional();
const text = () => z.string().optional();
const share = () => z.number().min(0).max(1).nullable().optional();

const translation = z.object({
	target_languages: z.array(z.string()).min(1),
	formal: z.boolean().optional(),
	match_original_utterance: z.boolean().optional(),
	force_translation: z.boolean().optional(),
	effort: z.enum(['low', 'medium']).optional(),
});

const speakerIdentification = z.object({
	speaker_type: z.enum(['name', 'role']),
	known_values: z.array(z.string().max(35)).optional(),
	speakers: z
		.array(z.object({ name: z.string().optional(), role: z.string().optional() }).passthrough())
		.optional(),
	effort: z.enum(['low', 'medium']).optional(),
});

const customFormatting = z.object({
	date: text(),
	phone_number: text(),
	email: text(),
	format_utterances: flag(),
});

const summarization = z.object({
	summary_type: z.enum(['paragraph', 'bullets']),
	effort: z.enum(['low', 'medium']).optional(),
});

const actionItems = z.object({
	include_decisions: flag(),
	effort: z.enum(['low', 'medium']).optional(),
});

/** Several features in one request are accepted, though the reference document says one of them. */
export const understandingRequestSchema = z
	.object({
		translation: translation.strict(),
		speaker_identification: speakerIdentification.strict(),
		custom_formatting: customFormatting.strict(),
		summarization: summarization.strict(),
		action_items: actionItems.strict(),
	})
	.partial()
	.strict();

export type UnderstandingRequest = z.infer<typeof understandingRequestSchema>;

export const requestSchema = z
	.object({
		audio_url: z.string(),
		audio_end_at: z.number().int().nonnegative().nullable().optional(),
		audio_start_from: z.number().int().nonnegative().nullable().optional(),
		auto_chapters: flag(),
		auto_highlights: flag(),
		boost_param: text(),
		content_safety: flag(),
		content_safety_confidence: z.number().int().min(25).max(100).optional(),
		custom_spelling: z
			.array(z.object({ from: z.array(z.string()).min(1), to: z.string() }).strict())
			.optional(),
		custom_topics: flag(),
		disfluencies: flag(),
		domain: z.enum(['medical-v1']).nullable().optional(),
		dual_channel: flag(),
		entity_detection: flag(),
		filter_profanity: flag(),
		format_text: flag(),
		iab_categories: flag(),
		keyterms_prompt: z.array(z.string()).max(1000).optional(),
		keyterms_prompt_options: z
			.object({ keyterms_match_strength: z.union([z.string(), z.number()]) })
			.partial()
			.strict()
			.optional(),
		language_code: z.string().nullable().optional(),
		language_codes: z.array(z.string()).nullable().optional(),
		language_confidence_threshold: share(),
		language_detection: flag(),
		language_detection_options: z
			.object({
				expected_languages: z.array(z.string()),
				fallback_language: z.string(),
				code_switching: z.boolean(),
				code_switching_confidence_threshold: z.number().min(0).max(1),
				localization: z.array(z.string()),
				on_low_language_confidence: z.enum(['error', 'fallback']),
				on_no_speech_detected: z.enum(['error', 'fallback']),
				swiss_german: z.boolean(),
				language_detection_model: z.string(),
			})
			.partial()
			.strict()
			.optional(),
		multichannel: flag(),
		prompt: text(),
		punctuate: flag(),
		redact_pii: flag(),
		redact_pii_audio: flag(),
		redact_pii_audio_options: z
			.object({
				return_redacted_no_speech_audio: z.boolean(),
				override_audio_redaction_method: z.enum(['silence']),
			})
			.partial()
			.strict()
			.optional(),
		redact_pii_audio_quality: z.enum(['mp3', 'wav']).optional(),
		redact_pii_policies: z.array(z.string()).optional(),
		redact_pii_return_unredacted: flag(),
		redact_pii_sub: z.enum(['hash', 'entity_name']).nullable().optional(),
		redact_static_entities: z.record(z.string(), z.array(z.string())).optional(),
		remove_audio_tags: z.enum(['all', 'speaker']).nullable().optional(),
		sentiment_analysis: flag(),
		speaker_labels: flag(),
		speaker_options: z
			.object({
				min_speakers_expected: z.number().int().min(1),
				max_speakers_expected: z.number().int().min(1),
			})
			.partial()
			.strict()
			.optional(),
		speakers_expected: z.number().int().min(1).nullable().optional(),
		speech_model: text().nullable(),
		speech_models: z.array(z.string()).optional(),
		speech_threshold: share(),
		speech_understanding: z.object({ request: understandingRequestSchema }).strict().optional(),
		speed_boost: flag(),
		summarization: flag(),
		summary_model: z.enum(['informative', 'conversational', 'catchy']).optional(),
		summary_type: z
			.enum(['bullets', 'bullets_verbose', 'gist', 'headline', 'paragraph'])
			.optional(),
		temperature: z.number().min(0).max(1).optional(),
		topics: z.array(z.string()).optional(),
		webhook_auth_header_name: z.string().nullable().optional(),
		webhook_auth_header_value: z.string().nullable().optional(),
		webhook_url: z.string().optional(),
		word_boost: z.array(z.string()).optional(),
	})
	.strict();

export type TranscriptRequest = z.infer<typeof requestSchema>;
