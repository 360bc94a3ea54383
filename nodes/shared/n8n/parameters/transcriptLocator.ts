import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/**
 * The parameter by which both nodes are told a transcript. By default it takes the id that AssemblyAI
 * Transcribe put on the item, or the `id` of AssemblyAI's own object.
 */
export const transcriptLocator: INodeProperties = {
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
			typeOptions: { searchListMethod: 'searchTranscripts', searchable: false },
		},
	],
};

const EMPTY = 'it is empty; the earlier node gave no transcript ID';

export const transcriptId = z.string({ message: EMPTY }).trim().min(1, EMPTY);
