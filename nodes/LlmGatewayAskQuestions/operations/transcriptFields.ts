import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { readParameter } from '../../shared/n8n/parameters/readParameter';
import {
	readTranscriptId,
	usableTranscriptLocator,
} from '../../shared/n8n/parameters/transcriptLocator';

const sourceField: INodeProperties = {
	displayName: 'Transcript Source',
	name: 'transcriptSource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Text',
			value: 'text',
			description: 'Any text; quotes are looked up in it, but have no speaker and time',
		},
		{
			name: 'Transcript ID',
			value: 'transcriptId',
			description: 'A transcript made by AssemblyAI; quotes come with speaker and time',
		},
	],
	default: 'transcriptId',
	description: 'What the questions are about',
};

const textField: INodeProperties = {
	displayName: 'Transcript Text',
	name: 'transcriptText',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.text }}',
	displayOptions: { show: { transcriptSource: ['text'] } },
	description: 'The text to ask about',
};

const locatorField: INodeProperties = {
	...usableTranscriptLocator,
	displayOptions: { show: { transcriptSource: ['transcriptId'] } },
};

export const transcriptFields: INodeProperties[] = [sourceField, locatorField, textField];

const WITHOUT_TRANSCRIPT =
	'Put AssemblyAI Transcribe before this node, or set Transcript Source to Text and map the text.';

/** What is asked about, as the item names it. */
export type Subject =
	| { transcriptId: string; text?: undefined }
	| { transcriptId?: undefined; text: string };

const nonEmptyText = z.string().refine((text) => text.trim() !== '', 'it is empty');

export function readSubject(context: IExecuteFunctions, itemIndex: number): Subject {
	const kind = readParameter(context, itemIndex, sourceField, z.enum(['transcriptId', 'text']));
	if (kind === 'text') return { text: readParameter(context, itemIndex, textField, nonEmptyText) };
	return { transcriptId: readTranscriptId(context, itemIndex, WITHOUT_TRANSCRIPT) };
}
