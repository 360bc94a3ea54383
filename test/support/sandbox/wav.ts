import { wavHeader } from '../../../sandbox/audio/wavHeader';

/** A WAV file of 16-bit samples; `level` is the height of its 440 Hz tone, 0 for silence. */
export function wav(seconds: number, { channels = 1, level = 0, rate = 8000 } = {}): Buffer {
	const frames = Math.round(seconds * rate);
	const data = Buffer.alloc(frames * channels * 2);
	for (let frame = 0; frame < frames; frame += 1) {
		const value = Math.round(Math.sin((2 * Math.PI * 440 * frame) / rate) * level * 32767);
		for (let channel = 0; channel < channels; channel += 1) {
			data.writeInt16LE(value, (frame * channels + channel) * 2);
		}
	}
	return Buffer.concat([wavHeader(data.length, { rate, channels, bits: 16 }), data]);
}
