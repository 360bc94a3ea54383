import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { transcriptIdIn } from '../../api/transcripts';
import { readParameter } from './readParameter';

/**
 * The parameter by which both nodes are told a transcript. Left as it is it takes the id that AssemblyAI
 * Transcribe put on the item, or the `id` of AssemblyAI's own object, without showing anybody an expression.
 * @param searchListMethod which transcripts of the account are in its list
 */
const locator = (
	searchListMethod: 'searchTranscripts' | 'searchUsableTranscripts',
): INodeProperties => ({
	displayName: 'Transcript',
	name: 'transcriptId',
	type: 'resourceLocator',
	default: { mode: 'earlierNode', value: '' },
	description:
		'The transcript to use. Input, left empty, takes the one that the earlier AssemblyAI node put on the item. It must be made by the account and in the region of the credential.',
	modes: [
		{
			// Short, because n8n has room for nine letters here.
			displayName: 'Input',
			name: 'earlierNode',
			type: 'string',
			placeholder: 'From the earlier node',
		},
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: false },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 9ea68fd3-f953-42c1-9742-976c447fb463',
		},
	],
});

export const transcriptLocator = locator('searchTranscripts');

/** For operations that need a transcript which did not fail. */
export const usableTranscriptLocator = locator('searchUsableTranscripts');

const EMPTY = 'it is empty';

const transcriptId = z.string({ message: EMPTY }).trim().min(1, EMPTY);

/** @throws InputError with the hint when the item names no transcript */
export function readTranscriptId(
	context: IExecuteFunctions,
	itemIndex: number,
	hint = 'Put AssemblyAI Transcribe before this node, or choose the transcript from the list.',
): string {
	if (!isLeftToTheItem(context)) {
		const options = { extractValue: true, hint };
		return transcriptIdIn(
			readParameter(context, itemIndex, transcriptLocator, transcriptId, options),
		);
	}
	const { transcriptId: own, id } = context.getInputData()[itemIndex]?.json ?? {};
	const parsed = transcriptId.safeParse(own ?? id);
	if (parsed.success) return transcriptIdIn(parsed.data);
	throw new InputError('The earlier node gave no transcript: its item has no transcriptId', {
		hint,
	});
}

const untouched = z.object({ mode: z.literal('earlierNode'), value: z.literal('').nullish() });

/** Told by what is typed and not by what it gives: an expression that gives nothing is a fault of its own. */
function isLeftToTheItem(context: IExecuteFunctions): boolean {
	const typed = context.getNode().parameters[transcriptLocator.name] ?? transcriptLocator.default;
	return untouched.safeParse(typed).success;
}
