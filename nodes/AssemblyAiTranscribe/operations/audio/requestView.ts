import { z } from 'zod';

// What the rules look at. A value of another type is left to the service to judge: it can only come from
// Additional Parameters, which are for what this package does not know.
const on = z.boolean().optional().catch(undefined);
const number = z.number().nullish().catch(undefined);
const name = z.string().nullish().catch(undefined);
const names = z.array(z.string()).nullish().catch(undefined);
const thing = z.object({}).passthrough().nullish().catch(undefined);

/** What the rules of a request look at, read from its merged parameters. */
export const requestView = z.object({
	audio_url: z.unknown().optional(),
	audio_end_at: number,
	audio_start_from: number,
	content_safety: on,
	content_safety_confidence: number,
	format_text: on,
	keyterms_prompt: names,
	keyterms_prompt_options: thing,
	language_code: name,
	language_codes: names,
	language_confidence_threshold: number,
	language_detection: on,
	language_detection_options: z
		.object({
			code_switching: on,
			code_switching_confidence_threshold: number,
			fallback_language: name,
			localization: names,
			on_low_language_confidence: name,
			on_no_speech_detected: name,
		})
		.nullish()
		.catch(undefined),
	multichannel: on,
	punctuate: on,
	redact_pii: on,
	redact_pii_audio: on,
	redact_pii_audio_options: thing,
	redact_pii_audio_quality: name,
	redact_pii_policies: names,
	redact_pii_return_unredacted: on,
	redact_pii_sub: name,
	redact_static_entities: thing,
	sentiment_analysis: on,
	speaker_labels: on,
	speaker_options: z
		.object({ min_speakers_expected: number, max_speakers_expected: number })
		.nullish()
		.catch(undefined),
	speakers_expected: number,
	speech_models: names,
	speech_understanding: z
		.object({
			request: z.object({
				custom_formatting: z
					.object({ date: name, email: name, phone_number: name })
					.optional()
					.catch(undefined),
				speaker_identification: z.unknown().optional(),
				translation: z.object({ match_original_utterance: on }).optional().catch(undefined),
			}),
		})
		.nullish()
		.catch(undefined),
	webhook_auth_header_name: name,
	webhook_auth_header_value: name,
	webhook_url: name,
});

export type RequestView = z.infer<typeof requestView>;
