import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { searchWords } from '../../../shared/api/transcriptParts';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { textListBy } from '../../../shared/n8n/parameters/parsers';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { usableTranscriptLocator } from '../../../shared/n8n/parameters/transcriptLocator';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
} from '../../../shared/n8n/parameters/commonFields';
import { perTranscript } from './perTranscript';

const MAX_WORDS_PER_PHRASE = 5;

const wordsField: INodeProperties = {
	displayName: 'Words',
	name: 'words',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	required: true,
	placeholder: 'e.g. yearly plan, cancel',
	description:
		'Words and phrases of up to 5 words to look for, separated by commas or one per line. Upper and lower case do not matter.',
};

const optionsField = optionsOf(includeInputField);

// A comma always ends a phrase, because the service knows no other separator.
const phrases = textListBy((text) => [text])
	.transform((values) => values.flatMap((value) => value.split(/[\n,]/)))
	.transform((values) => values.map((value) => value.trim()).filter(Boolean))
	.refine((values) => values.length > 0, 'it is empty')
	.refine(
		(values) => values.every((value) => value.split(/\s+/).length <= MAX_WORDS_PER_PHRASE),
		`a phrase has more than ${MAX_WORDS_PER_PHRASE} words, the most that the service takes`,
	);

export const search: NodeOperation = {
	resource: 'transcript',
	value: 'search',
	name: 'Search',
	description: 'Find out where words and phrases are said in a finished transcript',
	action: 'Search a transcript',
	fields: [usableTranscriptLocator, wordsField, optionsField],
	run: perTranscript({
		read: (context, itemIndex) => ({
			words: readParameter(context, itemIndex, wordsField, phrases),
			options: readParameter(context, itemIndex, optionsField, z.object({ includeInputFields })),
		}),
		async act({ service, transcriptId, settings }) {
			const found = await searchWords(service, transcriptId, settings.words);
			const matches = found.matches.map(({ text, count, timestamps, indexes }) => ({
				text,
				count,
				timestamps: timestamps.map(([start, end]) => ({ start, end })),
				indexes,
			}));
			return { json: { transcriptId, totalCount: found.total_count, matches } };
		},
	}),
};
