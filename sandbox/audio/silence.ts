import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

interface PcmData {
	/** Bytes of one sample of one channel. */
	sampleBytes: number;
	start: number;
	length: number;
}

/** About -60 dB of full scale: what lies below is noise of a quiet line, not speech. */
const AUDIBLE = 0.001;

const PCM = 1;
const EXTENSIBLE = 0xfffe;

/** Whether a WAV file of plain samples holds no audible sound; undefined for every other kind of file. */
export async function isSilentWav(file: string): Promise<boolean | undefined> {
	const data = await findPcmData(file);
	if (data === undefined) return undefined;
	if (data.length === 0) return true;
	const { sampleBytes, start, length } = data;
	let rest = Buffer.alloc(0);
	for await (const piece of createReadStream(file, { start, end: start + length - 1 })) {
		const bytes = Buffer.concat([rest, Buffer.from(piece)]);
		const whole = bytes.length - (bytes.length % sampleBytes);
		for (let at = 0; at < whole; at += sampleBytes) {
			if (Math.abs(sampleAt(bytes, at, sampleBytes)) > AUDIBLE) return false;
		}
		rest = bytes.subarray(whole);
	}
	return true;
}

/** Between -1 and 1. Samples of 8 bits are unsigned, all others signed (Multimedia Programming Interface 1.0). */
function sampleAt(bytes: Buffer, at: number, sampleBytes: number): number {
	if (sampleBytes === 1) return (bytes.readUInt8(at) - 128) / 128;
	return bytes.readIntLE(at, sampleBytes) / 2 ** (sampleBytes * 8 - 1);
}

async function findPcmData(file: string): Promise<PcmData | undefined> {
	const handle = await open(file, 'r');
	try {
		const { size } = await handle.stat();
		const head = Buffer.alloc(64);
		const read = async (at: number) => (await handle.read(head, 0, head.length, at)).bytesRead;
		if ((await read(0)) < 12 || head.toString('latin1', 8, 12) !== 'WAVE') return undefined;
		let sampleBytes: number | undefined;
		let at = 12;
		while (at + 8 <= size) {
			const available = await read(at);
			const name = head.toString('latin1', 0, 4);
			const length = head.readUInt32LE(4);
			if (name === 'fmt ' && available >= 24) {
				const format = head.readUInt16LE(8);
				sampleBytes =
					format === PCM || format === EXTENSIBLE ? head.readUInt16LE(22) / 8 : undefined;
			}
			if (name === 'data') {
				if (sampleBytes === undefined || ![1, 2, 3, 4].includes(sampleBytes)) return undefined;
				// A recorder that streams leaves the length open; the file's end is the end then.
				return { sampleBytes, start: at + 8, length: Math.min(length, size - at - 8) };
			}
			at += 8 + length + (length % 2);
		}
		return undefined;
	} finally {
		await handle.close();
	}
}
