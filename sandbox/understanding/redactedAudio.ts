import type { Stretch } from './redaction';

const SAMPLE_RATE = 8000;
const HEADER_BYTES = 44;
const SILENCE = 128;
const BEEP_HERTZ = 1000;
const BEEP_HEIGHT = 40;

/**
 * A WAV file (8 kHz, mono, 8 bit) as long as the recording, silent but for the beeps over personal data.
 * The sandbox has no decoder, so the rest of the recording is not heard in it.
 */
export function* redactedAudio(
	durationSeconds: number,
	beeps: Stretch[],
): Generator<Buffer, void, void> {
	yield header(durationSeconds * SAMPLE_RATE);
	for (let second = 0; second < durationSeconds; second += 1) {
		const samples = Buffer.alloc(SAMPLE_RATE, SILENCE);
		for (let index = 0; index < SAMPLE_RATE; index += 1) {
			const ms = (second + index / SAMPLE_RATE) * 1000;
			if (!beeps.some(({ start, end }) => ms >= start && ms < end)) continue;
			const wave = Math.sin((2 * Math.PI * BEEP_HERTZ * index) / SAMPLE_RATE);
			samples.writeUInt8(SILENCE + Math.round(wave * BEEP_HEIGHT), index);
		}
		yield samples;
	}
}

export function redactedAudioBytes(durationSeconds: number): number {
	return HEADER_BYTES + durationSeconds * SAMPLE_RATE;
}

function header(dataBytes: number): Buffer {
	const bytes = Buffer.alloc(HEADER_BYTES);
	bytes.write('RIFF', 0, 'latin1');
	bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
	bytes.write('WAVEfmt ', 8, 'latin1');
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20);
	bytes.writeUInt16LE(1, 22);
	bytes.writeUInt32LE(SAMPLE_RATE, 24);
	bytes.writeUInt32LE(SAMPLE_RATE, 28);
	bytes.writeUInt16LE(1, 32);
	bytes.writeUInt16LE(8, 34);
	bytes.write('data', 36, 'latin1');
	bytes.writeUInt32LE(dataBytes, 40);
	return bytes;
}
