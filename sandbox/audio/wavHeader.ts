export const WAV_HEADER_BYTES = 44;

/** How sound is written down; by default a telephone's: 8,000 samples a second, one byte each. */
export interface WavForm {
	/** Samples a second of each channel. */
	rate?: number;
	channels?: number;
	bits?: 8 | 16;
}

/** What stands before the samples of a WAV file, canonical form of the format chunk (PCM). */
export function wavHeader(
	dataBytes: number,
	{ rate = 8_000, channels = 1, bits = 8 }: WavForm = {},
): Buffer {
	const bytesOfFrame = (channels * bits) / 8;
	const header = Buffer.alloc(WAV_HEADER_BYTES);
	header.write('RIFF', 0, 'latin1');
	header.writeUInt32LE(WAV_HEADER_BYTES - 8 + dataBytes, 4);
	header.write('WAVEfmt ', 8, 'latin1');
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(channels, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * bytesOfFrame, 28);
	header.writeUInt16LE(bytesOfFrame, 32);
	header.writeUInt16LE(bits, 34);
	header.write('data', 36, 'latin1');
	header.writeUInt32LE(dataBytes, 40);
	return header;
}
