import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { httpUrl } from '../../../shared/api/httpUrl';
import { fileSelection, filesOf } from '../../../shared/n8n/files/fileSelection';
import type { ItemFile } from '../../../shared/n8n/files/itemFile';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';

const sourceField: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Binary File(s)',
			value: 'binary',
			description: 'Files that an earlier node put on the item, such as attachments of a mail',
		},
		{
			name: 'URL',
			value: 'url',
			description: 'An address from which AssemblyAI can download the file itself',
		},
	],
	default: 'binary',
	description: 'Where the recording comes from',
};

const binaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	hint: 'Leave empty to take every audio and video file of the item',
	displayOptions: { show: { source: ['binary'] } },
	description:
		'The name of the input field that has the file, or several names separated by commas. Each file becomes an output item of its own.',
};

const urlField: INodeProperties = {
	displayName: 'Audio URL',
	name: 'audioUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/call.mp3',
	displayOptions: { show: { source: ['url'] } },
	description:
		'A direct download link that works without signing in. Links to web pages, such as viewers of cloud drives, do not work.',
};

const toolNotice: INodeProperties = {
	displayName: 'Files do not reach a tool of an AI agent: choose the source <b>URL</b>',
	name: 'toolNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { source: ['binary'], '@tool': [true] } },
};

export const recordingFields: INodeProperties[] = [sourceField, toolNotice, binaryField, urlField];

/** A recording and where it comes from. */
export type Recording = { name: string; fingerprint: string } & (
	| { url: string }
	| { file: ItemFile }
);

/** The recordings of an item: one by its URL, or one for each of its files. */
export async function recordingsOf(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Recording[]> {
	const source = readParameter(context, itemIndex, sourceField, z.enum(['binary', 'url']));
	if (source === 'url') {
		const url = readParameter(context, itemIndex, urlField, httpUrl);
		return [{ name: url, fingerprint: url, url }];
	}
	const selection = readParameter(context, itemIndex, binaryField, fileSelection);
	const files = await filesOf(context, itemIndex, selection);
	return files.map((file) => ({ name: file.name, fingerprint: file.fingerprint, file }));
}
