import { HEADER_BYTES, frameHeader } from './mpegFrame';
import type { Frame } from './bitReservoir';

/** What the first frame of a file says where it holds no sound but tells of the others. */
export interface InfoFrame {
	/** Samples at the beginning that a decoder leaves out, as the encoder put them there. */
	leftOut: number;
}

/** A decoder of layer III is behind by so many samples. */
const DECODER_DELAY = 529;
const FIELD_BYTES = [4, 4, 100, 4];
/** From the name of the encoder to the samples that it put before the sound, in three bytes with those behind. */
const DELAYS_AT = 21;

/** Recognises the frames of Xing, LAME and Fraunhofer; nothing for a frame of sound. */
export function infoFrameIn({ header, bytes }: Frame): InfoFrame | undefined {
	if (textAt(bytes, HEADER_BYTES + 32, 4) === 'VBRI') return { leftOut: 0 };
	const at = header.sideInfo.at + header.sideInfo.length;
	if (!['Xing', 'Info'].includes(textAt(bytes, at, 4))) return undefined;
	const flags = bytes[at + 7] ?? 0;
	const fields = FIELD_BYTES.reduce((sum, size, bit) => sum + (flags & (1 << bit) ? size : 0), 0);
	const encoder = at + 8 + fields;
	if (!['LAME', 'Lavf', 'Lavc'].includes(textAt(bytes, encoder, 4))) return { leftOut: 0 };
	const [high = 0, low = 0] = bytes.subarray(encoder + DELAYS_AT);
	return { leftOut: ((high << 4) | (low >> 4)) + DECODER_DELAY };
}

/** The field that says how many frames and bytes there are, and that nothing else is told. */
const NAME_AND_FIELDS_BYTES = 16;

/**
 * The first frame of a clip whose frames have several bit rates: without it, players guess the duration from the
 * first rate. A clip of one rate needs none.
 */
export function infoFrameFor(frames: readonly Uint8Array[]): Uint8Array {
	const [first] = frames;
	const rates = new Set(frames.map((bytes) => (bytes[2] ?? 0) >> 4));
	const frame = first && rates.size > 1 ? emptyFrameLike(first) : undefined;
	if (!frame) return new Uint8Array();
	const { header, bytes } = frame;
	const at = header.sideInfo.at + header.sideInfo.length;
	const total = frames.reduce((sum, { byteLength }) => sum + byteLength, bytes.byteLength);
	Buffer.from('Xing').copy(bytes, at);
	bytes.writeUInt32BE(3, at + 4);
	bytes.writeUInt32BE(frames.length, at + 8);
	bytes.writeUInt32BE(total, at + 12);
	return bytes;
}

/** Of the lowest bit rate at which there is room for what is to be said. */
function emptyFrameLike(first: Uint8Array): { header: Frame['header']; bytes: Buffer } | undefined {
	for (let rate = 1; rate < 15; rate++) {
		const [sync = 0, kind = 0, rest = 0, channels = 0] = first;
		const start = Uint8Array.of(sync, kind | 1, (rate << 4) | (rest & 0x0c), channels);
		const header = frameHeader(start);
		if (!header) continue;
		const bytes = Buffer.alloc(header.byteLength);
		bytes.set(start);
		const { at, length } = header.sideInfo;
		if (at + length + NAME_AND_FIELDS_BYTES <= header.byteLength) return { header, bytes };
	}
	return undefined;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
	return String.fromCharCode(...bytes.subarray(at, at + length));
}
