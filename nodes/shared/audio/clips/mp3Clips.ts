import type { ByteReader } from './byteReader';
import { FRAMES_REMEMBERED, leadInFor, type Frame } from './bitReservoir';
import { ClipBuilder, type Clip, type TimeRange } from './clip';
import { framesOf } from './frames';
import { infoFrameFor, infoFrameIn } from './infoFrame';
import type { FrameHeader } from './mpegFrame';

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
	return clips.map((clip) => clip.finished((frames) => [infoFrameFor(frames), ...frames]));
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
