import { KEYTERM_LIMITS, maxKeytermsOf } from '../../../shared/api/catalogues/speechModels';
import { InputError } from '../../../shared/api/core/errors';
import { requestView, type RequestView } from './requestView';

interface Rule {
	/** The field of the panel in which to put it right. */
	field: string;
	isBroken(request: RequestView): boolean;
	/** What contradicts what, and what to change. */
	message: string;
}

/**
 * Rules between parameters, from the AssemblyAI API reference, "Transcribe audio". A rule stands here where
 * the service would refuse the request or fail the job after the upload, or where it would say nothing and
 * leave out what the user plainly wants, as with policies of a redaction that was never turned on.
 */
const RULES: Rule[] = [
	{
		field: 'Additional Parameters',
		isBroken: ({ audio_url }) => audio_url !== undefined,
		message: 'audio_url is set by Source; remove it here',
	},
	{
		field: 'Speaker Options',
		isBroken: (request) =>
			request.speaker_labels !== true &&
			(isSet(request.speakers_expected) || isSet(request.speaker_options)),
		message:
			'a number of speakers is expected but Speaker Labels is off; turn it on, or remove the number',
	},
	{
		field: 'Speaker Options',
		isBroken: ({ speakers_expected, speaker_options }) =>
			isSet(speakers_expected) && isSet(speaker_options),
		message: 'both an exact number and a range of speakers are set; remove one of the two',
	},
	{
		field: 'Speaker Options',
		isBroken: ({ speaker_options: range }) =>
			(range?.min_speakers_expected ?? 0) > (range?.max_speakers_expected ?? Infinity),
		message: 'the minimum of speakers is above the maximum',
	},
	{
		field: 'Speaker Labels',
		isBroken: ({ speaker_labels, punctuate }) => speaker_labels === true && punctuate === false,
		message: 'it needs punctuation; turn it off, or turn Punctuate on in Formatting Options',
	},
	{
		field: 'Language Options',
		isBroken: ({ language_code, language_detection }) =>
			isSet(language_code) && language_detection === true,
		message: 'a language is set and detection is on; remove one of the two',
	},
	{
		field: 'Language Options',
		isBroken: ({ language_codes }) =>
			isSet(language_codes) && !language_codes.some((code) => /^en(_|$)/.test(code)),
		message: 'Languages does not have English, which the service needs among them; add it',
	},
	{
		field: 'Language Options',
		isBroken: (request) =>
			(isSet(request.language_code) || request.language_detection === false) &&
			(isSet(request.language_confidence_threshold) || isSet(request.language_detection_options)),
		message:
			'there are options for the detection of the language, but it is not detected; remove Language and turn Language Detection on, or remove the options',
	},
	{
		field: 'Language Options',
		isBroken: ({ language_detection_options: options }) =>
			[options?.on_low_language_confidence, options?.on_no_speech_detected].includes('fallback') &&
			(options?.fallback_language ?? 'auto') === 'auto',
		message: 'a fallback language is to be used but none is named; choose it in Fallback Language',
	},
	{
		field: 'Language Options',
		isBroken: ({ language_detection_options: options }) =>
			isSet(options?.code_switching_confidence_threshold) && options.code_switching === undefined,
		message: 'a threshold for code switching is set but Code Switching is not; add it',
	},
	{
		field: 'Language Options',
		isBroken: ({ language_detection_options: options }) => {
			const bases = (options?.localization ?? []).map((code) => code.split('_')[0]);
			return new Set(bases).size < bases.length;
		},
		message: 'Localization names two variants of one language; keep one of them',
	},
	{
		field: 'Vocabulary Options',
		isBroken: ({ speech_models: models, keyterms_prompt: terms }) =>
			isSet(models) && models.length > 0 && (terms?.length ?? 0) > maxKeytermsOf(models),
		message: `there are more keyterms than the chosen Speech Models take (${KEYTERM_LIMITS.fewer}); remove some, or add ${KEYTERM_LIMITS.most} to Speech Models in Advanced Options`,
	},
	{
		field: 'Vocabulary Options',
		isBroken: ({ keyterms_prompt_options: options, keyterms_prompt: terms }) =>
			isSet(options) && !isSet(terms),
		message: 'Keyterms Match Strength is set but there are no keyterms; fill in Keyterms Prompt',
	},
	{
		field: 'Understanding Options',
		isBroken: (request) => request.sentiment_analysis === true && request.punctuate === false,
		message: 'Sentiment Analysis needs punctuation; turn Punctuate on in Formatting Options',
	},
	{
		field: 'Understanding Options',
		isBroken: (request) =>
			isSet(request.content_safety_confidence) && request.content_safety === undefined,
		message: 'Content Safety Confidence is set but Content Safety is not; add it',
	},
	{
		field: 'Understanding Options',
		isBroken: (request) =>
			isSet(request.speech_understanding?.request.speaker_identification) && !hasSpeakers(request),
		message:
			'Speaker Identification needs speakers told apart; turn on Speaker Labels, or Multichannel in Speaker Options',
	},
	{
		field: 'Understanding Options',
		isBroken: (request) =>
			request.speech_understanding?.request.translation?.match_original_utterance === true &&
			!hasSpeakers(request),
		message:
			'Match Utterances needs speakers told apart; turn on Speaker Labels, or Multichannel in Speaker Options',
	},
	...formattingAgainstRedaction('date', 'date', 'Date'),
	...formattingAgainstRedaction('email', 'email_address', 'Email'),
	...formattingAgainstRedaction('phone_number', 'phone_number', 'Phone Number'),
	{
		field: 'Privacy Options',
		isBroken: (request) =>
			request.redact_pii === undefined &&
			[
				request.redact_pii_policies,
				request.redact_pii_sub,
				request.redact_pii_audio_options,
				request.redact_pii_audio_quality,
			].some(isSet),
		message: 'it is set what or how to redact, but Redact PII is not; add it',
	},
	{
		field: 'Privacy Options',
		isBroken: (request) =>
			request.redact_pii !== true &&
			(request.redact_pii_audio === true ||
				request.redact_pii_return_unredacted === true ||
				isSet(request.redact_static_entities)),
		message:
			'Redact PII Audio, Redact Static Entities and Return Unredacted need Redact PII; turn it on or remove them',
	},
	{
		field: 'Privacy Options',
		isBroken: (request) =>
			request.redact_pii === true &&
			!isSet(request.redact_pii_policies) &&
			!isSet(request.redact_static_entities),
		message: 'Redact PII is on but it is not set what to redact; choose in Redact PII Policies',
	},
	{
		field: 'Privacy Options',
		isBroken: (request) => request.redact_pii === true && request.format_text === false,
		message: 'Redact PII needs formatted text; turn Format Text on in Formatting Options',
	},
	{
		field: 'Privacy Options',
		isBroken: (request) =>
			request.redact_pii_audio === undefined &&
			(isSet(request.redact_pii_audio_options) || isSet(request.redact_pii_audio_quality)),
		message: 'it is set how to redact the audio, but Redact PII Audio is not; add it',
	},
	{
		field: 'Advanced Options',
		isBroken: ({ audio_start_from: from, audio_end_at: to }) => isSet(to) && to <= (from ?? 0),
		message: 'Audio End At is not after Audio Start From',
	},
	{
		field: 'Additional Parameters',
		isBroken: (request) =>
			isSet(request.webhook_auth_header_name) !== isSet(request.webhook_auth_header_value) ||
			(isSet(request.webhook_auth_header_name) && !isSet(request.webhook_url)),
		message:
			'webhook_auth_header_name and webhook_auth_header_value go together, and with a webhook_url',
	},
];

/** @throws InputError for the first rule that is broken */
export function checkRequest(parameters: Record<string, unknown>): void {
	const request = requestView.parse(parameters);
	const broken = RULES.find(({ isBroken }) => isBroken(request));
	if (broken === undefined) return;
	throw contradiction(broken.field, broken.message);
}

/** @param message what contradicts what, and what to change */
export function contradiction(field: string, message: string): InputError {
	return new InputError(`The parameter ${field} cannot be used: ${message}`, {
		hint: 'Check the value, and if it is an expression what it gives for this item.',
	});
}

function isSet<Value>(value: Value | null | undefined): value is Value {
	if (Array.isArray(value)) return value.length > 0;
	return value !== null && value !== undefined;
}

function hasSpeakers({ speaker_labels, multichannel }: RequestView): boolean {
	return speaker_labels === true || multichannel === true;
}

function formattingAgainstRedaction(
	form: 'date' | 'email' | 'phone_number',
	policy: string,
	label: string,
): Rule[] {
	return [
		{
			field: 'Understanding Options',
			isBroken: (request) =>
				request.redact_pii === true &&
				request.redact_pii_policies?.includes(policy) === true &&
				isSet(request.speech_understanding?.request.custom_formatting?.[form]),
			message: `what Custom Formatting is to write in the form of ${label} is redacted; remove ${label} there, or its policy in Redact PII Policies of Privacy Options`,
		},
	];
}
