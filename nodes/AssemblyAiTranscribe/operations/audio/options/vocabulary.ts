import { z } from 'zod';
import { textList, type ParameterGroup } from './ParameterGroup';

const MOST_TERMS = 1000;
const MOST_WORDS_PER_TERM = 6;

/** AssemblyAI API reference, "Transcribe audio": keyterms_prompt. */
export const vocabularyOptions: ParameterGroup = {
	field: {
		displayName: 'Vocabulary Options',
		name: 'vocabularyOptions',
		type: 'collection',
		placeholder: 'Add Vocabulary Option',
		default: {},
		options: [
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
		],
	},
	request: z
		.object({ keytermsPrompt: textList.optional() })
		.refine(
			({ keytermsPrompt = [] }) => keytermsPrompt.length <= MOST_TERMS,
			`there are more than ${MOST_TERMS} keyterms, the most that the service takes`,
		)
		.refine(
			({ keytermsPrompt = [] }) =>
				keytermsPrompt.every((term) => term.split(/\s+/).length <= MOST_WORDS_PER_TERM),
			`a keyterm has more than ${MOST_WORDS_PER_TERM} words, the most that the service takes`,
		)
		.transform(({ keytermsPrompt }) => ({
			...(keytermsPrompt?.length && { keyterms_prompt: keytermsPrompt }),
		})),
};
