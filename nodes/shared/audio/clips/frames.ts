import { hasMediaSignature } from '../signature';
import type { Frame } from './bitReservoir';
import type { ByteReader } from './byteReader';
import { frameHeader, HEADER_BYTES, isSameStream, type FrameHeader } from './mpegFrame';
import { END_TAGS } from './tags';

/** Recordings of a stream begin within a frame, and some programs put zeros before the first one. */
const SEARCHED_BYTES = 64 * 1024;
/** So many in a row do not stand in other bytes by chance. */
const FRAMES_IN_A_ROW = 4;
/** A frame begins with a byte whose bits are all set. */
const SYNC = 0xff;

/** Goes to the first frame of MPEG audio. @returns whether there is one near, in what is no other kind of recording */
export async function skipToFrames(reader: ByteReader): Promise<boolean> {
	if (await headerHere(reader, undefined)) return true;
	const start = await reader.peek(SEARCHED_BYTES);
	if (hasMediaSignature(start)) return false;
	let at = start.indexOf(SYNC);
	while (at >= 0 && !areFrames(start.subarray(at))) at = start.indexOf(SYNC, at + 1);
	return at >= 0 && (await reader.skip(at));
}

/** The frames one after the other; what is between them, and tags at the end, is passed over. */
export async function* framesOf(reader: ByteReader): AsyncGenerator<Frame> {
	let stream: FrameHeader | undefined;
	for (;;) {
		const header = await headerHere(reader, stream);
		if (header) {
			stream = header;
			const bytes = await reader.take(header.byteLength);
			if (bytes.byteLength === header.byteLength) yield { header, bytes };
		} else if (!(await reader.skip(1)) || !(await reader.skipTo(SYNC))) return;
	}
}

/** The header of the frame that stands here. What looks like one by chance has none like it behind it. */
async function headerHere(
	reader: ByteReader,
	stream: FrameHeader | undefined,
): Promise<FrameHeader | undefined> {
	const header = frameHeader(await reader.peek(HEADER_BYTES));
	if (!header || (stream && !isSameStream(header, stream))) return undefined;
	const bytes = await reader.peek(header.byteLength + HEADER_BYTES);
	const next = bytes.subarray(header.byteLength);
	const isLast = next.byteLength < HEADER_BYTES;
	if (isLast || END_TAGS.has(String.fromCharCode(...next.subarray(0, 3)))) return header;
	const behind = frameHeader(next);
	return behind && isSameStream(header, behind) ? header : undefined;
}

function areFrames(bytes: Uint8Array): boolean {
	let [at, count] = [0, 0];
	let last: FrameHeader | undefined;
	while (count < FRAMES_IN_A_ROW) {
		const header = frameHeader(bytes.subarray(at, at + HEADER_BYTES));
		if (!header || (last && !isSameStream(header, last))) return false;
		last = header;
		at += header.byteLength;
		count += 1;
	}
	return true;
}
