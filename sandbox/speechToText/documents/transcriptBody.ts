import { intelligence } from '../../understanding/intelligence';
import { finishedTranscript, type FinishedTranscript } from '../jobs/finishedTranscript';
import type { Job } from '../jobs/job';
import type { SpokenContent } from '../jobs/spokenContent';
import { detectedCode, modelFor } from '../request/languages';
import { detectsLanguage } from '../jobs/transcribe';

/** Of accounts made since 2026-11-17, and of most others since 2026-12-08. */
const SPEECH_MODELS = ['assemblyai-stt-3-7', 'universal-2'];

/**
 * A transcript as the service sends it: all fields all the time, null where there is nothing yet or
 * nothing was asked for (AssemblyAI API reference, Get transcript; published observations of the service).
 */
export function transcriptBody(job: Job): Record<string, unknown> {
	const finished = finishedTranscript(job);
	const warnings = warningsOf(job);
	return {
		...echoedParameters(job),
		...identity(job),
		...language(job),
		...spoken(job, finished),
		...unredacted(job, finished),
		...intelligence(job.applied, finished?.unredacted.turns),
		speech_understanding: understanding(job, finished),
		translated_texts: finished?.understood?.translatedTexts ?? null,
		audio_duration: finished?.durationSeconds ?? null,
		audio_channels: finished?.channels ?? null,
		...(warnings.length > 0 ? { metadata: { domain_used: null, warnings } } : {}),
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
		speech_model_used: job.content ? modelUsed(job, job.content) : null,
		webhook_url: request.webhook_url ?? null,
		webhook_auth: request.webhook_auth_header_name != null,
		webhook_auth_header_name: request.webhook_auth_header_name ?? null,
		webhook_status_code: job.webhookStatusCode,
		throttled: null,
		project_id: 1,
		token_id: 1,
	};
}

function modelUsed({ request }: Job, content: SpokenContent): string | null {
	const language = request.language_code ?? content.languageCode;
	return modelFor(request.speech_models ?? SPEECH_MODELS, language) ?? null;
}

/** What stands where a deleted transcript's data was (AssemblyAI API reference, Delete transcript). */
export const DELETED_TEXT = 'Deleted by user.';
export const DELETED_URL = 'http://deleted_by_user';

function spoken(job: Job, finished: FinishedTranscript | undefined): Record<string, unknown> {
	return {
		text: job.deleted ? DELETED_TEXT : (finished?.text ?? null),
		words: finished?.words ?? null,
		utterances: finished?.utterances ?? null,
		confidence: finished?.confidence ?? null,
	};
}

function unredacted(job: Job, finished: FinishedTranscript | undefined): Record<string, unknown> {
	const shown =
		job.request.redact_pii_return_unredacted === true ? finished?.unredacted : undefined;
	return {
		unredacted_text: shown?.text ?? null,
		unredacted_words: shown?.words ?? null,
		unredacted_utterances: shown?.utterances ?? null,
	};
}

function understanding(job: Job, finished: FinishedTranscript | undefined): unknown {
	const asked = job.request.speech_understanding?.request;
	if (asked === undefined) return null;
	const response = finished?.understood?.response;
	return response === undefined ? { request: asked } : { request: asked, response };
}

function language(job: Job): Record<string, unknown> {
	const { request } = job;
	const content = job.deleted ? undefined : job.content;
	const pinned = request.language_code ?? (detectsLanguage(request) ? undefined : 'en_us');
	const localization = request.language_detection_options?.localization;
	const detected = content ? detectedCode(content.languageCode, localization) : null;
	return {
		language_code: pinned === undefined ? detected : pinned === 'en' ? 'en_us' : pinned,
		language_codes: request.language_codes ?? null,
		language_confidence: pinned === undefined && content ? content.languageConfidence : null,
		language_confidence_threshold: request.language_confidence_threshold ?? null,
		language_detection: detectsLanguage(request),
		language_detection_options: request.language_detection_options ?? null,
		language_detection_results: null,
	};
}

function warningsOf(job: Job): Array<{ message: string }> {
	const { content, request } = job;
	if (!content || job.deleted || content.utterances.length > 0 || !detectsLanguage(request))
		return [];
	const fallback = request.language_detection_options?.fallback_language ?? 'auto';
	return [{ message: `No speech was detected; the language fell back to '${fallback}'.` }];
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
		redact_pii_sub: request.redact_pii_sub ?? (request.redact_pii === true ? 'hash' : null),
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
