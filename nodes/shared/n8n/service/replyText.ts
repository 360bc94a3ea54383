import { z } from 'zod';
import { EndlessReplyError } from '../../api/core/errors';

/** A recording of ten hours, the longest one, has a transcript of some 40 MB. */
export const MAX_REPLY_BYTES = 100_000_000;

const stream = z.custom<AsyncIterable<Uint8Array> & { destroy(): void }>(isStream);

/**
 * The text of a reply. It is read as it comes, decompressed, because a reply without end, or a small one that
 * unpacks to gigabytes, would take n8n's memory before anybody could look at it.
 * @param onText told each piece as it comes
 * @throws EndlessReplyError beyond MAX_REPLY_BYTES; what the stream throws where the connection breaks
 */
export async function readReplyText(
	body: unknown,
	signal: AbortSignal,
	onText?: (piece: string) => void,
): Promise<string> {
	if (typeof body === 'string') return body;
	const parsed = stream.safeParse(body);
	if (!parsed.success) return body === undefined || body === null ? '' : JSON.stringify(body);
	const stop = () => parsed.data.destroy();
	signal.addEventListener('abort', stop, { once: true });
	try {
		return await textOf(parsed.data, onText);
	} finally {
		// The signal follows that of the execution, which would keep the whole exchange until its end.
		signal.removeEventListener('abort', stop);
	}
}

async function textOf(
	content: AsyncIterable<Uint8Array>,
	onText: ((piece: string) => void) | undefined,
): Promise<string> {
	const chunks: Uint8Array[] = [];
	// A piece may end within a letter.
	const decoder = onText && new TextDecoder();
	let bytes = 0;
	for await (const chunk of content) {
		bytes += chunk.byteLength;
		if (bytes > MAX_REPLY_BYTES) throw tooLong();
		chunks.push(chunk);
		if (decoder) onText(decoder.decode(chunk, { stream: true }));
	}
	return Buffer.concat(chunks)
		.toString('utf8')
		.replace(/^\uFEFF/, '');
}

function tooLong(): EndlessReplyError {
	return new EndlessReplyError(
		`AssemblyAI sent a reply of more than ${MAX_REPLY_BYTES / 1_000_000} MB, which was not read to its end`,
		{ hint: 'Check the URLs of the credential; if they are right, try again later.' },
	);
}

function isStream(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		Symbol.asyncIterator in value &&
		'destroy' in value &&
		typeof value.destroy === 'function'
	);
}
