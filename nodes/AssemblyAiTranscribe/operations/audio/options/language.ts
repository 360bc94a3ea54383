import { z } from 'zod';
import { LANGUAGES } from '../../../../shared/api/languages';
import type { ParameterGroup } from './ParameterGroup';

const languages = LANGUAGES.map(({ code, name }) => ({ name: `${name} (${code})`, value: code }));

/** AssemblyAI API reference, "Transcribe audio": language_code, language_detection. */
export const languageOptions: ParameterGroup = {
	field: {
		displayName: 'Language Options',
		name: 'languageOptions',
		type: 'collection',
		placeholder: 'Add Language Option',
		default: {},
		options: [
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
		],
	},
	request: z
		.object({
			languageCode: z.string().optional(),
			languageDetection: z.boolean().optional(),
		})
		.refine(
			({ languageCode, languageDetection }) => !(languageCode && languageDetection),
			'a language is set and detection is on; remove one of the two',
		)
		.transform(({ languageCode, languageDetection }) => ({
			...(languageCode && { language_code: languageCode }),
			...(languageDetection !== undefined && { language_detection: languageDetection }),
		})),
};
