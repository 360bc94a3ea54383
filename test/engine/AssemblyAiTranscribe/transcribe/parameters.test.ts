import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

/** What reaches the service besides the URL of the recording, for a node without Speaker Labels. */
async function sent(parameters: INodeParameters) {
	return await sentByFreshNode({ speakerLabels: false, ...parameters });
}

async function sentByFreshNode(parameters: INodeParameters) {
	const { status, error } = await bench
		.transcribe([await bench.recording()], { waitMode: 'doNotWait', ...parameters })
		.then((result) => ({ status: result.status, error: result.error('Node') }));
	expect(error?.message).toBeUndefined();
	expect(status).toBe('success');
	const [submission] = bench.acceptedSubmissions();
	const { audio_url, ...rest } = Object(submission?.json);
	expect(audio_url).toContain('/upload/');
	return rest;
}

test('a fresh node tells speakers apart and sends nothing else', async () => {
	expect(await sentByFreshNode({})).toEqual({ speaker_labels: true });
});

test('without any option only the recording is sent', async () => {
	expect(await sent({})).toEqual({});
});

test('speakers: channels take the place of labels, which a fresh node has on', async () => {
	expect(await sentByFreshNode({ speakerOptions: { multichannel: true } })).toEqual({
		multichannel: true,
	});
});

test('speakers: Additional Parameters win over the switch', async () => {
	const additionalParameters = '{ "speaker_labels": false }';
	const advancedOptions = { additionalParameters };
	expect(await sentByFreshNode({ advancedOptions })).toEqual({ speaker_labels: false });
});

test('language: switching between languages that are known', async () => {
	expect(await sent({ languageOptions: { languageCodes: ['en', 'es'] } })).toEqual({
		language_codes: ['en', 'es'],
	});
});

test('language: everything about its detection', async () => {
	const languageOptions = {
		languageDetection: true,
		languageConfidenceThreshold: 0.4,
		expectedLanguages: ['en', 'de'],
		fallbackLanguage: 'en',
		codeSwitching: true,
		codeSwitchingConfidenceThreshold: 0.2,
		localization: 'en_uk',
		onLowLanguageConfidence: 'fallback',
		onNoSpeechDetected: 'fallback',
		swissGerman: true,
		languageDetectionModel: 'model-of-mine',
	};
	expect(await sent({ languageOptions })).toEqual({
		language_detection: true,
		language_confidence_threshold: 0.4,
		language_detection_options: {
			expected_languages: ['en', 'de'],
			fallback_language: 'en',
			code_switching: true,
			code_switching_confidence_threshold: 0.2,
			localization: ['en_uk'],
			on_low_language_confidence: 'fallback',
			on_no_speech_detected: 'fallback',
			swiss_german: true,
			language_detection_model: 'model-of-mine',
		},
	});
});

test('speakers: a range of them, on channels of their own', async () => {
	const speakerOptions = {
		minSpeakersExpected: 2,
		maxSpeakersExpected: 3,
		multichannel: true,
	};
	expect(await sentByFreshNode({ speakerOptions })).toEqual({
		speaker_labels: true,
		multichannel: true,
		speaker_options: { min_speakers_expected: 2, max_speakers_expected: 3 },
	});
});

test('vocabulary', async () => {
	const vocabularyOptions = {
		keytermsPrompt: 'Northway Navigation, MapCare',
		keytermsMatchStrength: 'high',
		prompt: 'A customer asks about a map update.',
		customSpelling: {
			spelling: [
				{ from: 'map care, mapcare', to: 'MapCare' },
				{ from: 'north way', to: 'Northway' },
			],
		},
		domain: 'medical-v1',
	};
	expect(await sent({ vocabularyOptions })).toEqual({
		keyterms_prompt: ['Northway Navigation', 'MapCare'],
		keyterms_prompt_options: { keyterms_match_strength: 'high' },
		prompt: 'A customer asks about a map update.',
		custom_spelling: [
			{ from: ['map care', 'mapcare'], to: 'MapCare' },
			{ from: ['north way'], to: 'Northway' },
		],
		domain: 'medical-v1',
	});
});

test('formatting', async () => {
	const formattingOptions = {
		punctuate: false,
		formatText: false,
		disfluencies: true,
		filterProfanity: true,
		removeAudioTags: 'none',
	};
	expect(await sent({ formattingOptions })).toEqual({
		punctuate: false,
		format_text: false,
		disfluencies: true,
		filter_profanity: true,
		remove_audio_tags: null,
	});
});

test('privacy', async () => {
	const privacyOptions = {
		redactPii: true,
		redactPiiPolicies: ['person_name', 'phone_number'],
		redactPiiSub: 'entity_name',
		redactPiiAudio: true,
		redactPiiAudioQuality: 'wav',
		overrideAudioRedactionMethod: 'silence',
		returnRedactedNoSpeechAudio: true,
		redactPiiReturnUnredacted: true,
		redactStaticEntities: { entity: [{ label: 'PROJECT', terms: 'Bearclaw, Northstar' }] },
	};
	expect(await sent({ privacyOptions })).toEqual({
		redact_pii: true,
		redact_pii_policies: ['person_name', 'phone_number'],
		redact_pii_sub: 'entity_name',
		redact_pii_audio: true,
		redact_pii_audio_quality: 'wav',
		redact_pii_audio_options: {
			override_audio_redaction_method: 'silence',
			return_redacted_no_speech_audio: true,
		},
		redact_pii_return_unredacted: true,
		redact_static_entities: { PROJECT: ['Bearclaw', 'Northstar'] },
	});
});

test('understanding: what the service finds in the text', async () => {
	const understandingOptions = {
		sentimentAnalysis: true,
		entityDetection: true,
		iabCategories: true,
		autoHighlights: true,
		contentSafety: true,
		contentSafetyConfidence: 60,
	};
	expect(await sent({ understandingOptions })).toEqual({
		sentiment_analysis: true,
		entity_detection: true,
		iab_categories: true,
		auto_highlights: true,
		content_safety: true,
		content_safety_confidence: 60,
	});
});

test('understanding: every feature of Speech Understanding in one request', async () => {
	const understandingOptions = {
		summarization: { settings: { summaryType: 'bullets', effort: 'medium' } },
		actionItems: { settings: { includeDecisions: true, effort: 'low' } },
		translation: {
			settings: { targetLanguages: 'de, es', formal: false, matchOriginalUtterance: true },
		},
		speakerIdentification: {
			settings: {
				speakerType: 'role',
				speakers: {
					speaker: [{ speaker: 'Agent', description: 'Sells maps' }, { speaker: 'Customer' }],
				},
			},
		},
		customFormatting: {
			settings: {
				date: 'mm/dd/yyyy',
				email: '',
				phoneNumber: '(xxx)xxx-xxxx',
				formatUtterances: true,
			},
		},
	};
	expect(await sent({ speakerLabels: true, understandingOptions })).toEqual({
		speaker_labels: true,
		speech_understanding: {
			request: {
				summarization: { summary_type: 'bullets', effort: 'medium' },
				action_items: { include_decisions: true, effort: 'low' },
				translation: {
					target_languages: ['de', 'es'],
					formal: false,
					match_original_utterance: true,
					force_translation: false,
					effort: 'low',
				},
				speaker_identification: {
					speaker_type: 'role',
					speakers: [{ role: 'Agent', description: 'Sells maps' }, { role: 'Customer' }],
					effort: 'low',
				},
				custom_formatting: {
					date: 'mm/dd/yyyy',
					phone_number: '(xxx)xxx-xxxx',
					format_utterances: true,
				},
			},
		},
	});
});

test('a feature of Speech Understanding that was only added has the defaults of the panel', async () => {
	const understandingOptions = { summarization: {}, actionItems: {}, speakerIdentification: {} };
	expect(await sent({ speakerLabels: true, understandingOptions })).toMatchObject({
		speech_understanding: {
			request: {
				summarization: { summary_type: 'paragraph', effort: 'low' },
				action_items: { include_decisions: false, effort: 'low' },
				speaker_identification: { speaker_type: 'name', effort: 'low' },
			},
		},
	});
});

test('advanced', async () => {
	const advancedOptions = {
		audioStartFrom: 1000,
		audioEndAt: '0:20',
		speechModels: ['assemblyai-stt-3-7', 'universal-2'],
		speechThreshold: 0.1,
		temperature: 0.2,
	};
	expect(await sent({ advancedOptions })).toEqual({
		audio_start_from: 1000,
		audio_end_at: 20_000,
		speech_models: ['assemblyai-stt-3-7', 'universal-2'],
		speech_threshold: 0.1,
		temperature: 0.2,
	});
});

test.each([
	'={{ ["assemblyai-stt-3-7", "universal-2"] }}',
	'={{ "assemblyai-stt-3-7, universal-2" }}',
])('speech models by the expression %s', async (speechModels) => {
	const before = bench.sandbox.requestsTo('POST', '/v2/transcript').length;
	const { output } = await bench.transcribe([await bench.recording()], {
		advancedOptions: { speechModels },
	});
	const [submission] = bench.sandbox.requestsTo('POST', '/v2/transcript').slice(before);
	expect(submission?.json).toMatchObject({
		speech_models: ['assemblyai-stt-3-7', 'universal-2'],
	});
	expect(output[0]?.json.model).toBe('assemblyai-stt-3-7');
});

test('an expression may give lists as text and leave options empty', async () => {
	const parameters = {
		languageOptions: { expectedLanguages: '={{ "en, de" }}', fallbackLanguage: '={{ null }}' },
		speakerOptions: { multichannel: '={{ undefined }}', speakersExpected: '={{ null }}' },
		advancedOptions: { speechModels: '={{ ["universal-3-pro"] }}' },
	};
	expect(await sent(parameters)).toEqual({
		language_detection_options: { expected_languages: ['en', 'de'] },
		speech_models: ['universal-3-pro'],
	});
});

test('a redaction that is switched off by an expression may keep its policies', async () => {
	const privacyOptions = { redactPii: '={{ 1 > 2 }}', redactPiiPolicies: ['person_name'] };
	expect(await sent({ privacyOptions })).toEqual({
		redact_pii: false,
		redact_pii_policies: ['person_name'],
	});
});

test('Redaction-Safe Mode redacts persons by kind, and lets roles and translations through', async () => {
	const body = await sent({
		speakerLabels: true,
		privacyOptions: { redactionSafe: true },
		understandingOptions: {
			speakerIdentification: { settings: { speakerType: 'role', knownValues: 'Agent, Customer' } },
			translation: { settings: { targetLanguages: 'de' } },
		},
	});
	expect(body).toMatchObject({ redact_pii: true, redact_pii_sub: 'entity_name' });
	expect(body.redact_pii_policies).toEqual(
		expect.arrayContaining(['person_name', 'email_address', 'number_sequence', 'religion']),
	);
	expect(body).not.toHaveProperty('redaction_safe');
});

test('Redaction-Safe Mode keeps to the policies and the substitution that somebody chose', async () => {
	const privacyOptions = {
		redactionSafe: true,
		redactPiiPolicies: ['person_name'],
		redactPiiSub: 'hash',
	};
	expect(await sent({ privacyOptions })).toEqual({
		redact_pii: true,
		redact_pii_policies: ['person_name'],
		redact_pii_sub: 'hash',
	});
});
