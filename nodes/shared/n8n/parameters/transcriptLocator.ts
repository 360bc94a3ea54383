import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { readParameter } from './readParameter';

/**
 * The parameter by which both nodes are told a transcript. By default it takes the id that AssemblyAI
 * Transcribe put on the item, or the `id` of AssemblyAI's own object.
 * @param searchListMethod which transcripts of the account are in its list
 */
const locator = (
	searchListMethod: 'searchTranscripts' | 'searchUsableTranscripts',
): INodeProperties => ({
	displayName: 'Transcript',
	name: 'transcriptId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '={{ $json.transcriptId ?? $json.id }}' },
	required: true,
	description:
		'The transcript to use, by default the one that the earlier AssemblyAI node put on the item. It must be made by the account and in the region of the credential.',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 9ea68fd3-f953-42c1-9742-976c447fb463',
		},
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: false },
		},
	],
});

export const transcriptLocator = locator('searchTranscripts');

/** For operations that need a transcript which did not fail. */
export const usableTranscriptLocator = locator('searchUsableTranscripts');

const EMPTY = 'it is empty; the earlier node gave no transcript ID';

const transcriptId = z.string({ message: EMPTY }).trim().min(1, EMPTY);

/** @throws InputError with the hint when the item names no transcript */
export function readTranscriptId(
	context: IExecuteFunctions,
	itemIndex: number,
	hint = 'Put AssemblyAI Transcribe before this node, or choose the transcript from the list.',
): string {
	const options = { extractValue: true, hint };
	return readParameter(context, itemIndex, transcriptLocator, transcriptId, options);
}
