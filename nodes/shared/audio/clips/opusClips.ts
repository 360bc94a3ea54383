import type { ByteReader } from './byteReader';
import type { Clip, TimeRange } from './clip';
import { isTooMuch, oggPage, piecesOf } from './oggPages';
import { opusStreamIn, SAMPLES_PER_MS, type OpusPacket, type OpusStream } from './opusPackets';

/** A decoder that begins in the middle is right after 80 milliseconds (RFC 7845, section 4.6). */
const PREROLL_SAMPLES = 80 * SAMPLES_PER_MS;
/** Of a page, so that players find their place in a long clip. */
const PAGE_SAMPLES = 1000 * SAMPLES_PER_MS;
/** Place and length of the number of samples that a decoder leaves out. */
const PRE_SKIP_AT = 10;

/** The packet of tags, which must be there, with a name and no tag: those of the recording tell of the whole. */
const NO_TAGS = Buffer.from('OpusTags\x04\0\0\0clip\0\0\0\0', 'latin1');

/** A packet with the place of its first sample, from the beginning of the sound. */
interface Placed extends OpusPacket {
	at: number;
}

/**
 * Cuts clips out of Opus in Ogg, at packets and without decoding anything; reads no further than the last of them.
 * The head of a clip tells decoders to leave out what comes before it, so it begins and ends at the sample.
 * @returns for each range its clip, where the recording is long enough; nothing at all where there is no Opus
 */
export async function opusClips(
	reader: ByteReader,
	wanted: readonly TimeRange[],
): Promise<Array<Clip | undefined> | undefined> {
	const stream = await opusStreamIn(reader);
	if (!stream) return undefined;
	const clips = wanted.map((range) => new OpusClip(range));
	const end = Math.max(...clips.map((clip) => clip.end));
	const before: Placed[] = [];
	const preSkip = stream.head.readUInt16LE(PRE_SKIP_AT);
	let at = -preSkip;
	let streamBegin: number | undefined;
	for await (const packet of stream.packets) {
		if (at >= end) break;
		const placed = { ...packet, bytes: Uint8Array.from(packet.bytes), at };
		for (const clip of clips) clip.meet(placed, before);
		at += packet.samples;
		const { position } = packet;
		if (position && position.granule >= 0) {
			const counted = at + preSkip;
			streamBegin ??= position.isLast ? 0 : position.granule - counted;
			const tooMuch = counted - (position.granule - streamBegin);
			// The last page may say that the sound ends within it.
			if (position.isLast && tooMuch > 0 && tooMuch <= PAGE_SAMPLES) at -= tooMuch;
		}
		before.push(placed);
		while (at - (before[1]?.at ?? at) > PREROLL_SAMPLES) before.shift();
	}
	return clips.map((clip) => clip.finished(stream, at));
}

class OpusClip {
	readonly begin: number;
	readonly end: number;
	private readonly packets: Placed[] = [];

	constructor({ from, to }: TimeRange) {
		this.begin = Math.max(0, Math.round(from * SAMPLES_PER_MS));
		this.end = Math.round(to * SAMPLES_PER_MS);
	}

	meet(packet: Placed, before: readonly Placed[]): void {
		if (packet.at + packet.samples <= this.begin || packet.at >= this.end) return;
		if (this.packets.length === 0) {
			const first = before.findIndex(({ at }) => this.begin - at <= PREROLL_SAMPLES);
			const from = (first < 0 ? before.length : first) - 1;
			this.packets.push(...before.slice(Math.max(0, from)));
		}
		this.packets.push(packet);
	}

	/** @param soundEnd where the recording ends, or where it was read to */
	finished({ head, serial }: OpusStream, soundEnd: number): Clip | undefined {
		const [first] = this.packets;
		const end = Math.min(this.end, soundEnd);
		if (!first || this.begin >= end) return undefined;
		const preSkip = this.begin - first.at;
		const ownHead = Buffer.from(head);
		ownHead.writeUInt16LE(preSkip, PRE_SKIP_AT);
		const start = { serial, granule: 0, isLast: false };
		return {
			from: this.begin / SAMPLES_PER_MS,
			to: end / SAMPLES_PER_MS,
			content: Buffer.concat([
				oggPage([ownHead], { ...start, sequence: 0, isFirst: true }),
				oggPage([NO_TAGS], { ...start, sequence: 1, isFirst: false }),
				...soundPages(this.packets, serial, preSkip + end - this.begin),
			]),
		};
	}
}

/** @param lastGranule samples from the first packet on to where the sound ends */
function* soundPages(
	packets: readonly Placed[],
	serial: number,
	lastGranule: number,
): Generator<Buffer> {
	let sequence = 2;
	let granule = 0;
	let page: Uint8Array[] = [];
	let [pieces, samples] = [0, 0];
	const finished = (isLast: boolean) =>
		oggPage(page, {
			...{ serial, sequence, isLast, isFirst: false },
			granule: isLast ? lastGranule : granule,
		});
	for (const packet of packets) {
		const more = piecesOf(packet.bytes);
		// By itself, so that the page before tells where it begins: some players need that to end within it.
		const isLast = packet === packets.at(-1);
		const isFull = isTooMuch(pieces + more) || samples >= PAGE_SAMPLES;
		if (page.length > 0 && (isFull || isLast)) {
			yield finished(false);
			sequence += 1;
			[page, pieces, samples] = [[], 0, 0];
		}
		page.push(packet.bytes);
		pieces += more;
		samples += packet.samples;
		granule += packet.samples;
	}
	yield finished(true);
}
