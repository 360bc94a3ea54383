import { createHash, Hash } from 'node:crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../../api/core/errors';
import type { HttpBody } from '../../api/core/httpClient';
import { MAX_UPLOAD_BYTES, readableSize } from '../../audio/fileSize';
import { SIGNATURE_BYTES } from '../../audio/signature';
import { outcomeOf } from '../../outcome';
import { decoded, decodedLength, inlineBase64 } from './inlineContent';

/** One file of an item, not opened yet. */
export interface ItemFile {
	/** For people: the file's own name, or else that of its field. */
	name: string;
	/** The file's own name, where it has one. */
	fileName: string | undefined;
	/** The field of the item that it stands in. */
	field: string;
	/** Whether its content stands in the item itself, not in n8n's storage. */
	isInline: boolean;
	byteLength: number;
	/** The same for the same file in every try of an execution. */
	fingerprint: string;
	/** Opens the file from its beginning; each call gives a body of its own. */
	open(): Promise<HttpBody>;
	/** Its content from the beginning, for whoever reads it here. */
	bytes(): Promise<AsyncIterable<Uint8Array>>;
}

/** This much is read from disk and written to the socket at a time. */
const CHUNK_BYTES = 256 * 1024;

/** @throws InputError when the file is empty, gone, no file at all, or larger than the service takes */
export async function describeFile(
	context: IExecuteFunctions,
	file: IBinaryData,
	field: string,
): Promise<ItemFile> {
	const fileName = nameOf(file);
	const name = fileName ?? field;
	const content = contentOf(context, file, { name, field });
	const byteLength = await content.length();
	if (byteLength === 0) {
		throw new InputError(`The file ${name} is empty`, {
			hint: 'The earlier node downloaded nothing: look at its output, and run the workflow again from there.',
		});
	}
	if (byteLength > MAX_UPLOAD_BYTES) {
		throw new InputError(
			`The file ${name} has ${readableSize(byteLength)}, more than AssemblyAI takes`,
			{
				hint: `An upload may have ${readableSize(MAX_UPLOAD_BYTES)}. Send the sound without the picture, or choose the source URL: there up to 5 GB are allowed.`,
			},
		);
	}
	const bytes = async () => counted(await content.chunks(), byteLength, name);
	return {
		name,
		fileName,
		field,
		isInline: file.id === undefined,
		byteLength,
		bytes,
		fingerprint: content.fingerprint(),
		open: async () => ({
			kind: 'binary',
			// A community node may not import node:stream, but Hash is a stream class and inherits `from`.
			content: Hash.from(await bytes()),
			byteLength,
		}),
	};
}

/** The beginning of a file, as much as tells its kind; nothing where it cannot be read. */
export async function firstBytesOf(
	context: IExecuteFunctions,
	file: IBinaryData,
	field: string,
): Promise<Uint8Array> {
	const content = contentOf(context, file, { name: nameOf(file) ?? field, field });
	const first: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of await content.chunks(SIGNATURE_BYTES)) {
		first.push(chunk);
		bytes += chunk.byteLength;
		if (bytes >= SIGNATURE_BYTES) break;
	}
	return Buffer.concat(first).subarray(0, SIGNATURE_BYTES);
}

function nameOf({ fileName }: IBinaryData): string | undefined {
	return typeof fileName === 'string' && fileName.trim() !== '' ? fileName : undefined;
}

interface Content {
	length(): Promise<number>;
	fingerprint(): string;
	chunks(size?: number): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>>;
}

function contentOf(
	context: IExecuteFunctions,
	file: IBinaryData,
	{ name, field }: { name: string; field: string },
): Content {
	const { id, data } = file;
	if (id === undefined) {
		const base64 = inlineBase64(data, field);
		return {
			length: async () => decodedLength(base64),
			fingerprint: () => fingerprintOf(base64, nameOf(file)),
			chunks: async () => decoded(base64),
		};
	}
	return {
		length: async () => (await stored(context.helpers.getBinaryMetadata(id), name)).fileSize,
		fingerprint: () => id,
		chunks: async (size = CHUNK_BYTES) =>
			await stored(context.helpers.getBinaryStream(id, size), name),
	};
}

/** @throws InputError where n8n does not have the content any more */
async function stored<T>(reading: Promise<T>, name: string): Promise<T> {
	const outcome = await outcomeOf(reading);
	if (outcome.ok) return outcome.value;
	throw new InputError(`n8n cannot read the file ${name}: its content is no longer in storage`, {
		hint: 'n8n removes the files of old executions, and a worker needs the same storage as the main process. Run the workflow again from the node that fetches the file.',
	});
}

/** A file that is written while it is read must not be sent under a length that is not its own. */
async function* counted(
	chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	byteLength: number,
	name: string,
): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += chunk.byteLength;
		if (bytes > byteLength) throw changed(name, byteLength, bytes);
		yield chunk;
	}
	if (bytes < byteLength) throw changed(name, byteLength, bytes);
}

function changed(name: string, expected: number, read: number): InputError {
	const found = read > expected ? `more than ${expected}` : String(read);
	return new InputError(
		`The file ${name} changed while it was read: ${found} bytes instead of ${expected}`,
		{ hint: 'Let the workflow begin when the file is complete, then run the item again.' },
	);
}

/**
 * Two files of the same content and other names are two recordings, as they are where n8n stores them.
 * Piece by piece: to hash a text, Node.js first makes a copy of it.
 */
function fingerprintOf(base64: string, fileName = ''): string {
	const hash = createHash('sha256').update(JSON.stringify(fileName));
	for (const chunk of decoded(base64)) hash.update(chunk);
	return hash.digest('hex');
}
