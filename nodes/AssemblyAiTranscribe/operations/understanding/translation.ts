import { apiNames } from '../../../shared/api/names';
import { flag, textList } from '../../../shared/n8n/parameters/parsers';
import { effort, effortField, featureField, featureSettings, type Feature } from './feature';

/** AssemblyAI documentation, Speech Understanding, "Translation". */
export const translation = {
	field: featureField(
		{
			displayName: 'Translation',
			name: 'translation',
			description:
				'Translates the text. The translations are in the output as translations, by language.',
		},
		[
			{
				displayName: 'Target Languages',
				name: 'targetLanguages',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. de, es',
				description: 'The codes of the languages to translate into, separated by commas',
			},
			{
				displayName: 'Formal',
				name: 'formal',
				type: 'boolean',
				default: true,
				description: 'Whether to address people formally in languages that tell the difference',
			},
			{
				displayName: 'Match Utterances',
				name: 'matchOriginalUtterance',
				type: 'boolean',
				default: false,
				description:
					'Whether to translate utterance by utterance, too, which needs Speaker Labels or Multichannel. The output then has translatedDialogues.',
			},
			{
				displayName: 'Force Translation',
				name: 'forceTranslation',
				type: 'boolean',
				default: false,
				description: 'Whether to translate even what seems to be in the target language already',
			},
			effortField,
		],
	),
	request: featureSettings({
		effort,
		forceTranslation: flag.default(false),
		// The service's own default is documented in two ways, so it is always said.
		formal: flag.default(true),
		matchOriginalUtterance: flag.default(false),
		targetLanguages: textList
			.default([])
			.refine((codes) => codes.length > 0, 'name a language to translate into, e.g. de'),
	}).transform((settings) => apiNames(settings)),
} satisfies Feature;
