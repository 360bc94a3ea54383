import { z } from 'zod';
import { apiNames, nonEmpty } from '../../../../shared/api/names';
import {
	choice,
	countWords,
	settings,
	text,
	textList,
	type ParameterGroup,
} from '../../../../shared/n8n/parameters/parsers';

const MAX_TERMS = 1000;
const MAX_WORDS_PER_TERM = 6;
const MAX_WORDS_IN_PROMPT = 1500;
const MAX_WORDS_MISSPELLED = 5;

const keyterms = textList
	.refine(
		(terms) => terms.length <= MAX_TERMS,
		`there are more than ${MAX_TERMS} keyterms, the most that the service takes`,
	)
	.refine(
		(terms) => terms.every((term) => countWords(term) <= MAX_WORDS_PER_TERM),
		`a keyterm has more than ${MAX_WORDS_PER_TERM} words, the most that the service takes`,
	);

const spelling = z.object({
	from: textList
		.refine((terms) => terms.length > 0, 'it is empty')
		.refine(
			(terms) => terms.every((term) => countWords(term) <= MAX_WORDS_MISSPELLED),
			`a phrase to replace has more than ${MAX_WORDS_MISSPELLED} words, the most that the service takes`,
		),
	to: text.refine((word) => countWords(word) === 1, 'the service puts in a single word only'),
});

/** AssemblyAI API reference, "Transcribe audio": keyterms_prompt, prompt, custom_spelling, domain. */
export const vocabularyOptions = {
	field: {
		displayName: 'Vocabulary Options',
		name: 'vocabularyOptions',
		type: 'collection',
		placeholder: 'Add Keyterms, Spelling, Domain…',
		default: {},
		description: 'Names and terms that the service would not know, and what the recording is about',
		options: [
			{
				displayName: 'Custom Spelling',
				name: 'customSpelling',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, sortable: true },
				placeholder: 'Add Spelling',
				default: {},
				description: 'Words that are to be spelled in your way wherever they were said',
				options: [
					{
						displayName: 'Spelling',
						name: 'spelling',
						values: [
							{
								displayName: 'From',
								name: 'from',
								type: 'string',
								default: '',
								placeholder: 'e.g. map care, mapcare',
								description:
									'What to replace, one or several separated by commas, each of up to 5 words. Upper and lower case do not matter.',
							},
							{
								displayName: 'To',
								name: 'to',
								type: 'string',
								default: '',
								placeholder: 'e.g. MapCare',
								description: 'The one word to put in, exactly as it is to appear',
							},
						],
					},
				],
			},
			{
				displayName: 'Domain',
				name: 'domain',
				type: 'options',
				options: [
					{ name: 'General', value: '' },
					{
						name: 'Medical',
						value: 'medical-v1',
						description: 'Medications, procedures, conditions. English, Spanish, German, French.',
					},
				],
				default: 'medical-v1',
				description: 'The field of knowledge whose words are to be understood, at an extra price',
			},
			{
				displayName: 'Keyterms Match Strength',
				name: 'keytermsMatchStrength',
				type: 'options',
				options: [
					{ name: 'High', value: 'high' },
					{ name: 'Standard', value: 'standard' },
				],
				default: 'high',
				description: 'How strongly the terms of Keyterms Prompt are preferred',
			},
			{
				displayName: 'Keyterms Prompt',
				name: 'keytermsPrompt',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. MapCare, Harbor Point',
				description:
					'Names and terms that may be spoken and are to be spelled like this, one per line or separated by commas',
			},
			{
				displayName: 'Prompt',
				name: 'prompt',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. A customer calls a maker of navigation devices about a map update.',
				description:
					'What the recording is about, in your own words, up to 1,500 of them (not with the model Universal-2 alone)',
			},
		],
	},
	request: settings({
		customSpelling: z.object({ spelling: z.array(spelling).default([]) }).optional(),
		domain: text.optional(),
		keytermsMatchStrength: choice(['high', 'standard']).optional(),
		keytermsPrompt: keyterms.optional(),
		prompt: text
			.refine(
				(prompt) => countWords(prompt) <= MAX_WORDS_IN_PROMPT,
				`it has more than ${MAX_WORDS_IN_PROMPT} words, the most that the service takes`,
			)
			.optional(),
	}).transform(({ customSpelling, keytermsMatchStrength, ...rest }) => ({
		...apiNames({ ...rest, customSpelling: customSpelling?.spelling }),
		...nonEmpty('keyterms_prompt_options', apiNames({ keytermsMatchStrength })),
	})),
} satisfies ParameterGroup;
