import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Five seconds each, of which every second has a tone of its own. */
export const TONES_HZ = [300, 500, 700, 900, 1100];

/** A recording in MP3 that make-tones.sh has made. */
export function tones(name: 'bare' | 'cbr' | 'mpeg2' | 'vbr'): Buffer {
	return readFileSync(path.join(__dirname, 'tones', `${name}.mp3`));
}

/** The same in Opus, of packets of 20, 60 and 5 milliseconds. */
export function opusTones(name: 'opus' | 'opus60' | 'opus5'): Buffer {
	return readFileSync(path.join(__dirname, 'tones', `${name}.ogg`));
}

const WINDOW_SECONDS = 0.02;

/** The tone that is heard at a moment; nothing in silence. */
export function toneAt(
	sound: Float32Array,
	sampleRate: number,
	seconds: number,
): number | undefined {
	const length = Math.round(WINDOW_SECONDS * sampleRate);
	const first = Math.round((seconds - WINDOW_SECONDS / 2) * sampleRate);
	const part = sound.subarray(Math.max(0, first), first + length);
	if (part.every((value) => Math.abs(value) < 0.05)) return undefined;
	const loudness = TONES_HZ.map((hertz) => loudnessOf(part, hertz / sampleRate));
	return TONES_HZ[loudness.indexOf(Math.max(...loudness))];
}

/** How much of a frequency there is, by the method of Goertzel. */
function loudnessOf(part: Float32Array, cyclesPerSample: number): number {
	const angle = 2 * Math.PI * cyclesPerSample;
	let [real, imaginary] = [0, 0];
	for (const [i, value] of part.entries()) {
		real += value * Math.cos(angle * i);
		imaginary += value * Math.sin(angle * i);
	}
	return real ** 2 + imaginary ** 2;
}

/** A stream of the bytes in pieces of some size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}
