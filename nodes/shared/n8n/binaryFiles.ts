import { createHash } from 'node:crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../api/errors/InputError';
import type { HttpBody } from '../api/httpClient';
import { LARGEST_UPLOAD_BYTES, readableSize } from '../audio/fileSize';
import { isMedia } from '../audio/mediaFiles';

/** One file of an item, not opened yet. */
export interface ItemFile {
	/** For people: the file's own name, or else that of its field. */
	name: string;
	/** In bytes, where n8n knows it without reading the file. */
	byteLength: number | undefined;
	/** The same for the same content in every try of an execution. */
	fingerprint: string;
	/** Opens the file from its beginning; each call gives a body of its own. */
	open(): Promise<HttpBody>;
}

const NO_CONTENT =
	'the expression gives a file without its content; use the name of its field, or $input.item.binary instead of $binary';

// `$binary.x` gives a file without its `data`, which is enough where n8n keeps the content elsewhere.
const binaryReference = z
	.object({ mimeType: z.string(), data: z.string().default(''), id: z.string().optional() })
	.catchall(z.union([z.string(), z.number()]).optional())
	.refine(({ id, data }) => id !== undefined || data !== '', NO_CONTENT);

/** Names of binary fields separated by commas, or what an expression such as `$binary.data` gives. */
export const fileSelection = z
	.unknown()
	// A message of the union itself would only be shown by zod 4.
	.refine(
		(value) => typeof value === 'string' || Object(value).mimeType !== undefined,
		'it is neither the name of a binary field nor a binary reference',
	)
	.pipe(z.union([z.string(), binaryReference]));

/** Multiples of this are read from disk and written to the socket at a time. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The files of an item to transcribe.
 * @param selection names of binary fields separated by commas, a binary reference from an expression, or
 * nothing for every audio and video file of the item
 * @throws InputError when there is none, naming what the item has instead
 */
export async function filesOf(
	context: IExecuteFunctions,
	itemIndex: number,
	selection: z.infer<typeof fileSelection>,
): Promise<ItemFile[]> {
	if (typeof selection === 'object') {
		return [await describeFile(context, itemIndex, selection, 'the binary reference')];
	}
	const named = selection
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
	const fields =
		named.length > 0 ? checkNames(context, itemIndex, named) : mediaFields(context, itemIndex);
	return await Promise.all(
		fields.map(async (field) => await describeFile(context, itemIndex, field, field)),
	);
}

function checkNames(context: IExecuteFunctions, itemIndex: number, names: string[]): string[] {
	const present = Object.keys(binaryOf(context, itemIndex));
	const missing = names.filter((name) => !present.includes(name));
	if (missing.length === 0) return names;
	throw new InputError(`The item has no file in the field ${missing.join(', ')}`, {
		hint: `${listFields(present)} Set Input Binary Field to the right one, or leave it empty to take every audio and video file of the item.`,
	});
}

function mediaFields(context: IExecuteFunctions, itemIndex: number): string[] {
	const binary = binaryOf(context, itemIndex);
	const media = Object.keys(binary).filter((field) => isMedia(binary[field] ?? {}));
	if (media.length > 0) return media;
	const present = Object.entries(binary).map(
		([field, { mimeType, fileName }]) => `${field} (${fileName ? `${fileName}, ` : ''}${mimeType})`,
	);
	throw new InputError('The item has no audio or video file', {
		hint: `${listFields(present)} Let the earlier node put the recording on the item as a file, name its field in Input Binary Field, or choose the source URL.`,
	});
}

function listFields(fields: string[]): string {
	return fields.length > 0
		? `The item's files are in: ${fields.join(', ')}.`
		: 'The item has no files at all.';
}

function binaryOf(context: IExecuteFunctions, itemIndex: number): Record<string, IBinaryData> {
	return context.getInputData()[itemIndex]?.binary ?? {};
}

async function describeFile(
	context: IExecuteFunctions,
	itemIndex: number,
	source: string | IBinaryData,
	field: string,
): Promise<ItemFile> {
	const binary = context.helpers.assertBinaryData(itemIndex, source);
	const byteLength = await lengthOf(context, binary);
	const name = binary.fileName ?? field;
	if (byteLength !== undefined && byteLength > LARGEST_UPLOAD_BYTES) {
		throw new InputError(
			`The file ${name} has ${readableSize(byteLength)}, more than AssemblyAI takes`,
			{
				hint: `An upload may have ${readableSize(LARGEST_UPLOAD_BYTES)}. Send the sound without the picture, or choose the source URL: there up to 5 GB are allowed.`,
			},
		);
	}
	return {
		name,
		byteLength,
		fingerprint: binary.id ?? createHash('sha256').update(binary.data).digest('hex'),
		open: async () => await openFile(context, binary, byteLength),
	};
}

async function lengthOf(
	context: IExecuteFunctions,
	binary: IBinaryData,
): Promise<number | undefined> {
	if (binary.id === undefined) return Buffer.byteLength(binary.data, 'base64');
	const { fileSize } = await context.helpers.getBinaryMetadata(binary.id);
	return fileSize;
}

async function openFile(
	context: IExecuteFunctions,
	binary: IBinaryData,
	byteLength: number | undefined,
): Promise<HttpBody> {
	const content =
		binary.id === undefined
			? Buffer.from(binary.data, 'base64')
			: await context.helpers.getBinaryStream(binary.id, CHUNK_BYTES);
	return { kind: 'binary', content, ...(byteLength !== undefined && { byteLength }) };
}
