import { apiNames } from '../../../../shared/api/names';
import {
	choice,
	flag,
	settings,
	type ParameterGroup,
} from '../../../../shared/n8n/parameters/parsers';

/** AssemblyAI API reference, "Transcribe audio": punctuate, format_text and what else shapes the text. */
export const formattingOptions = {
	field: {
		displayName: 'Formatting Options',
		name: 'formattingOptions',
		type: 'collection',
		placeholder: 'Add Punctuation, Filler Words…',
		default: {},
		description: 'How the text is written',
		options: [
			{
				displayName: 'Disfluencies',
				name: 'disfluencies',
				type: 'boolean',
				default: true,
				description: 'Whether to keep filler words such as "um" and "uh"',
			},
			{
				displayName: 'Filter Profanity',
				name: 'filterProfanity',
				type: 'boolean',
				default: true,
				description: 'Whether to replace swear words by asterisks',
			},
			{
				displayName: 'Format Text',
				name: 'formatText',
				type: 'boolean',
				default: false,
				description:
					'Whether to write numbers, dates and the like as people do, which the service does unless this is off',
			},
			{
				displayName: 'Punctuate',
				name: 'punctuate',
				type: 'boolean',
				default: false,
				description: 'Whether to punctuate the text, which the service does unless this is off',
			},
			{
				displayName: 'Remove Audio Tags',
				name: 'removeAudioTags',
				type: 'options',
				options: [
					{ name: 'All', value: 'all', description: 'The text has only what was said' },
					{ name: 'None', value: 'none', description: 'The text keeps all tags' },
					{ name: 'Speaker', value: 'speaker', description: 'Tags on sounds stay' },
				],
				default: 'none',
				description:
					'Which of the tags on sounds and speakers, such as [MUSIC], to remove from the text (not with the model Universal-2 alone)',
			},
		],
	},
	request: settings({
		disfluencies: flag.optional(),
		filterProfanity: flag.optional(),
		formatText: flag.optional(),
		punctuate: flag.optional(),
		// The service's word for "remove none" is null, which an expression also gives for "not set".
		removeAudioTags: choice(['all', 'none', 'speaker'])
			.transform((tags) => (tags === 'none' ? null : tags))
			.optional(),
	}).transform((options) => apiNames(options)),
} satisfies ParameterGroup;
