import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';
import { languageCode as codeOf, LANGUAGES } from '../../../../shared/api/catalogues/languages';
import { apiNames, nonEmpty } from '../../../../shared/api/names';
import {
	choice,
	flag,
	settings,
	share,
	text,
	textList,
	type ParameterGroup,
} from '../../../../shared/n8n/parameters/parsers';

const languages = LANGUAGES.map(({ code, name }) => ({ name: `${name} (${code})`, value: code }));

const UNKNOWN = 'AssemblyAI has no such language; choose from the list, or give its code, e.g. de';

const language = text.transform((written, check) => {
	const code = codeOf(written);
	if (code !== undefined) return code;
	check.addIssue({ code: 'custom', message: UNKNOWN });
	return z.NEVER;
});

/** Two spellings of one language are one. */
const languageList = textList.pipe(z.array(language)).transform((codes) => [...new Set(codes)]);

const onTrouble: INodePropertyOptions[] = [
	{ name: 'Fail', value: 'error', description: 'The transcript ends in an error' },
	{ name: 'Use Fallback Language', value: 'fallback', description: 'Needs a Fallback Language' },
];

/** AssemblyAI API reference, "Transcribe audio": the parameters that begin with language_. */
export const languageOptions = {
	field: {
		displayName: 'Language Options',
		name: 'languageOptions',
		type: 'collection',
		placeholder: 'Add Language, Detection…',
		default: {},
		description: 'Which language is spoken. Without any option the service finds it out.',
		options: [
			{
				displayName: 'Code Switching',
				name: 'codeSwitching',
				type: 'boolean',
				default: true,
				description:
					'Whether detection allows for speakers who change between languages within the recording (model Universal-2)',
			},
			{
				displayName: 'Code Switching Threshold',
				name: 'codeSwitchingConfidenceThreshold',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0.3,
				description:
					'How sure detection must be that languages change, from 0 to 1. Below it the most likely language is used alone.',
			},
			{
				displayName: 'Confidence Threshold',
				name: 'languageConfidenceThreshold',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0,
				description:
					'How sure detection must be of the language, from 0 to 1. Below it the transcript ends in an error.',
			},
			{
				displayName: 'Expected Languages',
				name: 'expectedLanguages',
				type: 'multiOptions',
				options: languages,
				default: [],
				description:
					'The languages among which detection chooses. The narrower, the more reliable.',
			},
			{
				displayName: 'Fallback Language',
				name: 'fallbackLanguage',
				type: 'options',
				options: [{ name: 'Most Likely of the Expected Ones', value: 'auto' }, ...languages],
				default: 'auto',
				description: 'The language to use when detection finds none of the expected ones',
			},
			{
				displayName: 'Language',
				name: 'languageCode',
				type: 'options',
				options: languages,
				default: 'en',
				description: 'The language spoken in the recording',
			},
			{
				displayName: 'Language Detection',
				name: 'languageDetection',
				type: 'boolean',
				default: true,
				description:
					'Whether the service finds out the language by itself, which it also does when no language is set. It needs at least 15 seconds of speech.',
			},
			{
				displayName: 'Language Detector',
				name: 'languageDetectionModel',
				type: 'string',
				default: '',
				placeholder: 'e.g. the name AssemblyAI gave you',
				description: 'The model that detects the language, where AssemblyAI told you to name one',
			},
			{
				displayName: 'Languages',
				name: 'languageCodes',
				type: 'multiOptions',
				options: languages,
				default: [],
				description:
					'The languages between which speakers change, when they are known. English must be one of them.',
			},
			{
				displayName: 'Localization',
				name: 'localization',
				type: 'options',
				options: [
					{ name: 'Australian English', value: 'en_au' },
					{ name: 'British English', value: 'en_uk' },
				],
				default: 'en_uk',
				description: 'The spelling to use when detection finds this language',
			},
			{
				displayName: 'On Low Language Confidence',
				name: 'onLowLanguageConfidence',
				type: 'options',
				options: onTrouble,
				default: 'fallback',
				description: 'What to do when detection is less sure than the confidence threshold demands',
			},
			{
				displayName: 'On No Speech Detected',
				name: 'onNoSpeechDetected',
				type: 'options',
				options: onTrouble,
				default: 'fallback',
				description:
					'What to do with a recording without speech. With a fallback language it becomes an empty transcript with a warning, which is billed.',
			},
			{
				displayName: 'Swiss German',
				name: 'swissGerman',
				type: 'boolean',
				default: true,
				description: 'Whether German, when it is detected, is taken for Swiss German',
			},
		],
	},
	request: settings({
		codeSwitching: flag.optional(),
		codeSwitchingConfidenceThreshold: share.optional(),
		expectedLanguages: languageList.optional(),
		fallbackLanguage: z.union([z.literal('auto'), language]).optional(),
		languageCode: language.optional(),
		languageCodes: languageList.optional(),
		languageConfidenceThreshold: share.optional(),
		languageDetection: flag.optional(),
		languageDetectionModel: text.optional(),
		localization: languageList.optional(),
		onLowLanguageConfidence: choice(['error', 'fallback']).optional(),
		onNoSpeechDetected: choice(['error', 'fallback']).optional(),
		swissGerman: flag.optional(),
	}).transform(
		({
			languageCode,
			languageCodes,
			languageConfidenceThreshold,
			languageDetection,
			...detection
		}) => ({
			...apiNames({ languageCode, languageCodes, languageConfidenceThreshold, languageDetection }),
			...nonEmpty('language_detection_options', apiNames(detection)),
		}),
	),
} satisfies ParameterGroup;
