import type { ByteReader } from './byteReader';

/** What the tags of ID3v1, APE, Lyrics3 and ID3v2 at the end of a file begin with. */
export const END_TAGS: ReadonlySet<string> = new Set(['TAG', 'APE', 'LYR', 'ID3']);

const HEADER_BYTES = 10;
const HAS_FOOTER = 0x10;
const APE_HEADER_BYTES = 32;

/** Passes over the tags that a file begins with. */
export async function skipTags(reader: ByteReader): Promise<void> {
	for (;;) {
		const length = tagLength(Buffer.from(await reader.peek(APE_HEADER_BYTES)));
		if (length === 0) return;
		await reader.skip(length);
	}
}

function tagLength(start: Buffer): number {
	const name = start.toString('latin1', 0, 8);
	if (name.startsWith('ID3') && start.byteLength >= HEADER_BYTES) return id3Length(start);
	if (name === 'APETAGEX' && start.byteLength >= APE_HEADER_BYTES) {
		return APE_HEADER_BYTES + start.readUInt32LE(12);
	}
	return 0;
}

/** ID3v2.4, 3.1: sizes have seven bits in a byte. */
function id3Length(start: Buffer): number {
	const size = start.subarray(6, HEADER_BYTES).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
	const footer = (start[5] ?? 0) & HAS_FOOTER ? HEADER_BYTES : 0;
	return HEADER_BYTES + size + footer;
}
