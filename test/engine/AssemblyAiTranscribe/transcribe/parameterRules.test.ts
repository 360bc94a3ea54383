import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`);
const redacting = { redactPii: true, redactPiiPolicies: ['person_name'] };
const additional = (parameters: object) => ({
	advancedOptions: { additionalParameters: JSON.stringify(parameters) },
});

/** What is set, the field of the panel that the message names, and the rest of the message. */
const cases: Array<[parameters: INodeParameters, field: string, message: string]> = [
	// Single values
	[
		{ languageOptions: { languageConfidenceThreshold: 1.5 } },
		'Language Options → Confidence Threshold',
		'it must be between 0 and 1',
	],
	[
		{ languageOptions: { onNoSpeechDetected: 'stop' } },
		'Language Options → On No Speech Detected',
		'it must be one of: error, fallback',
	],
	[{ speakerLabels: '={{ "perhaps" }}' }, 'Speaker Labels', 'it is neither true nor false'],
	[
		{ speakerOptions: { speakersExpected: 1.5 } },
		'Speaker Options → Speakers Expected',
		'it must be a whole number of at least 1',
	],
	[
		{ vocabularyOptions: { keytermsPrompt: words(1001).join(',') } },
		'Vocabulary Options → Keyterms Prompt',
		'there are more than 1000 keyterms, the most that the service takes',
	],
	[
		{ vocabularyOptions: { keytermsPrompt: words(7).join(' ') } },
		'Vocabulary Options → Keyterms Prompt',
		'a keyterm has more than 6 words, the most that the service takes',
	],
	[
		{ vocabularyOptions: { prompt: words(1501).join(' ') } },
		'Vocabulary Options → Prompt',
		'it has more than 1500 words, the most that the service takes',
	],
	[
		{ vocabularyOptions: { customSpelling: { spelling: [{ from: '', to: 'a' }] } } },
		'Vocabulary Options → Custom Spelling, entry 1 → From',
		'it is empty',
	],
	[
		{ vocabularyOptions: { customSpelling: { spelling: [{ from: 'a b c d e f', to: 'a' }] } } },
		'Vocabulary Options → Custom Spelling, entry 1 → From',
		'a phrase to replace has more than 5 words, the most that the service takes',
	],
	[
		{ vocabularyOptions: { customSpelling: { spelling: [{ from: 'a', to: 'a b' }] } } },
		'Vocabulary Options → Custom Spelling, entry 1 → To',
		'the service puts in a single word only',
	],
	[
		{
			privacyOptions: { redactPii: true, redactPiiPolicies: ['person_name', 'us_driver_license'] },
		},
		'Privacy Options → Redact PII Policies',
		'AssemblyAI has no policy us_driver_license and would redact nothing for it; choose from the list',
	],
	[
		{
			privacyOptions: {
				redactPii: true,
				redactStaticEntities: { entity: [{ label: 'a/b', terms: 'x' }] },
			},
		},
		'Privacy Options → Redact Static Entities, entry 1 → Label',
		'a label has 1 to 80 letters, numbers, spaces, underscores and hyphens',
	],
	[
		{
			privacyOptions: {
				redactPii: true,
				redactStaticEntities: { entity: [{ label: 'a', terms: '' }] },
			},
		},
		'Privacy Options → Redact Static Entities, entry 1 → Terms',
		'it is empty',
	],
	[
		{
			privacyOptions: {
				redactPii: true,
				redactStaticEntities: { entity: [{ label: 'a', terms: words(201).join(',') }] },
			},
		},
		'Privacy Options → Redact Static Entities, entry 1 → Terms',
		'there are more than 200 terms',
	],
	[
		{
			privacyOptions: {
				redactPii: true,
				redactStaticEntities: { entity: [{ label: 'a', terms: 'x'.repeat(201) }] },
			},
		},
		'Privacy Options → Redact Static Entities, entry 1 → Terms',
		'a term has more than 200 characters',
	],
	[
		{
			privacyOptions: {
				redactPii: true,
				redactStaticEntities: { entity: words(101).map((label) => ({ label, terms: 'x' })) },
			},
		},
		'Privacy Options → Redact Static Entities',
		'there are more than 100 labels',
	],
	[
		{ understandingOptions: { contentSafety: true, contentSafetyConfidence: 10 } },
		'Understanding Options → Content Safety Confidence',
		'it must be a whole number from 25 to 100',
	],
	[
		{ understandingOptions: { translation: {} } },
		'Understanding Options → Translation → Target Languages',
		'name a language to translate into, e.g. de',
	],
	[
		{ understandingOptions: { customFormatting: { settings: { date: '' } } } },
		'Understanding Options → Custom Formatting',
		'no form is given; fill in Date, Email or Phone Number',
	],
	[
		{ understandingOptions: { speakerIdentification: { settings: { speakerType: 'role' } } } },
		'Understanding Options → Speaker Identification',
		'roles are to be identified but none is named; fill in Known Values, e.g. Agent, Customer',
	],
	[
		{
			understandingOptions: {
				speakerIdentification: {
					settings: { knownValues: 'Dana', speakers: { speaker: [{ speaker: 'Dana' }] } },
				},
			},
		},
		'Understanding Options → Speaker Identification',
		'both Known Values and Speakers are filled in; keep one of the two',
	],
	[
		{
			understandingOptions: {
				speakerIdentification: { settings: { knownValues: 'x'.repeat(36) } },
			},
		},
		'Understanding Options → Speaker Identification → Known Values',
		'a name or role has more than 35 characters, the most that the service takes',
	],
	[
		{ advancedOptions: { audioStartFrom: -1 } },
		'Advanced Options → Audio Start From',
		'it is not a time such as 1:30, 90s or 90000 (milliseconds)',
	],
	[
		{ advancedOptions: { webhookUrl: 'n8n.example.com/webhook/x' } },
		'Advanced Options → Webhook URL',
		'its beginning is missing: write https:// before it',
	],

	// Between values
	[
		additional({ audio_url: 'https://example.com/a.mp3' }),
		'Additional Parameters',
		'audio_url is set by Source; remove it here',
	],
	[
		{ speakerLabels: false, speakerOptions: { maxSpeakersExpected: 3 } },
		'Speaker Options',
		'a number of speakers is expected but Speaker Labels is off; turn it on, or remove the number',
	],
	[
		{ speakerOptions: { minSpeakersExpected: 4, maxSpeakersExpected: 3 } },
		'Speaker Options',
		'the minimum of speakers is above the maximum',
	],
	[
		{ formattingOptions: { punctuate: false } },
		'Speaker Labels',
		'it needs punctuation; turn it off, or turn Punctuate on in Formatting Options',
	],
	[
		{ languageOptions: { languageCodes: ['de', 'es'] } },
		'Language Options',
		'Languages does not have English, which the service needs among them; add it',
	],
	[
		{ languageOptions: { languageCode: 'de', languageConfidenceThreshold: 0.5 } },
		'Language Options',
		'there are options for the detection of the language, but it is not detected; remove Language and turn Language Detection on, or remove the options',
	],
	[
		{ languageOptions: { onNoSpeechDetected: 'fallback' } },
		'Language Options',
		'a fallback language is to be used but none is named; choose it in Fallback Language',
	],
	[
		{ languageOptions: { codeSwitchingConfidenceThreshold: 0.5 } },
		'Language Options',
		'a threshold for code switching is set but Code Switching is not; add it',
	],
	[
		{ languageOptions: { localization: '={{ ["en_au", "en_uk"] }}' } },
		'Language Options',
		'Localization names two variants of one language; keep one of them',
	],
	[
		{
			vocabularyOptions: { keytermsPrompt: words(201).join(',') },
			advancedOptions: { speechModels: ['universal-2'] },
		},
		'Vocabulary Options',
		'there are more keyterms than the chosen Speech Models take (200 for Universal-2); remove some, or add AssemblyAI STT 3.7 to Speech Models in Advanced Options',
	],
	[
		{ vocabularyOptions: { keytermsMatchStrength: 'high' } },
		'Vocabulary Options',
		'Keyterms Match Strength is set but there are no keyterms; fill in Keyterms Prompt',
	],
	[
		{
			speakerLabels: false,
			understandingOptions: { sentimentAnalysis: true },
			formattingOptions: { punctuate: false },
		},
		'Understanding Options',
		'Sentiment Analysis needs punctuation; turn Punctuate on in Formatting Options',
	],
	[
		{ understandingOptions: { contentSafetyConfidence: 60 } },
		'Understanding Options',
		'Content Safety Confidence is set but Content Safety is not; add it',
	],
	[
		{ speakerLabels: false, understandingOptions: { speakerIdentification: {} } },
		'Understanding Options',
		'Speaker Identification needs speakers told apart; turn on Speaker Labels, or Multichannel in Speaker Options',
	],
	[
		{
			speakerLabels: false,
			understandingOptions: {
				translation: { settings: { targetLanguages: 'de', matchOriginalUtterance: true } },
			},
		},
		'Understanding Options',
		'Match Utterances needs speakers told apart; turn on Speaker Labels, or Multichannel in Speaker Options',
	],
	[
		{
			understandingOptions: { customFormatting: { settings: { email: 'username@domain.com' } } },
			privacyOptions: { redactPii: true, redactPiiPolicies: ['email_address'] },
		},
		'Understanding Options',
		'what Custom Formatting is to write in the form of Email is redacted; remove Email there, or its policy in Redact PII Policies of Privacy Options',
	],
	[
		{ privacyOptions: { redactPiiPolicies: ['person_name'] } },
		'Privacy Options',
		'it is set what or how to redact, but Redact PII is not; add it',
	],
	[
		{ privacyOptions: { redactPiiAudio: true } },
		'Privacy Options',
		'Redact PII Audio, Redact Static Entities and Return Unredacted need Redact PII; turn it on or remove them',
	],
	[
		{ privacyOptions: { redactPii: true } },
		'Privacy Options',
		'Redact PII is on but it is not set what to redact; choose in Redact PII Policies',
	],
	[
		{ privacyOptions: redacting, formattingOptions: { formatText: false } },
		'Privacy Options',
		'Redact PII needs formatted text; turn Format Text on in Formatting Options',
	],
	[
		{ privacyOptions: { ...redacting, redactPiiAudioQuality: 'wav' } },
		'Privacy Options',
		'it is set how to redact the audio, but Redact PII Audio is not; add it',
	],
	[
		{ privacyOptions: { redactionSafe: true, redactPii: false } },
		'Privacy Options',
		'Redaction-Safe Mode is on, but Redact PII is off; remove one of the two',
	],
	[
		{ privacyOptions: { redactionSafe: true, redactPiiReturnUnredacted: true } },
		'Privacy Options',
		'Redaction-Safe Mode is on, but the results of Return Unredacted may have what the redaction takes out; remove it, or turn Redaction-Safe Mode off',
	],
	[
		{
			privacyOptions: { redactionSafe: true },
			understandingOptions: {
				entityDetection: true,
				sentimentAnalysis: true,
				summarization: { settings: {} },
				speakerIdentification: { settings: { speakerType: 'name', knownValues: 'Dana' } },
			},
		},
		'Privacy Options',
		'Redaction-Safe Mode is on, but the results of Entity Detection, Sentiment Analysis, Speaker Identification by name, Summarization may have what the redaction takes out; remove them, or turn Redaction-Safe Mode off',
	],
	[
		{
			privacyOptions: { redactionSafe: true },
			advancedOptions: {
				additionalParameters: '{"speech_understanding":{"request":{"next_feature":{}}}}',
			},
		},
		'Privacy Options',
		'Redaction-Safe Mode is on, but the results of next_feature may have what the redaction takes out; remove it, or turn Redaction-Safe Mode off',
	],
	[
		{
			privacyOptions: { redactionSafe: true },
			...additional({ entity_detection: 'true', summarization: {}, custom_topics: 1 }),
		},
		'Privacy Options',
		'Redaction-Safe Mode is on, but the results of custom_topics, Entity Detection, summarization may have what the redaction takes out; remove them, or turn Redaction-Safe Mode off',
	],
	[
		{ advancedOptions: { audioStartFrom: 5000, audioEndAt: 5000 } },
		'Advanced Options',
		'Audio End At is not after Audio Start From',
	],
	[
		additional({ webhook_url: 'https://example.com', webhook_auth_header_name: 'secret' }),
		'Additional Parameters',
		'webhook_auth_header_name and webhook_auth_header_value go together, and with a webhook_url',
	],
	[
		{
			...additional({ punctuate: false }),
			speakerLabels: false,
			understandingOptions: { sentimentAnalysis: true },
		},
		'Understanding Options',
		'Sentiment Analysis needs punctuation; turn Punctuate on in Formatting Options',
	],
];

test.each(cases)('%j is refused before anything is sent', async (parameters, field, message) => {
	const result = await bench.transcribe([await bench.recording()], parameters);

	expect(result.error('Node')).toMatchObject({
		message: `The parameter ${field} cannot be used: ${message} [item 0]`,
		description: 'Check the value, and if it is an expression what it gives for this item.',
	});
	expect(bench.sandbox.requests).toEqual([]);
});
