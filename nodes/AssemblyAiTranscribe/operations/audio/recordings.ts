import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../../shared/api/core/errors';
import type { Service } from '../../../shared/api/core/service';
import { pastedUrl } from '../../../shared/api/pastedUrl';
import { isPrivate } from '../../../shared/api/privateHost';
import { sourceOfUrl, type RecordingSource } from '../../../shared/audio/recordingSource';
import { filesOf } from '../../../shared/n8n/files/fileSelection';
import { fileSelection } from '../../../shared/n8n/files/selection';
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
export type Recording = { name: string; fingerprint: string; warnings: string[] } & (
	| { url: string; file?: undefined }
	| { file: ItemFile; url?: undefined }
);

/**
 * The recordings of an item: one by its URL, or one for each of its files.
 * @param service whose account transcribes; one within a network may reach what is in it
 */
export async function recordingsOf(
	context: IExecuteFunctions,
	itemIndex: number,
	service: Service,
): Promise<Recording[]> {
	const source = readParameter(context, itemIndex, sourceField, z.enum(['binary', 'url']));
	if (source === 'url') {
		const { url, warnings } = readParameter(context, itemIndex, urlField, pastedUrl);
		if (isPrivate(url) && !isPrivate(service.speechToTextUrl)) throw unreachable(url);
		return [{ name: url, fingerprint: url, url, warnings }];
	}
	const selection = readParameter(context, itemIndex, binaryField, fileSelection);
	const { files, warnings } = await filesOf(context, itemIndex, selection);
	return files.map((file) => ({
		name: file.name,
		fingerprint: file.fingerprint,
		file,
		warnings,
	}));
}

/** Which recording an output is of. */
export function originOf({ file, url }: Recording): Record<string, unknown> {
	return {
		fileName: file?.fileName ?? null,
		binaryPropertyName: file?.field ?? null,
		audioUrl: url ?? null,
	};
}

/** Where it came from, for what can be done when the service refuses it. */
export function sourceOf({ file, url }: Recording): RecordingSource {
	if (!file) return sourceOfUrl(url);
	return file.isInline ? 'inlineFile' : 'storedFile';
}

function unreachable(url: string): InputError {
	return new InputError(`AssemblyAI cannot reach ${new URL(url).host}, which is within a network`, {
		hint: 'Download the file with the HTTP Request node, and choose the source Binary File(s).',
	});
}
