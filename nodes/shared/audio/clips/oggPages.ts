import type { ByteReader } from './byteReader';

/** A page of an Ogg file (RFC 3533, section 6). */
export interface OggPage {
	/** Which of the streams that are put together in the file it belongs to. */
	serial: number;
	/** Whether it begins with the rest of a packet of the page before. */
	isContinued: boolean;
	isFirst: boolean;
	isLast: boolean;
	sequence: number;
	/** A count of the stream's own kind, at the end of the last packet that ends here; -1 where none does. */
	granule: number;
	/** The packets, of which the last one may go on in the next page. */
	packets: Uint8Array[];
	isCutOff: boolean;
}

const CAPTURE = 'OggS';
const HEAD_BYTES = 27;
/** A packet is written as pieces of so many bytes and one that is shorter. */
const FULL_PIECE = 255;
const MOST_PIECES = 255;
const CONTINUED = 1;
const FIRST = 2;
const LAST = 4;

/** The pages one after the other; what is between them is passed over, and the last one where it is not whole. */
export async function* oggPagesOf(reader: ByteReader): AsyncGenerator<OggPage> {
	for (;;) {
		const head = Buffer.from(await reader.peek(HEAD_BYTES));
		if (head.toString('latin1', 0, 4) !== CAPTURE || head.byteLength < HEAD_BYTES) {
			if (!(await reader.skip(1)) || !(await reader.skipTo(CAPTURE.charCodeAt(0)))) return;
			continue;
		}
		await reader.skip(HEAD_BYTES);
		const pieces = await reader.take(head.readUInt8(26));
		const length = pieces.reduce((sum, piece) => sum + piece, 0);
		const body = await reader.take(length);
		if (body.byteLength < length) return;
		const flags = head.readUInt8(5);
		yield {
			serial: head.readUInt32LE(14),
			isContinued: (flags & CONTINUED) !== 0,
			isFirst: (flags & FIRST) !== 0,
			isLast: (flags & LAST) !== 0,
			sequence: head.readUInt32LE(18),
			granule: Number(head.readBigInt64LE(6)),
			...packetsIn(pieces, body),
		};
	}
}

function packetsIn(pieces: Uint8Array, body: Uint8Array) {
	const packets: Uint8Array[] = [];
	let [begin, end] = [0, 0];
	for (const length of pieces) {
		end += length;
		if (length === FULL_PIECE) continue;
		packets.push(body.subarray(begin, end));
		begin = end;
	}
	const isCutOff = pieces.at(-1) === FULL_PIECE;
	if (isCutOff) packets.push(body.subarray(begin, end));
	return { packets, isCutOff };
}

/** How many pieces a packet takes of the 255 that a page has room for. */
export function piecesOf({ byteLength }: Uint8Array): number {
	return Math.floor(byteLength / FULL_PIECE) + 1;
}

/** Whether packets that take so many pieces are too many for one page. */
export function isTooMuch(pieces: number): boolean {
	return pieces > MOST_PIECES;
}

/** Packets as a page, with the checksum that readers want. */
export function oggPage(
	packets: readonly Uint8Array[],
	page: Pick<OggPage, 'serial' | 'sequence' | 'granule' | 'isFirst' | 'isLast'>,
): Buffer {
	const pieces = packets.flatMap((packet) => [
		...Array<number>(piecesOf(packet) - 1).fill(FULL_PIECE),
		packet.byteLength % FULL_PIECE,
	]);
	const head = Buffer.alloc(HEAD_BYTES);
	head.write(CAPTURE, 'latin1');
	head.writeUInt8((page.isFirst ? FIRST : 0) | (page.isLast ? LAST : 0), 5);
	head.writeBigInt64LE(BigInt(page.granule), 6);
	head.writeUInt32LE(page.serial, 14);
	head.writeUInt32LE(page.sequence, 18);
	head.writeUInt8(pieces.length, 26);
	const bytes = Buffer.concat([head, Uint8Array.from(pieces), ...packets]);
	bytes.writeUInt32LE(checksumOf(bytes), 22);
	return bytes;
}

const POLYNOMIAL = 0x04c11db7;

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte << 24;
	for (let bit = 0; bit < 8; bit++) rest = rest & 0x80000000 ? (rest << 1) ^ POLYNOMIAL : rest << 1;
	return rest;
});

/** CRC-32 with the most significant bit first, over the page with zero in its place. */
function checksumOf(bytes: Uint8Array): number {
	let rest = 0;
	for (const byte of bytes) rest = (rest << 8) ^ (CHECKSUMS[(rest >>> 24) ^ byte] ?? 0);
	return rest >>> 0;
}
