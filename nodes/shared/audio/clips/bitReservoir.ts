import { HEADER_BYTES, type FrameHeader } from './mpegFrame';

/** A frame and what its header says. */
export interface Frame {
	header: FrameHeader;
	bytes: Uint8Array;
}

/** How many bytes of data before it a frame of layer III may need at most. */
const mostBefore = ({ isMpeg1 }: FrameHeader): number => (isMpeg1 ? 511 : 255);

/** At the lowest rates a frame has 11 bytes of data, so that 255 of them are in 24 frames. */
export const FRAMES_REMEMBERED = 24;

/**
 * The frames before a frame that it cannot be decoded without. In layer III the data of a frame may begin in the
 * frames before it, the bit reservoir. So a clip begins some frames earlier; they are made silent, since what
 * they need in turn is not there, but keep their data for the frames behind.
 * @param before those before it in the recording, latest last
 */
export function leadInFor(first: Frame, before: readonly Frame[]): Frame[] {
	if (first.header.layer !== 3) return [];
	const needed = dataBegin(first);
	let [count, bytes] = [0, 0];
	while (bytes < needed && count < before.length) {
		count += 1;
		bytes += dataBytes(before.at(-count));
	}
	let held = 0;
	return before.slice(before.length - count).map((frame) => {
		const silent = silenced(frame, Math.min(held, mostBefore(frame.header)));
		held += dataBytes(frame);
		return silent;
	});
}

function dataBytes(frame: Frame | undefined): number {
	if (!frame) return 0;
	const { byteLength, sideInfo } = frame.header;
	return byteLength - sideInfo.at - sideInfo.length;
}

/** How many bytes before the frame its data begins, which its side information begins with. */
function dataBegin({ header, bytes }: Frame): number {
	const [first = 0, second = 0] = bytes.subarray(header.sideInfo.at);
	return header.isMpeg1 ? (first << 1) | (second >> 7) : first;
}

/** The same frame with side information that says: no sound, and the data before it is still wanted. */
function silenced({ header, bytes }: Frame, begin: number): Frame {
	const { at, length } = header.sideInfo;
	const silent = Uint8Array.from(bytes);
	silent.fill(0, at, at + length);
	silent[at] = header.isMpeg1 ? begin >> 1 : begin;
	if (header.isMpeg1) silent[at + 1] = (begin & 1) << 7;
	if (header.hasChecksum) {
		const checksum = checksumOf(silent.subarray(2, HEADER_BYTES), silent.subarray(at, at + length));
		silent[HEADER_BYTES] = checksum >> 8;
		silent[HEADER_BYTES + 1] = checksum & 0xff;
	}
	return { header, bytes: silent };
}

/** CRC-16 as in ISO/IEC 11172-3, of the second half of the header and the side information. */
function checksumOf(...parts: Uint8Array[]): number {
	let rest = 0xffff;
	for (const byte of parts.flatMap((part) => [...part])) {
		rest ^= byte << 8;
		for (let bit = 0; bit < 8; bit++) {
			rest = rest & 0x8000 ? ((rest << 1) ^ 0x8005) & 0xffff : rest << 1;
		}
	}
	return rest;
}
