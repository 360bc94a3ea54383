import type {
	LanguageDetectionOptions,
	PiiPolicy,
	SpeakerOptions,
	SpeechUnderstandingFeatureRequests,
	TranscriptOptionalParams,
} from 'assemblyai';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import type { z } from 'zod';
import { advancedOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/advanced';
import { formattingOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/formatting';
import { languageOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/language';
import { privacyOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/privacy';
import type { speakerLabelsRequest } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakerLabels';
import { speakerOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakers';
import { understandingOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/understanding';
import { vocabularyOptions } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/vocabulary';
import type { PII_POLICIES } from '../../../../../nodes/shared/api/catalogues/piiPolicies';

// The official SDK's types are the newest published list of parameters. When it moves, this file no longer
// compiles until a new parameter is offered or stands here with the reason why it is not.

const groups = {
	advancedOptions,
	formattingOptions,
	languageOptions,
	privacyOptions,
	speakerOptions,
	understandingOptions,
	vocabularyOptions,
};

type Requests = {
	[Group in keyof typeof groups]: z.output<(typeof groups)[Group]['request']>;
};

type Offered = ReturnType<typeof speakerLabelsRequest> &
	Requests['advancedOptions'] &
	Requests['formattingOptions'] &
	Requests['languageOptions'] &
	Requests['privacyOptions'] &
	Requests['speakerOptions'] &
	Requests['understandingOptions'] &
	Requests['vocabularyOptions'];

export const leftOut = {
	auto_chapters: 'deprecated, Universal-2 only; LLM Gateway does it better',
	boost_param: 'legacy, of word_boost',
	custom_topics: 'without a function',
	dual_channel: 'old name of multichannel',
	speech_model: 'refused by the service; speech_models took its place',
	summarization: 'deprecated; Speech Understanding has a summarization of its own',
	summary_model: 'of the deprecated summarization',
	summary_type: 'of the deprecated summarization',
	topics: 'without a function',
	webhook_auth_header_name: 'goes along with webhook_url by itself',
	webhook_auth_header_value: 'the Webhook Secret of the credential',
	word_boost: 'legacy; keyterms_prompt took its place',
} as const satisfies Partial<Record<keyof TranscriptOptionalParams, string>>;

/** Compiles only for `never`; the message of the compiler names what is there instead. */
type Nothing<Left extends never> = Left;
type Missing<Theirs, Ours> = Exclude<keyof Theirs, keyof Ours>;

type DetectionOptions = NonNullable<Offered['language_detection_options']>;
type Features = NonNullable<NonNullable<Offered['speech_understanding']>['request']>;
type TheirFeatures = SpeechUnderstandingFeatureRequests;
type Feature<All, Name extends keyof All> = NonNullable<All[Name]>;
type NumberOfSpeakers = NonNullable<Offered['speaker_options']>;

export type Unaccounted = [
	Nothing<Missing<TranscriptOptionalParams, Offered & typeof leftOut>>,
	Nothing<keyof Offered & keyof typeof leftOut>,
	Nothing<Missing<LanguageDetectionOptions, DetectionOptions>>,
	Nothing<Missing<SpeakerOptions, NumberOfSpeakers>>,
	Nothing<Exclude<PiiPolicy, keyof typeof PII_POLICIES>>,
	Nothing<Missing<TheirFeatures, Features>>,
	Nothing<Missing<Feature<TheirFeatures, 'translation'>, Feature<Features, 'translation'>>>,
	Nothing<
		Missing<
			Feature<TheirFeatures, 'speaker_identification'>,
			Feature<Features, 'speaker_identification'>
		>
	>,
	// Its effort is in the SDK's types only; the reference of the service has none.
	Nothing<
		Missing<
			Omit<Feature<TheirFeatures, 'custom_formatting'>, 'effort'>,
			Feature<Features, 'custom_formatting'>
		>
	>,
];

/** What the fields become has the SDK's types, too; only its policies are fewer than those of the reference. */
export const isRequest = (
	offered: Omit<Offered, 'redact_pii_policies' | 'speech_understanding'>,
): TranscriptOptionalParams => offered;

const INSIDE_ANOTHER_PARAMETER: Record<string, string> = {
	actionItems: 'speech_understanding',
	codeSwitching: 'language_detection_options',
	codeSwitchingConfidenceThreshold: 'language_detection_options',
	customFormatting: 'speech_understanding',
	expectedLanguages: 'language_detection_options',
	fallbackLanguage: 'language_detection_options',
	keytermsMatchStrength: 'keyterms_prompt_options',
	languageDetectionModel: 'language_detection_options',
	localization: 'language_detection_options',
	maxSpeakersExpected: 'speaker_options',
	minSpeakersExpected: 'speaker_options',
	onLowLanguageConfidence: 'language_detection_options',
	onNoSpeechDetected: 'language_detection_options',
	overrideAudioRedactionMethod: 'redact_pii_audio_options',
	returnRedactedNoSpeechAudio: 'redact_pii_audio_options',
	speakerIdentification: 'speech_understanding',
	summarization: 'speech_understanding',
	swissGerman: 'language_detection_options',
	translation: 'speech_understanding',
};

/** A value that every field of its type takes. */
function example(field: INodeProperties | INodePropertyOptions | INodePropertyCollection): unknown {
	const special: Record<string, unknown> = {
		audioEndAt: '1:30',
		audioStartFrom: '5s',
		customSpelling: { spelling: [{ from: 'a', to: 'b' }] },
		domain: 'medical-v1',
		redactPiiPolicies: ['person_name'],
		redactStaticEntities: { entity: [{ label: 'A', terms: 'b' }] },
		customFormatting: { settings: { date: 'mm/dd/yyyy' } },
		translation: { settings: { targetLanguages: 'de' } },
		webhookUrl: 'https://n8n.example.com/webhook/x',
	};
	if (field.name in special) return special[field.name];
	if (!('default' in field)) return undefined;
	if (field.type === 'multiOptions') return ['en'];
	return field.default === '' ? 'text' : field.default;
}

/** They stand for other parameters. */
const NO_PARAMETERS = new Set(['additionalParameters', 'redactionSafe']);

/** What the panel has room for beside its button; n8n cuts the rest off. */
const MAX_CHARACTERS = 26;

describe.each(Object.entries(groups))('%s', (name, { field, request }) => {
	const fields = field.options ?? [];
	const parameters = fields.filter(({ name: option }) => !NO_PARAMETERS.has(option));

	test('is the name of its field, whose options stand in alphabetical order', () => {
		const titles = fields.map((option) => ('displayName' in option ? option.displayName : ''));
		expect(field.name).toBe(name);
		expect(titles).toEqual([...titles].sort((one, other) => one.localeCompare(other)));
	});

	test('has no label that the panel would cut off', () => {
		const labels = fields.map((option) => ('displayName' in option ? option.displayName : ''));
		expect(labels.filter(({ length }) => length > MAX_CHARACTERS)).toEqual([]);
	});

	test.each(parameters.map((option) => [option.name, option] as const))(
		'%s reaches the request under the name of the API',
		(option, definition) => {
			const snakeCase = option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
			const sent = request.parse({ [option]: example(definition) });
			expect(Object.keys(sent)).toEqual([INSIDE_ANOTHER_PARAMETER[option] ?? snakeCase]);
		},
	);

	test.each([undefined, null, '', []])('%j counts as not set', (value) => {
		const everything = Object.fromEntries(fields.map((option) => [option.name, value]));
		expect(request.parse(everything)).toEqual({});
	});
});
