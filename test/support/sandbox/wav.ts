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
	const head = Buffer.alloc(44);
	head.write('RIFF', 0, 'latin1');
	head.writeUInt32LE(36 + data.length, 4);
	head.write('WAVEfmt ', 8, 'latin1');
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(channels, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate * channels * 2, 28);
	head.writeUInt16LE(channels * 2, 32);
	head.writeUInt16LE(16, 34);
	head.write('data', 36, 'latin1');
	head.writeUInt32LE(data.length, 40);
	return Buffer.concat([head, data]);
}
