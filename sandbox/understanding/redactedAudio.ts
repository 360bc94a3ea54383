import { WAV_HEADER_BYTES, wavHeader } from '../audio/wavHeader';
import type { Stretch } from './redaction';

const SAMPLE_RATE = 8000;
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
	yield wavHeader(durationSeconds * SAMPLE_RATE);
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
	return WAV_HEADER_BYTES + durationSeconds * SAMPLE_RATE;
}
