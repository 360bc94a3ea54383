import type { Job } from './job';
import { shapeSpeech, type Speech } from './speech';
import type { SpokenContent } from './spokenContent';

const SPEECH_MODELS = ['universal-3-5-pro', 'universal-2'];

/**
 * A transcript as the service sends it: all fields all the time, null where there is nothing yet or
 * nothing was asked for (AssemblyAI API reference, Get transcript; published observations of the service).
 */
export function transcriptBody(job: Job): Record<string, unknown> {
	const content = job.deleted ? undefined : job.content;
	const speech = content && shapeSpeech(content, job.request);
	return {
		...echoedParameters(job),
		...identity(job),
		...language(job, content),
		...spoken(job, speech),
		...understanding(),
		audio_duration: content?.durationSeconds ?? null,
		audio_channels: speech?.channels ?? null,
	};
}

function identity(job: Job): Record<string, unknown> {
	const { request } = job;
	return {
		id: job.id,
		status: job.status,
		error: job.error,
		audio_url: job.deleted ? DELETED_URL : request.audio_url,
		language_model: 'assemblyai_default',
		acoustic_model: 'assemblyai_default',
		speech_model: null,
		speech_models: request.speech_models ?? null,
		speech_model_used: job.content ? (request.speech_models ?? SPEECH_MODELS)[0] : null,
		webhook_url: request.webhook_url ?? null,
		webhook_auth: request.webhook_auth_header_name != null,
		webhook_auth_header_name: request.webhook_auth_header_name ?? null,
		webhook_status_code: job.webhookStatusCode,
		throttled: null,
		project_id: 1,
		token_id: 1,
	};
}

/** What stands where a deleted transcript's data was (AssemblyAI API reference, Delete transcript). */
export const DELETED_TEXT = 'Deleted by user.';
export const DELETED_URL = 'http://deleted_by_user';

function spoken(job: Job, speech: Speech | undefined): Record<string, unknown> {
	return {
		text: job.deleted ? DELETED_TEXT : (speech?.text ?? null),
		words: speech?.words ?? null,
		utterances: speech?.utterances ?? null,
		confidence: speech?.confidence ?? null,
	};
}

function language(job: Job, content: SpokenContent | undefined): Record<string, unknown> {
	const { request } = job;
	const pinned = request.language_code ?? undefined;
	const detected = content?.languageCode ?? null;
	return {
		language_code: pinned === undefined ? detected : pinned === 'en' ? 'en_us' : pinned,
		language_codes: request.language_codes ?? null,
		language_confidence: pinned === undefined && content ? 0.99 : null,
		language_confidence_threshold: request.language_confidence_threshold ?? null,
		language_detection: request.language_detection ?? pinned === undefined,
		language_detection_options: request.language_detection_options ?? null,
		language_detection_results: null,
	};
}

function understanding(): Record<string, unknown> {
	return {
		entities: null,
		sentiment_analysis_results: null,
		auto_highlights_result: null,
		content_safety_labels: { status: 'unavailable', results: [], summary: {} },
		iab_categories_result: { status: 'unavailable', results: [], summary: {} },
		chapters: null,
		summary: null,
		speech_understanding: null,
		translated_texts: null,
		unredacted_text: null,
		unredacted_words: null,
		unredacted_utterances: null,
	};
}

function echoedParameters({ request }: Job): Record<string, unknown> {
	return {
		punctuate: request.punctuate ?? true,
		format_text: request.format_text ?? true,
		disfluencies: request.disfluencies ?? false,
		filter_profanity: request.filter_profanity ?? false,
		multichannel: request.multichannel ?? null,
		dual_channel: request.dual_channel ?? null,
		speaker_labels: request.speaker_labels ?? false,
		speakers_expected: request.speakers_expected ?? null,
		speaker_options: request.speaker_options ?? null,
		audio_start_from: request.audio_start_from ?? null,
		audio_end_at: request.audio_end_at ?? null,
		speech_threshold: request.speech_threshold ?? null,
		prompt: request.prompt ?? null,
		keyterms_prompt: request.keyterms_prompt ?? null,
		temperature: request.temperature ?? null,
		domain: request.domain ?? null,
		remove_audio_tags: request.remove_audio_tags ?? null,
		word_boost: request.word_boost ?? [],
		boost_param: request.boost_param ?? null,
		custom_spelling: request.custom_spelling ?? null,
		redact_pii: request.redact_pii ?? false,
		redact_pii_audio: request.redact_pii_audio ?? false,
		redact_pii_audio_options: request.redact_pii_audio_options ?? null,
		redact_pii_audio_quality: request.redact_pii_audio_quality ?? null,
		redact_pii_policies: request.redact_pii_policies ?? null,
		redact_pii_sub: request.redact_pii_sub ?? null,
		redact_pii_return_unredacted: request.redact_pii_return_unredacted ?? null,
		redact_static_entities: request.redact_static_entities ?? null,
		sentiment_analysis: request.sentiment_analysis ?? false,
		entity_detection: request.entity_detection ?? false,
		auto_highlights: request.auto_highlights ?? false,
		content_safety: request.content_safety ?? false,
		content_safety_confidence: request.content_safety_confidence ?? null,
		iab_categories: request.iab_categories ?? false,
		auto_chapters: request.auto_chapters ?? false,
		summarization: request.summarization ?? false,
		summary_type: request.summary_type ?? null,
		summary_model: request.summary_model ?? null,
		custom_topics: request.custom_topics ?? null,
		topics: request.topics ?? [],
		speed_boost: request.speed_boost ?? false,
	};
}
