import { WAV_HEADER_BYTES, wavHeader } from '../../sandbox/audio/wavHeader';

/** A fifth of a second. */
const SAMPLES = 1_600;

/** A fifth of a second of sound whose content is like no other's. */
export function uniqueRecording(number: number): Buffer {
	const wav = Buffer.concat([wavHeader(SAMPLES), Buffer.alloc(SAMPLES)]);
	for (let at = 0; at < SAMPLES; at++) {
		wav[WAV_HEADER_BYTES + at] = 128 + Math.round(90 * Math.sin(at / 7));
	}
	wav.writeUInt32LE(number, WAV_HEADER_BYTES);
	return wav;
}
