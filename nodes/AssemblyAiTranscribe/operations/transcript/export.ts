import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import type { Output } from '../../../shared/n8n/items/runItems';
import { usableTranscriptLocator } from '../../../shared/n8n/parameters/transcriptLocator';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
	timeoutMinutes,
	timeoutMinutesField,
	withTimeLimitMs,
} from '../../../shared/n8n/parameters/commonFields';
import { downloadFile } from '../../../shared/n8n/service/download';
import { waitForRedactedAudio } from '../../../shared/transcript/waiting/waitForRedactedAudio';
import { choice, fieldName, settings, wholeNumber } from '../../../shared/n8n/parameters/parsers';
import { FORMATS, writeDocument } from './exportFormats';
import { perTranscript, type Work } from './perTranscript';

const formatField: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	options: [
		{ name: 'Markdown', value: 'markdown', description: 'With speakers and times' },
		{ name: 'Paragraphs', value: 'paragraphs', description: 'With times, as JSON' },
		{
			name: 'Redacted Audio',
			value: 'redactedAudio',
			description: 'The recording without personal data, where it was made with the transcript',
		},
		{ name: 'Sentences', value: 'sentences', description: 'With speakers and times, as JSON' },
		{ name: 'SRT Subtitles', value: 'srt' },
		{ name: 'Text', value: 'text', description: 'Plain text with speakers and times' },
		{ name: 'VTT Subtitles', value: 'vtt' },
	],
	default: 'text',
	description: 'What to make of the transcript',
};

const exportAsField: INodeProperties = {
	displayName: 'Export As',
	name: 'exportAs',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'File', value: 'file', description: 'A file on the item' },
		{
			name: 'JSON',
			value: 'json',
			description: 'A field of the item; of redacted audio its URL, which holds for 30 minutes',
		},
	],
	default: 'json',
	description: 'Where the result goes',
};

const binaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputBinaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	displayOptions: { show: { exportAs: ['file'] } },
	hint: 'The name of the output binary field to put the file in',
};

const optionsField = optionsOf(
	{
		displayName: 'Characters per Caption',
		name: 'charsPerCaption',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 32,
		displayOptions: { show: { '/format': ['srt', 'vtt'] } },
		description: 'The most characters that a subtitle may have',
	},
	includeInputField,
	{
		...timeoutMinutesField,
		displayOptions: { show: { '/format': ['redactedAudio'] } },
		description: 'How long to wait for redacted audio that is still being made',
	},
);

const options = settings({
	charsPerCaption: wholeNumber.optional(),
	includeInputFields,
	timeoutMinutes,
}).transform(withTimeLimitMs);

export const exportOperation: NodeOperation = {
	resource: 'transcript',
	value: 'export',
	name: 'Export',
	description:
		'Make subtitles, a text or Markdown document, sentences or paragraphs of a finished transcript, or fetch its redacted audio',
	action: 'Export a transcript',
	fields: [usableTranscriptLocator, formatField, exportAsField, binaryField, optionsField],
	run: perTranscript({
		read: (context, itemIndex) => {
			const exportAs = readParameter(context, itemIndex, exportAsField, choice(['file', 'json']));
			return {
				format: readParameter(context, itemIndex, formatField, choice(FORMATS)),
				field:
					exportAs === 'file'
						? readParameter(context, itemIndex, binaryField, fieldName)
						: undefined,
				options: readParameter(context, itemIndex, optionsField, options),
			};
		},
		act: async (work) =>
			work.settings.format === 'redactedAudio'
				? await exportRedactedAudio(work)
				: await exportDocument(work, work.settings.format),
	}),
};

type Settings = {
	format: (typeof FORMATS)[number];
	/** The binary field of a file, absent for JSON. */
	field: string | undefined;
	options: z.output<typeof options>;
};

async function exportDocument(
	{ context, service, transcriptId, settings: { field, options: chosen } }: Work<Settings>,
	format: Exclude<Settings['format'], 'redactedAudio'>,
): Promise<Output> {
	const document = await writeDocument(service, transcriptId, format, chosen.charsPerCaption);
	if (field === undefined) return { json: { transcriptId, [format]: document.content } };
	const { content, extension, mimeType } = document;
	const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
	const fileName = `${transcriptId}.${extension}`;
	const binary = await context.helpers.prepareBinaryData(
		Buffer.from(text, 'utf8'),
		fileName,
		mimeType,
	);
	return { json: { transcriptId, fileName, mimeType }, binary: { [field]: binary } };
}

async function exportRedactedAudio({
	context,
	service,
	transcriptId,
	settings: { field, options: chosen },
	isHalted,
	downloads,
}: Work<Settings>): Promise<Output> {
	const url = await waitForRedactedAudio(service, transcriptId, {
		timeLimitMs: chosen.timeLimitMs,
		isHalted,
	});
	if (field === undefined) return { json: { transcriptId, redactedAudioUrl: url } };
	const binary = await downloads(
		async () => await downloadFile(context, url, `${transcriptId}.redacted`),
	);
	const { fileName, mimeType } = binary;
	return { json: { transcriptId, fileName, mimeType }, binary: { [field]: binary } };
}
