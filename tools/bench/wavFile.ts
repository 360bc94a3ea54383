import { open } from 'node:fs/promises';
import { WAV_HEADER_BYTES, wavHeader } from '../../sandbox/audio/wavHeader';

/** A telephone's: 8,000 samples a second, one byte each. */
export const BYTES_PER_SECOND = 8_000;
const BLOCK_BYTES = 1024 * 1024;

/**
 * Writes a recording that is like no other: a tone whose pitch is its number's.
 * @param byteLength of the whole file, header included; at most 4 GiB
 */
export async function writeWavFile(
	path: string,
	byteLength: number,
	number: number,
): Promise<void> {
	const file = await open(path, 'w');
	try {
		await file.write(wavHeader(byteLength - WAV_HEADER_BYTES));
		const tone = toneOf(number);
		for (let left = byteLength - WAV_HEADER_BYTES; left > 0; left -= tone.length) {
			await file.write(tone, 0, Math.min(left, tone.length));
		}
		// On disk now: writing it out later would disturb what is measured.
		await file.sync();
	} finally {
		await file.close();
	}
}

function toneOf(number: number): Buffer {
	const tone = Buffer.alloc(BLOCK_BYTES);
	const pitch = 0.05 + number / 100;
	for (let at = 0; at < tone.length; at++) tone[at] = 128 + Math.round(90 * Math.sin(at * pitch));
	return tone;
}
