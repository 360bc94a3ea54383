const SAMPLE_RATE = 8_000;
const SAMPLES = 1_600;

/** A fifth of a second of sound whose content is like no other's. */
export function uniqueRecording(number: number): Buffer {
	const wav = Buffer.alloc(44 + SAMPLES);
	wav.write('RIFF', 0);
	wav.writeUInt32LE(36 + SAMPLES, 4);
	wav.write('WAVEfmt ', 8);
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(SAMPLE_RATE, 24);
	wav.writeUInt32LE(SAMPLE_RATE, 28);
	wav.writeUInt16LE(1, 32);
	wav.writeUInt16LE(8, 34);
	wav.write('data', 36);
	wav.writeUInt32LE(SAMPLES, 40);
	for (let at = 0; at < SAMPLES; at++) wav[44 + at] = 128 + Math.round(90 * Math.sin(at / 7));
	wav.writeUInt32LE(number, 44);
	return wav;
}
