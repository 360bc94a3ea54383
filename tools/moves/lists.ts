import { LANGUAGES } from '../../nodes/shared/api/catalogues/languages';
import { PII_POLICIES } from '../../nodes/shared/api/catalogues/piiPolicies';
import { FORMATS } from '../../nodes/AssemblyAiTranscribe/operations/transcript/exportFormats';
import { catalogueBody } from '../../sandbox/gateway/catalogue';
import {
	requestSchema,
	understandingRequestSchema,
} from '../../sandbox/speechToText/request/requestFields';
import { panelChoices, panelParameters } from './panel';

export interface MovingList {
	/** As the page docs/what-moves.md has it. */
	name: string;
	ours: () => string[];
	/** The SDK's types that list the same. */
	sdkTypes: string[];
	/** What the SDK has and we leave out on purpose, or do not have to list, with the reason. */
	left: Record<string, string>;
	/** What we have and the SDK does not, with the reason. `*`: ours is a longer list by its nature. */
	added: Record<string, string>;
}

const NEWER = 'in the reference of August 2026, not in the SDK yet';
const DEPRECATED = 'deprecated by AssemblyAI';
const FROM_CREDENTIAL = 'comes from the credential, so that it never stands in a workflow';
const ONE_BY_ONE = 'its fields stand in the panel one by one';
const REPLACED = 'replaced by keyterms_prompt';
const NO_FUNCTION = 'has no function any more';

/** The lists in the code that somebody else's document decides, where that document's SDK has them too. */
export const LISTS: MovingList[] = [
	{
		name: 'Languages',
		ours: () => LANGUAGES.map(({ code }) => code),
		sdkTypes: ['TranscriptLanguageCode'],
		left: {},
		added: {},
	},
	{
		name: 'PII policies',
		ours: () => Object.keys(PII_POLICIES),
		sdkTypes: ['PiiPolicy', 'EntityType'],
		left: {},
		added: {
			gender: NEWER,
			location_address: NEWER,
			location_address_street: NEWER,
			location_city: NEWER,
			location_coordinate: NEWER,
			location_country: NEWER,
			location_state: NEWER,
			location_zip: NEWER,
			organization_medical_facility: NEWER,
			sexuality: NEWER,
		},
	},
	{
		name: 'Replacements of PII',
		ours: () => panelChoices('redactPiiSub'),
		sdkTypes: ['SubstitutionPolicy'],
		left: {},
		added: {},
	},
	{
		name: 'Formats of redacted audio',
		ours: () => panelChoices('redactPiiAudioQuality'),
		sdkTypes: ['RedactPiiAudioQuality'],
		left: {},
		added: {},
	},
	{
		name: 'Subtitle formats',
		ours: () => [...FORMATS],
		sdkTypes: ['SubtitleFormat'],
		left: {},
		added: { '*': 'the node exports other documents as well' },
	},
	{
		name: 'Statuses of transcripts',
		ours: () => panelChoices('status'),
		sdkTypes: ['TranscriptStatus'],
		left: {},
		added: {},
	},
	{
		name: 'Speech Understanding features',
		ours: () => Object.keys(understandingRequestSchema.shape),
		sdkTypes: ['SpeechUnderstandingFeatureRequests'],
		left: {},
		added: { action_items: NEWER, summarization: NEWER },
	},
	{
		name: 'Parameters in the panel',
		ours: panelParameters,
		sdkTypes: ['TranscriptOptionalParams'],
		left: {
			auto_chapters: DEPRECATED,
			boost_param: REPLACED,
			custom_topics: NO_FUNCTION,
			dual_channel: 'the old name of multichannel',
			keyterms_prompt_options: 'in no reference yet; Additional Parameters take it',
			language_detection_options: ONE_BY_ONE,
			speech_model: 'refused by the service',
			speech_understanding: ONE_BY_ONE,
			summary_model: DEPRECATED,
			topics: NO_FUNCTION,
			webhook_auth_header_name: FROM_CREDENTIAL,
			webhook_auth_header_value: FROM_CREDENTIAL,
			word_boost: REPLACED,
		},
		added: { '*': 'the panel has fields of its own' },
	},
	{
		name: 'Parameters that the sandbox takes',
		ours: () => Object.keys(requestSchema.shape),
		sdkTypes: ['TranscriptParams'],
		left: {},
		added: {
			language_codes: NEWER,
			redact_pii_audio_options: NEWER,
			redact_static_entities: NEWER,
			speed_boost: 'has no function any more, and is still taken and echoed',
		},
	},
	{
		name: 'Fields of a model',
		ours: () => fieldsOf(catalogueBody()),
		sdkTypes: ['ModelDetails'],
		left: {},
		added: {},
	},
];

function fieldsOf(body: unknown): string[] {
	const [first] =
		body !== null && typeof body === 'object' && 'data' in body && Array.isArray(body.data)
			? body.data
			: [];
	return Object.keys(first ?? {});
}
