import fc from 'fast-check';
import { languageOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/language';
import { speakerLabelsRequest } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakerLabels';
import { speakerOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakers';
import { checkRequest } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/requestRules';
import { InputError } from '../../../../../nodes/shared/api/core/errors';

/** What a user reads of the first broken rule, '' where none is. */
function objection(parameters: Record<string, unknown>): string {
	try {
		checkRequest(parameters);
		return '';
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
}

function speakersRequest(labels: boolean, set: object): Record<string, unknown> {
	const chosen = speakerOptions.request.parse(set);
	return { ...speakerLabelsRequest(labels, chosen), ...chosen };
}

const NEEDS_LABELS =
	'The parameter Speaker Options cannot be used: a number of speakers is expected but Speaker Labels is off; turn it on, or remove the number';

test.each([
	[false, { speakersExpected: 2 }, NEEDS_LABELS],
	[false, { minSpeakersExpected: 2 }, NEEDS_LABELS],
	[false, { maxSpeakersExpected: 2, multichannel: true }, NEEDS_LABELS],
	[
		true,
		{ speakersExpected: 2, minSpeakersExpected: 1 },
		'The parameter Speaker Options cannot be used: both an exact number and a range of speakers are set; remove one of the two',
	],
	[
		true,
		{ speakersExpected: 2, maxSpeakersExpected: 4 },
		'The parameter Speaker Options cannot be used: both an exact number and a range of speakers are set; remove one of the two',
	],
	[
		true,
		{ minSpeakersExpected: 4, maxSpeakersExpected: 2 },
		'The parameter Speaker Options cannot be used: the minimum of speakers is above the maximum',
	],
])('speakers: labels %j with %j is refused', (labels, set, message) => {
	expect(objection(speakersRequest(labels, set))).toBe(message);
});

test('a number of speakers is accepted where the service takes it', () => {
	const count = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
	const anySet = fc.record({
		multichannel: fc.option(fc.boolean(), { nil: undefined }),
		speakersExpected: count,
		minSpeakersExpected: count,
		maxSpeakersExpected: count,
	});
	fc.assert(
		fc.property(fc.boolean(), anySet, (labels, set) => {
			const { speakersExpected: exact, minSpeakersExpected: min, maxSpeakersExpected: max } = set;
			const hasRange = min !== undefined || max !== undefined;
			const isTaken =
				(labels || (!hasRange && exact === undefined)) &&
				!(hasRange && exact !== undefined) &&
				(min ?? 1) <= (max ?? Infinity);
			const parameters = speakersRequest(labels, set);
			expect(objection(parameters) === '').toBe(isTaken);
			expect(JSON.stringify(parameters)).not.toContain('null');
		}),
	);
});

test('a language and detection exclude each other', () => {
	const set = { languageCode: 'de', languageDetection: true };
	expect(objection(languageOptions.request.parse(set))).toBe(
		'The parameter Language Options cannot be used: a language is set and detection is on; remove one of the two',
	);
});

test.each([
	{},
	{ language_code: 'de', language_detection: false },
	{ language_codes: ['es', 'en_us'] },
	{ language_detection_options: { on_no_speech_detected: 'fallback', fallback_language: 'de' } },
	{
		language_detection_options: { code_switching: false, code_switching_confidence_threshold: 0.4 },
	},
	{ keyterms_prompt: Array(201).fill('term') },
	{ keyterms_prompt: Array(201).fill('term'), speech_models: ['universal-3-5-pro', 'universal-2'] },
	{ keyterms_prompt: Array(201).fill('term'), speech_models: ['assemblyai-stt-3-7'] },
	{ keyterms_prompt: Array(201).fill('term'), speech_models: ['a-model-of-next-year'] },
	{ redact_pii: true, redact_static_entities: { A: ['b'] } },
	{ redact_pii: true, redact_pii_policies: ['date'], redact_pii_audio: false },
	{
		redact_pii: true,
		redact_pii_policies: ['date'],
		speech_understanding: { request: { custom_formatting: { email: 'username@domain.com' } } },
	},
	{ content_safety: false, content_safety_confidence: 50 },
	{ audio_end_at: 1 },
	{ multichannel: true, speech_understanding: { request: { speaker_identification: {} } } },
	{
		webhook_url: 'https://example.com',
		webhook_auth_header_name: 'x',
		webhook_auth_header_value: 'y',
	},
])('%j breaks no rule', (parameters) => {
	expect(objection(parameters)).toBe('');
});

test('whatever stands in Additional Parameters, the rules judge it or leave it to the service', () => {
	const names = [
		'format_text',
		'keyterms_prompt',
		'language_code',
		'language_detection_options',
		'punctuate',
		'redact_pii',
		'redact_pii_policies',
		'speaker_options',
		'speakers_expected',
		'speech_models',
		'speech_understanding',
		'webhook_url',
	];
	const anything = fc.record(Object.fromEntries(names.map((name) => [name, fc.anything()])), {
		requiredKeys: [],
	});
	fc.assert(fc.property(anything, (parameters) => typeof objection(parameters) === 'string'));
});
