import type { ByteReader } from './byteReader';
import { FRAMES_REMEMBERED, leadInFor, type Frame } from './bitReservoir';
import { ClipBuilder, type Clip, type TimeRange } from './clip';
import { infoFrameFor, infoFrameIn } from './infoFrame';
import { frameHeader, HEADER_BYTES, isSameStream, type FrameHeader } from './mpegFrame';

const TAG_HEADER_BYTES = 10;
const HAS_FOOTER = 0x10;
/** What the tags of ID3v1, APE, Lyrics3 and ID3v2 at the end of a file begin with. */
const END_TAGS = new Set(['TAG', 'APE', 'LYR', 'ID3']);

/** Passes over the tags that a file begins with (ID3v2.4, 3.1: sizes have seven bits in a byte). */
export async function skipTags(reader: ByteReader): Promise<void> {
	for (;;) {
		const start = await reader.peek(TAG_HEADER_BYTES);
		if (String.fromCharCode(...start.subarray(0, 3)) !== 'ID3') return;
		const size = start.subarray(6).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
		const footer = (start[5] ?? 0) & HAS_FOOTER ? TAG_HEADER_BYTES : 0;
		await reader.skip(TAG_HEADER_BYTES + size + footer);
	}
}

/** Whether a frame of MPEG audio stands here, with another one or nothing behind it. */
export async function isAtFrame(reader: ByteReader): Promise<boolean> {
	return (await headerHere(reader, undefined)) !== undefined;
}

/**
 * Cuts clips out of a recording in MPEG audio, at frames and without decoding anything; reads no further than the
 * last of them.
 * @returns for each range its clip, where the recording is long enough
 */
export async function mp3Clips(
	reader: ByteReader,
	wanted: readonly TimeRange[],
): Promise<Array<Clip | undefined>> {
	const clips = wanted.map((range) => new ClipBuilder(range));
	const end = Math.max(...wanted.map(({ to }) => to));
	const before: Frame[] = [];
	let sample = 0;
	for await (const frame of framesOf(reader)) {
		const { header } = frame;
		const info = sample === 0 && before.length === 0 ? infoFrameIn(frame) : undefined;
		if (info) {
			sample -= info.leftOut;
			continue;
		}
		const range = timesOf(header, sample);
		if (range.from >= end) break;
		for (const clip of clips) {
			if (range.to <= clip.wanted.from || range.from >= clip.wanted.to) continue;
			if (clip.isEmpty) addLeadIn(clip, leadInFor(frame, before), sample);
			clip.add(frame.bytes, range);
		}
		sample += header.samples;
		before.push({ header, bytes: Uint8Array.from(frame.bytes) });
		if (before.length > FRAMES_REMEMBERED) before.shift();
	}
	return clips.map((clip) => clip.finished(infoFrameFor));
}

/** @param sample the first one behind the frames */
function addLeadIn(clip: ClipBuilder, frames: readonly Frame[], sample: number): void {
	let at = frames.reduce((first, { header }) => first - header.samples, sample);
	for (const { header, bytes } of frames) {
		clip.add(bytes, timesOf(header, at));
		at += header.samples;
	}
}

function timesOf({ samples, sampleRate }: FrameHeader, sample: number): TimeRange {
	return { from: (sample * 1000) / sampleRate, to: ((sample + samples) * 1000) / sampleRate };
}

/** The frames one after the other; what is between them, and tags at the end, is passed over. */
async function* framesOf(reader: ByteReader): AsyncGenerator<Frame> {
	let stream: FrameHeader | undefined;
	for (;;) {
		const header = await headerHere(reader, stream);
		if (header) {
			stream = header;
			const bytes = await reader.take(header.byteLength);
			if (bytes.byteLength === header.byteLength) yield { header, bytes };
		} else if (!(await reader.skip(1))) return;
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
