import { createHash, Hash } from 'node:crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../../api/core/errors';
import type { HttpBody } from '../../api/core/httpClient';
import { LARGEST_UPLOAD_BYTES, readableSize } from '../../audio/fileSize';
import { SIGNATURE_BYTES } from '../../audio/signature';

/** One file of an item, not opened yet. */
export interface ItemFile {
	/** For people: the file's own name, or else that of its field. */
	name: string;
	byteLength: number;
	/** The same for the same content in every try of an execution. */
	fingerprint: string;
	/** Opens the file from its beginning; each call gives a body of its own. */
	open(): Promise<HttpBody>;
}

/** This much is read from disk and written to the socket at a time. */
const CHUNK_BYTES = 256 * 1024;
/** This much base64 is decoded at a time: a multiple of four characters, which stand for whole bytes. */
const SLICE_CHARACTERS = 256 * 1024;

/** @throws InputError when the file is larger than the service takes */
export async function describeFile(
	context: IExecuteFunctions,
	file: IBinaryData,
	field: string,
): Promise<ItemFile> {
	const byteLength = await lengthOf(context, file);
	const name = file.fileName ?? field;
	if (byteLength > LARGEST_UPLOAD_BYTES) {
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
		fingerprint: file.id ?? fingerprintOf(file.data),
		open: async () => ({ kind: 'binary', content: await contentOf(context, file), byteLength }),
	};
}

/** The beginning of a file, as much as tells its kind. */
export async function firstBytesOf(
	context: IExecuteFunctions,
	file: IBinaryData,
): Promise<Uint8Array> {
	if (file.id === undefined) {
		return Buffer.from(file.data.slice(0, SIGNATURE_BYTES * 2), 'base64');
	}
	const stream = await context.helpers.getBinaryStream(file.id, SIGNATURE_BYTES);
	for await (const chunk of stream) {
		stream.destroy();
		return Buffer.from(chunk);
	}
	return new Uint8Array();
}

async function lengthOf(context: IExecuteFunctions, { id, data }: IBinaryData): Promise<number> {
	if (id === undefined) return Buffer.byteLength(data, 'base64');
	return (await context.helpers.getBinaryMetadata(id)).fileSize;
}

/** A file in memory is decoded as it is sent, since decoded at once it would be there twice. */
async function contentOf(
	context: IExecuteFunctions,
	{ id, data }: IBinaryData,
): Promise<NodeJS.ReadableStream> {
	if (id !== undefined) return await context.helpers.getBinaryStream(id, CHUNK_BYTES);
	// A community node may not import node:stream, but Hash is a stream class and inherits `from`.
	return Hash.from(decoded(data));
}

/** Piece by piece too: to hash a text, Node.js first makes a copy of it. */
function fingerprintOf(base64: string): string {
	const hash = createHash('sha256');
	for (const slice of slicesOf(base64)) hash.update(slice);
	return hash.digest('hex');
}

function* decoded(base64: string): Generator<Uint8Array> {
	for (const slice of slicesOf(base64)) yield Buffer.from(slice, 'base64');
}

function* slicesOf(text: string): Generator<string> {
	for (let at = 0; at < text.length; at += SLICE_CHARACTERS) {
		yield text.slice(at, at + SLICE_CHARACTERS);
	}
}
