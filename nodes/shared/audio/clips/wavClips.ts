import type { ByteReader } from './byteReader';
import { ClipBuilder, type Clip, type TimeRange } from './clip';

/** How the samples of a WAV file lie, and what its format chunk says of them. */
interface WaveFormat {
	chunk: Buffer;
	isPlain: boolean;
	bytesPerSecond: number;
	/** Of one sample on all channels. */
	blockBytes: number;
}

const CHUNK_HEADER_BYTES = 8;
/** What a file says that was written while it was not known how long it would become. */
const UNKNOWN_SIZE = 0xffff_ffff;
/** A format chunk has 40 bytes at most; what claims more is none. */
const MAX_FORMAT_BYTES = 1024;
const PCM = 1;
const EXTENSIBLE = 0xfffe;
/** PCM, floating point, A-law and μ-law: a sample takes as many bytes wherever it stands. */
const CONSTANT = new Set([PCM, 3, 6, 7]);
const PIECE_BYTES = 64 * 1024;

/** Why a WAV file cannot be cut, for people. */
export type WaveFault = 'its sound is compressed' | 'it has no sound';

/**
 * Cuts clips out of a WAV file (RIFF, RF64 and BW64), at samples; reads no further than the last of them.
 * @returns for each range its clip, where the recording is long enough
 */
export async function wavClips(
	reader: ByteReader,
	wanted: readonly TimeRange[],
): Promise<Array<Clip | undefined> | WaveFault> {
	const sound = await soundOf(reader);
	if (typeof sound === 'string') return sound;
	const { format, byteLength } = sound;
	const perMs = format.bytesPerSecond / 1000;
	// A recording that broke off may end within a sample.
	const inBlocks = (bytes: number): number => bytes - (bytes % format.blockBytes);
	const pieceBytes = inBlocks(PIECE_BYTES) + format.blockBytes;
	const soundBytes = inBlocks(byteLength);
	const atBlock = (ms: number): number =>
		Math.min(soundBytes, Math.floor((ms * perMs) / format.blockBytes) * format.blockBytes);
	const clips = wanted.map((range) => ({
		builder: new ClipBuilder(range),
		first: atBlock(Math.max(0, range.from)),
		last: atBlock(range.to),
	}));
	const end = Math.max(...clips.map(({ last }) => last));
	let at = Math.min(...clips.map(({ first }) => first));
	await reader.skip(at);
	while (at < end) {
		const read = await reader.take(Math.min(pieceBytes, end - at));
		const piece = read.subarray(0, inBlocks(read.byteLength));
		if (piece.byteLength === 0) break;
		for (const { builder, first, last } of clips) {
			const own = piece.subarray(Math.max(0, first - at), Math.max(0, last - at));
			if (own.byteLength === 0) continue;
			const from = Math.max(first, at);
			builder.add(own, { from: from / perMs, to: (from + own.byteLength) / perMs });
		}
		at += piece.byteLength;
	}
	return clips.map(({ builder }) => builder.finished((parts) => fileOf(format, parts)));
}

/** Passes over all that stands before the sound. */
async function soundOf(
	reader: ByteReader,
): Promise<{ format: WaveFormat; byteLength: number } | WaveFault> {
	await reader.skip(12);
	let format: WaveFormat | undefined;
	let longSize: number | undefined;
	for (;;) {
		const header = Buffer.from(await reader.take(CHUNK_HEADER_BYTES));
		if (header.byteLength < CHUNK_HEADER_BYTES) return 'it has no sound';
		const name = header.toString('latin1', 0, 4);
		const size = header.readUInt32LE(4);
		if (name === 'data') {
			if (!format) return 'it has no sound';
			const told = size === UNKNOWN_SIZE ? longSize : size;
			// A file of which nobody told the length goes on to its end.
			return { format, byteLength: told || Number.MAX_SAFE_INTEGER };
		}
		const isNeeded = name === 'fmt ' || name === 'ds64';
		const chunk = Buffer.from(isNeeded ? await reader.take(Math.min(size, MAX_FORMAT_BYTES)) : []);
		// A chunk of an odd size is followed by a byte that does not count.
		if (!(await reader.skip(size - chunk.byteLength + (size % 2)))) return 'it has no sound';
		if (name === 'ds64' && chunk.byteLength >= 16) longSize = Number(chunk.readBigUInt64LE(8));
		if (name === 'fmt ') {
			const read = formatIn(chunk);
			if (!read) return 'its sound is compressed';
			format = read;
		}
	}
}

function formatIn(chunk: Buffer): WaveFormat | undefined {
	if (chunk.byteLength < 16) return undefined;
	const tag = chunk.readUInt16LE(0);
	// An extensible format names the real one in the first bytes of an identifier.
	const kind = tag === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.readUInt16LE(24) : tag;
	const blockBytes = chunk.readUInt16LE(12);
	const bytesPerSecond = chunk.readUInt32LE(4) * blockBytes;
	if (!CONSTANT.has(kind) || bytesPerSecond === 0) return undefined;
	return { chunk, isPlain: tag === PCM, bytesPerSecond, blockBytes };
}

/** The same format, and the size of the clip. What the file told of itself besides does not hold for a part. */
function fileOf(
	{ chunk, isPlain, blockBytes }: WaveFormat,
	parts: readonly Uint8Array[],
): Uint8Array[] {
	const samples = parts.reduce((sum, { byteLength }) => sum + byteLength, 0) / blockBytes;
	const chunks = [
		...chunkOf('fmt ', [chunk]),
		// Readers want to be told the number of samples where these are not plain (fact chunk).
		...(isPlain ? [] : chunkOf('fact', [uint32(samples)])),
		...chunkOf('data', parts),
	];
	return chunkOf('RIFF', [Buffer.from('WAVE'), ...chunks]);
}

/** Behind an odd size stands a byte that does not count. */
function chunkOf(name: string, parts: readonly Uint8Array[]): Uint8Array[] {
	const size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
	return [Buffer.from(name), uint32(size), ...parts, Buffer.alloc(size % 2)];
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
