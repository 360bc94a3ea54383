import type { ByteReader } from './byteReader';
import { oggPagesOf, type OggPage } from './oggPages';

/** Opus counts in these, whatever the rate of what was recorded. */
export const SAMPLES_PER_MS = 48;

export interface OpusPacket {
	bytes: Uint8Array;
	samples: number;
	/** Where the page that it ends on says so: samples of the stream up to here, and whether it ends here. */
	position: { granule: number; isLast: boolean } | undefined;
}

export interface OpusStream {
	/** The packet that says how the others are decoded. */
	head: Buffer;
	serial: number;
	packets: AsyncIterable<OpusPacket>;
}

/**
 * Of a packet, of up to 65 kB each. Sound needs one or two; tags with a picture in them may have any number, and are
 * not wanted.
 */
const MOST_PARTS = 8;

const HEAD = 'OpusHead';
const HEAD_BYTES = 19;
/** With a byte for each of 255 channels. */
const LONGEST_HEAD_BYTES = 300;
/** What decoders have to take (RFC 7845, section 6). */
const LONGEST_PACKET_BYTES = 61_440;
const TAGS = 'OpusTags';

/** The first stream of Opus in an Ogg file; nothing where there is none (RFC 7845, section 3). */
export async function opusStreamIn(reader: ByteReader): Promise<OpusStream | undefined> {
	const pages = oggPagesOf(reader);
	for (;;) {
		const next = await pages.next();
		// The first pages of all streams come before any other.
		if (next.done === true || !next.value.isFirst) return undefined;
		const { serial, packets } = next.value;
		const [head] = packets;
		if (!head || !isHead(head)) continue;
		const own = pagesOf(serial, pages);
		return { head: Buffer.from(head), serial, packets: soundIn(packetsOf(own)) };
	}
}

async function* pagesOf(serial: number, pages: AsyncIterable<OggPage>): AsyncGenerator<OggPage> {
	for await (const page of pages) {
		if (page.serial !== serial) continue;
		yield page;
		if (page.isLast) return;
	}
}

type Whole = Pick<OpusPacket, 'bytes' | 'position'>;

/** The packets, put together again where pages divide them. Of one that has lost a part nothing is left. */
async function* packetsOf(pages: AsyncIterable<OggPage>): AsyncGenerator<Whole> {
	let begun: Uint8Array[] | undefined;
	let expected: number | undefined;
	for await (const { packets, isContinued, isCutOff, granule, isLast, sequence } of pages) {
		const isNext = expected === undefined || expected === sequence;
		const rest = isContinued && isNext ? begun : undefined;
		expected = (sequence + 1) >>> 0;
		begun = undefined;
		const ending = isCutOff ? packets.length - 1 : packets.length;
		for (const [at, bytes] of packets.entries()) {
			if (at === 0 && isContinued && !rest) continue;
			const before = at === 0 ? (rest ?? []) : [];
			if (at === ending) {
				// Copied, because the page after may be read into the same place.
				if (before.length < MOST_PARTS) begun = [...before, Uint8Array.from(bytes)];
			} else {
				const parts = [...before, bytes];
				const position = at === ending - 1 ? { granule, isLast } : undefined;
				yield { bytes: parts.length > 1 ? Buffer.concat(parts) : bytes, position };
			}
		}
	}
}

async function* soundIn(packets: AsyncIterable<Whole>): AsyncGenerator<OpusPacket> {
	let isSound = false;
	for await (const packet of packets) {
		// The tags come first, and some programs leave them out.
		if (!isSound && startsWith(packet.bytes, TAGS)) continue;
		isSound = true;
		const samples = samplesOf(packet.bytes);
		if (samples > 0 && packet.bytes.byteLength <= LONGEST_PACKET_BYTES)
			yield { ...packet, samples };
	}
}

/** In tenths of a millisecond, by the four configurations of each mode (RFC 6716, section 3.1). */
const SPEECH = [100, 200, 400, 600];
const BOTH = [100, 200, 100, 200];
const MUSIC = [25, 50, 100, 200];

const LONGEST_SAMPLES = 120 * SAMPLES_PER_MS;

/** How long a packet lasts, which its first bytes say; 0 for what is none. */
export function samplesOf(packet: Uint8Array): number {
	const [first, second = 0] = packet;
	if (first === undefined) return 0;
	const configuration = first >> 3;
	const durations = configuration < 12 ? SPEECH : configuration < 16 ? BOTH : MUSIC;
	const tenths = durations[configuration & 3] ?? 0;
	const frames = [1, 2, 2, second & 0x3f][first & 3] ?? 0;
	const samples = (frames * tenths * SAMPLES_PER_MS) / 10;
	return samples <= LONGEST_SAMPLES ? samples : 0;
}

function isHead(packet: Uint8Array): boolean {
	const { byteLength } = packet;
	return startsWith(packet, HEAD) && byteLength >= HEAD_BYTES && byteLength <= LONGEST_HEAD_BYTES;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
	return String.fromCharCode(...bytes.subarray(0, text.length)) === text;
}
