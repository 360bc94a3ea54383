import { missingFeatures } from './languages';
import type { TranscriptRequest } from './requestFields';

/** Says what is wrong with a well-typed request, or nothing. */
type Rule = (request: TranscriptRequest) => string | false | undefined;

const USE_SPEECH_MODELS = 'Use speech_models: ["assemblyai-stt-3-7", "universal-2"] instead.';

// `universal-3-pro` is retired by the documentation, yet the service still took it in September 2026.
const SPEECH_MODELS = ['assemblyai-stt-3-7', 'universal-3-5-pro', 'universal-3-pro', 'universal-2'];

const HEADER_NAME = /^[A-Za-z0-9_-]{1,1000}$/;

/** In the order in which they are checked; the first that objects is answered with 400. */
const RULES: Rule[] = [
	({ audio_url }) => !/^https?:\/\//.test(audio_url) && 'audio_url should start with http',
	({ speech_model }) =>
		speech_model != null && `The speech_model parameter is deprecated. ${USE_SPEECH_MODELS}`,
	({ speech_models }) =>
		speech_models !== undefined &&
		(speech_models.length === 0 || speech_models.some((model) => !SPEECH_MODELS.includes(model))) &&
		'"speech_models" must be a non-empty list containing one or more of: "assemblyai-stt-3-7", "universal-3-5-pro", "universal-2"',
	({ language_code, language_detection }) =>
		language_code != null &&
		language_detection === true &&
		'language_code and language_detection can not be used in the same request.',
	notInThisLanguage,
	({ language_codes }) =>
		language_codes != null &&
		!language_codes.some((code) => code.startsWith('en')) &&
		'language_codes must include "en"',
	({ language_detection_options: options }) =>
		[options?.on_no_speech_detected, options?.on_low_language_confidence].includes('fallback') &&
		(options?.fallback_language ?? 'auto') === 'auto' &&
		'fallback_language must be a specific language when falling back',
	({ speaker_options, speakers_expected }) =>
		speaker_options !== undefined &&
		speakers_expected != null &&
		'Both speaker_options and speakers_expected can not be used in the same request.',
	(request) =>
		(request.speakers_expected != null || request.speaker_options !== undefined) &&
		request.speaker_labels !== true &&
		'speakers_expected and speaker_options can only be used if speaker_labels is True',
	({ speaker_options: options }) =>
		(options?.min_speakers_expected ?? 1) > (options?.max_speakers_expected ?? Infinity) &&
		'min_speakers_expected must not be greater than max_speakers_expected',
	(request) =>
		request.punctuate === false &&
		(request.speaker_labels === true || request.sentiment_analysis === true) &&
		'punctuate must be True to use speaker_labels or sentiment_analysis',
	(request) =>
		request.redact_pii === true &&
		request.format_text === false &&
		'format_text must be True to use redact_pii',
	(request) =>
		request.redact_pii_return_unredacted === true &&
		request.redact_pii !== true &&
		'`redact_pii_return_unredacted` can only be set to True if `redact_pii` is True',
	(request) =>
		(request.redact_pii_audio === true || request.redact_static_entities !== undefined) &&
		request.redact_pii !== true &&
		'`redact_pii_audio` and `redact_static_entities` can only be used if `redact_pii` is True',
	({ redact_static_entities: entities }) =>
		entities !== undefined &&
		(Object.keys(entities).length > 100 ||
			Object.values(entities).some(
				(terms) => terms.length > 200 || terms.some((term) => term.length > 200),
			)) &&
		'redact_static_entities takes up to 100 labels of up to 200 terms of up to 200 characters',
	({ auto_chapters, summarization }) =>
		auto_chapters === true &&
		summarization === true &&
		'Only one of the following models can be enabled: auto_chapters, summarization',
	({ audio_start_from, audio_end_at }) =>
		audio_start_from != null &&
		audio_end_at != null &&
		audio_start_from >= audio_end_at &&
		'audio_end_at must be greater than audio_start_from',
	({ keyterms_prompt }) =>
		keyterms_prompt?.some((term) => countWords(term) > 6) === true &&
		'keyterms_prompt phrases may hold up to 6 words',
	({ prompt }) => countWords(prompt ?? '') > 1500 && 'prompt may hold up to 1500 words',
	({ custom_spelling }) =>
		custom_spelling?.some(
			({ from, to }) => countWords(to) !== 1 || from.some((term) => countWords(term) > 5),
		) === true && 'custom_spelling: "to" is one word, each "from" up to 5 words',
	({ webhook_url }) =>
		webhook_url !== undefined &&
		!/^https?:\/\//.test(webhook_url) &&
		'webhook_url should start with http',
	(request) =>
		(request.webhook_auth_header_name == null) !== (request.webhook_auth_header_value == null) &&
		'webhook_auth_header_name and webhook_auth_header_value must be set together',
	({ webhook_auth_header_name: name, webhook_auth_header_value: value, webhook_url }) =>
		name != null &&
		(webhook_url === undefined || !HEADER_NAME.test(name) || /[\r\n]/.test(value ?? '')) &&
		'webhook_auth_header_name is not valid or comes without webhook_url',
	understandingNeedsSpeakers,
	formattingAgainstRedaction,
];

/** The text of the service's refusal, undefined where there is none. */
export function brokenRule(request: TranscriptRequest): string | undefined {
	for (const rule of RULES) {
		const objection = rule(request);
		if (typeof objection === 'string') return objection;
	}
	return undefined;
}

function notInThisLanguage(request: TranscriptRequest): string | undefined {
	if (request.language_code == null) return undefined;
	const missing = missingFeatures(request, request.language_code);
	const names = missing.join(', ');
	return missing.length > 0
		? `The following models are not available in this language: ${names}`
		: undefined;
}

function understandingNeedsSpeakers(request: TranscriptRequest): string | undefined {
	const features = request.speech_understanding?.request;
	const perSpeaker =
		features?.speaker_identification !== undefined ||
		features?.translation?.match_original_utterance === true;
	const hasSpeakers = request.speaker_labels === true || request.multichannel === true;
	return perSpeaker && !hasSpeakers ? 'speaker_labels or multichannel required' : undefined;
}

function formattingAgainstRedaction(request: TranscriptRequest): string | undefined {
	const formatting = request.speech_understanding?.request.custom_formatting;
	if (formatting === undefined || request.redact_pii !== true) return undefined;
	const pairs: Array<[string, string, string | undefined]> = [
		['phone_number', 'phone_number', formatting.phone_number],
		['email_address', 'email', formatting.email],
		['date', 'date', formatting.date],
	];
	const clashes = pairs
		.filter(
			([policy, , pattern]) =>
				pattern !== undefined && request.redact_pii_policies?.includes(policy) === true,
		)
		.map(([policy, field]) => `redact pii ${policy} not compatible with formatting ${field}`);
	return clashes.length > 0 ? clashes.join('; ') : undefined;
}

function countWords(text: string): number {
	return text.split(/\s+/).filter((word) => word !== '').length;
}
