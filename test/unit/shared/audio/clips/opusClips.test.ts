import fc from 'fast-check';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { ByteReader } from '../../../../../nodes/shared/audio/clips/byteReader';
import { cutRecording } from '../../../../../nodes/shared/audio/clips/cutRecording';
import {
	oggPage,
	oggPagesOf,
	type OggPage,
} from '../../../../../nodes/shared/audio/clips/oggPages';
import { samplesOf } from '../../../../../nodes/shared/audio/clips/opusPackets';
import { clipper } from '../../../../support/audio/clips';
import { inPieces, opusTones, toneAt } from '../../../../support/audio/tones';

const NAMES = ['opus', 'opus60', 'opus5'] as const;
const DURATION_MS = 5000;
const SAMPLES_PER_MS = 48;
/** After the 80 milliseconds that come before a clip, a decoder says nearly the same as one that heard it all. */
const NEARLY = 0.02;
/** What this decoder, unlike opusdec, does not end in time. */
const SHORTEST_MS = 150;

const { clipsOf, clipOf } = clipper('call.ogg');

const decoders: OggOpusDecoder[] = [];
afterAll(() => decoders.forEach((decoder) => decoder.free()));

async function decoded(content: Uint8Array): Promise<Float32Array> {
	const decoder = new OggOpusDecoder();
	decoders.push(decoder);
	await decoder.ready;
	const { channelData, errors } = await decoder.decodeFile(new Uint8Array(content));
	expect(errors).toEqual([]);
	return channelData[0] ?? new Float32Array();
}

const pagesOf = async (content: Uint8Array): Promise<OggPage[]> => {
	const pages: OggPage[] = [];
	for await (const page of oggPagesOf(new ByteReader(inPieces(content, 999)))) pages.push(page);
	return pages;
};

const whole = new Map<string, Promise<Float32Array>>();
const soundOf = async (name: (typeof NAMES)[number]) => {
	const sound = whole.get(name) ?? decoded(opusTones(name));
	whole.set(name, sound);
	return await sound;
};

/** The root of the mean square of what is different. */
function difference(one: Float32Array, other: Float32Array): number {
	const squares = one.reduce((sum, value, at) => sum + (value - (other[at] ?? 9)) ** 2, 0);
	return Math.sqrt(squares / one.length);
}

test.each(NAMES)('a clip of %s has the sound of its time, to the sample', async (name) => {
	await fc.assert(
		fc.asyncProperty(
			fc.double({ min: 0, max: DURATION_MS - SHORTEST_MS, noNaN: true }),
			fc.double({ min: SHORTEST_MS, max: 1500, noNaN: true }),
			async (from, length) => {
				const clip = await clipOf(opusTones(name), from, from + length);
				const [first, last] = [clip.from, clip.to].map((ms) => Math.round(ms * SAMPLES_PER_MS));
				expect(first).toBe(Math.round(from * SAMPLES_PER_MS));
				const end = Math.min(from + length, DURATION_MS);
				expect(last).toBe(Math.round(end * SAMPLES_PER_MS));
				const expected = (await soundOf(name)).subarray(first, last);
				const sound = await decoded(clip.content);
				expect(sound.length).toBe(expected.length);
				expect(difference(sound, expected)).toBeLessThan(NEARLY);
			},
		),
		{ numRuns: 25 },
	);
});

test.each(NAMES)('the tones of %s are where they should be', async (name) => {
	const { content } = await clipOf(opusTones(name), 1700, 3300);
	const sound = await decoded(content);
	expect([0.1, 0.25, 0.35, 1.25, 1.35, 1.5].map((at) => toneAt(sound, 48_000, at))).toEqual([
		...[500, 500, 700, 700, 900, 900],
	]);
});

test.each(NAMES)('how the stream of %s comes in pieces does not matter', async (name) => {
	const content = opusTones(name);
	const clip = await clipOf(content, 2100, 2900, content.byteLength);
	for (const pieces of [1, 7, 418, 4096])
		expect(await clipOf(content, 2100, 2900, pieces)).toEqual(clip);
});

test('clips that overlap, in any order, are those that are cut alone', async () => {
	const content = opusTones('opus');
	const ranges: Array<[number, number]> = [
		...[[2500, 3500] as [number, number], [0, 700] as [number, number]],
		[2000, 3000],
	];
	const alone = [];
	for (const [from, to] of ranges) alone.push(await clipOf(content, from, to));
	expect(await clipsOf(content, ranges)).toEqual(alone);
});

test('a clip behind the end of the recording is none, one over its end ends with it', async () => {
	for (const name of NAMES) {
		const [behind, over] = await clipsOf(opusTones(name), [
			[5000, 7000],
			[4500, 9000],
		]);
		expect(behind).toBeUndefined();
		expect(over?.to).toBe(DURATION_MS);
	}
});

test('a clip has none of the tags of the recording, and is a file of its own', async () => {
	const { content } = await clipOf(opusTones('opus'), 0, 4000);
	expect(opusTones('opus').includes('tones')).toBe(true);
	expect(content.includes('tones')).toBe(false);
	const pages = await pagesOf(content);
	expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, at) => at));
	expect(pages.map(({ isFirst }) => isFirst)).toEqual(pages.map((_, at) => at === 0));
	expect(pages.map(({ isLast }) => isLast)).toEqual(pages.map((_, at) => at === pages.length - 1));
	expect(pages.length).toBeGreaterThan(4);
});

/** The recording with its packets on other pages. */
async function paged(content: Uint8Array, packetsOnPage: number): Promise<Buffer> {
	const [head, ...others] = await pagesOf(content);
	if (!head) throw new Error('There is no page');
	const pages = [oggPage(head.packets, head)];
	let granule = 0;
	const packets = others.flatMap((page) => page.packets);
	const last = others.at(-1)?.granule ?? 0;
	const rest = [packets.slice(0, 1)];
	for (let at = 1; at < packets.length; at += packetsOnPage)
		rest.push(packets.slice(at, at + packetsOnPage));
	for (const [at, some] of rest.entries()) {
		if (at > 0) granule += some.reduce((sum, packet) => sum + samplesOf(packet), 0);
		const isLast = at === rest.length - 1;
		const page = { serial: head.serial, sequence: at + 1, isFirst: false, isLast };
		pages.push(oggPage(some, { ...page, granule: isLast ? last : granule }));
	}
	return Buffer.concat(pages);
}

test('on which pages the packets stand does not matter', async () => {
	const content = opusTones('opus');
	const clip = await clipOf(content, 2100, 2900);
	for (const packets of [1, 3, 40])
		expect(await clipOf(await paged(content, packets), 2100, 2900)).toEqual(clip);
});

/** Each page divided in two within a packet. */
async function divided(content: Uint8Array): Promise<Buffer> {
	const pages: Buffer[] = [];
	let sequence = 0;
	for (const page of await pagesOf(content)) {
		const bytes = oggPage(page.packets, { ...page, sequence });
		const count = bytes.readUInt8(26);
		const full = [...bytes.subarray(27, 27 + count)].indexOf(255);
		if (full < 0 || sequence < 2) {
			pages.push(bytes);
			sequence += 1;
			continue;
		}
		const kept = full + 1;
		const length = bytes.subarray(27, 27 + kept).reduce((sum, piece) => sum + piece, 0);
		const body = bytes.subarray(27 + count);
		const part = (from: number, to: number, data: Buffer, flags: number, granule: bigint) => {
			const head = Buffer.from(bytes.subarray(0, 27));
			head.writeUInt8(flags, 5);
			head.writeBigInt64LE(granule, 6);
			head.writeUInt32LE(sequence++, 18);
			head.writeUInt8(to - from, 26);
			return Buffer.concat([head, bytes.subarray(27 + from, 27 + to), data]);
		};
		const granule = full === 0 ? -1n : BigInt(page.granule) - 960n;
		pages.push(part(0, kept, body.subarray(0, length), 0, granule));
		const flags = 1 | (page.isLast ? 4 : 0);
		pages.push(part(kept, count, body.subarray(length), flags, BigInt(page.granule)));
	}
	return Buffer.concat(pages);
}

/** As 'opus', with some packets that take more than one piece. */
async function largePackets(): Promise<Buffer> {
	const pages = await pagesOf(opusTones('opus'));
	return Buffer.concat(
		pages.map((page, at) =>
			oggPage(
				page.packets.map((packet, place) =>
					// A packet of one frame may be padded (RFC 6716, section 3.2.5).
					at < 2 || place % 7 !== 3 || (packet[0] ?? 0) % 4 !== 0
						? packet
						: Buffer.concat([
								Buffer.from([(packet[0] ?? 0) | 3, 0x41, 255, 100]),
								packet.subarray(1),
								Buffer.alloc(354),
							]),
				),
				page,
			),
		),
	);
}

test('packets that go on in the next page are put together again', async () => {
	const content = await largePackets();
	const clip = await clipOf(content, 2100, 2900);
	const apart = await divided(content);
	expect((await pagesOf(apart)).some(({ isContinued }) => isContinued)).toBe(true);
	expect(await clipOf(apart, 2100, 2900)).toEqual(clip);
	expect(
		difference(await decoded(clip.content), (await soundOf('opus')).subarray(2100 * 48)),
	).toBeLessThan(NEARLY);
});

test('noise between pages, streams of other kinds and a page that breaks off are passed over', async () => {
	const content = opusTones('opus');
	const other = { serial: 7, sequence: 0, granule: 0, isLast: false };
	const video = oggPage([Buffer.from('\x80theora')], { ...other, isFirst: true });
	const frames = oggPage([Buffer.alloc(300, 1)], { ...other, isFirst: false });
	const [head] = await pagesOf(content);
	const begin = head ? oggPage(head.packets, head).byteLength : 0;
	const odd = Buffer.concat([
		...[video, content.subarray(0, begin), frames, Buffer.from('noise OggX Ogg')],
		...[content.subarray(begin), Buffer.from('OggS'), frames.subarray(0, 100)],
	]);
	expect(await clipOf(odd, 2100, 2900)).toEqual(await clipOf(content, 2100, 2900));
	const cut = content.subarray(0, content.byteLength - 2000);
	expect((await clipOf(cut, 3000, 9000)).to).toBeLessThan(DURATION_MS);
});

/** One packet on as many pages as it needs. */
function pagesOfPacket(packet: Buffer, serial: number, sequence: number): Buffer[] {
	const pages: Buffer[] = [];
	const most = 255 * 255;
	for (let at = 0; at <= packet.byteLength; at += most) {
		const body = packet.subarray(at, at + most);
		const isWhole = body.byteLength < most;
		const pieces = Array<number>(Math.floor(body.byteLength / 255)).fill(255);
		if (isWhole) pieces.push(body.byteLength % 255);
		const state = { serial, sequence: sequence + pages.length, isFirst: false, isLast: false };
		const page = oggPage([], { ...state, granule: -1 });
		page.writeUInt8(at > 0 ? 1 : 0, 5);
		page.writeUInt8(pieces.length, 26);
		pages.push(Buffer.concat([page, Uint8Array.from(pieces), body]));
	}
	return pages;
}

test.each([
	['tags of any length', 3_000_000, 'OpusTags'],
	['tags of some pages', 200_000, 'OpusTags'],
	['a packet that is larger than one of sound', 65_025, '\x78'],
	['a much larger one', 300_000, '\x78'],
])('%s are passed over', async (_, length, begin) => {
	const content = opusTones('opus');
	const [head, tags, ...sound] = await pagesOf(content);
	if (!head || !tags) throw new Error('There are no pages');
	const large = Buffer.concat([Buffer.from(begin), Buffer.alloc(length, 1)]);
	const pages = [oggPage(head.packets, head), ...pagesOfPacket(large, head.serial, 1)];
	for (const page of sound) pages.push(oggPage(page.packets, { ...page, sequence: pages.length }));
	expect(await clipOf(Buffer.concat(pages), 2100, 2900)).toEqual(await clipOf(content, 2100, 2900));
});

test('a head that is none of Opus is refused', async () => {
	for (const length of [18, 301]) {
		const head = Buffer.alloc(length);
		head.write('OpusHead');
		const page = { serial: 7, sequence: 0, granule: 0, isFirst: true, isLast: false };
		await expect(clipOf(oggPage([head], page), 0, 1000)).rejects.toThrow(
			'something else than Opus',
		);
	}
});

test('whatever bytes come, there are clips or a refusal', async () => {
	const content = opusTones('opus60');
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat({ max: content.byteLength - 1 }), fc.nat({ max: 255 })), {
				minLength: 1,
				maxLength: 40,
			}),
			async (changes) => {
				const odd = Buffer.from(content);
				for (const [at, value] of changes) odd[at] = value;
				await clipsOf(odd, [[100, 900]]).catch((error: unknown) =>
					expect(String(error)).toContain('No clips can be cut'),
				);
			},
		),
		{ numRuns: 300 },
	);
});

test.each([
	['Vorbis', '\x01vorbis'],
	['Speex', 'Speex   '],
	['nothing', ''],
])('Ogg with %s in it is refused in words', async (_, head) => {
	const page = { serial: 7, sequence: 0, granule: 0, isFirst: true, isLast: false };
	const content = oggPage([Buffer.from(head)], page);
	await expect(clipOf(content, 0, 1000)).rejects.toMatchObject({
		message:
			'No clips can be cut from the file call.ogg: it is Ogg with something else than Opus in it',
	});
});

test.each([
	['10 ms of speech', [0x00], 480],
	['60 ms of speech', [0x18], 2880],
	['20 ms of both', [0x68], 960],
	['2.5 ms of music', [0x80], 120],
	['two frames', [0x91], 960],
	['two frames of two sizes', [0x92], 960],
	['three frames', [0x93, 0x03], 1440],
	['more than 120 ms, which nothing may have', [0x1b, 0x03], 0],
	['nothing', [], 0],
])('%s is known by its first bytes', (_, bytes, samples) => {
	expect(samplesOf(Uint8Array.from(bytes))).toBe(samples);
});

test('no more is read than the last clip needs', async () => {
	let read = 0;
	const bytes = async () =>
		(async function* () {
			for await (const piece of inPieces(opusTones('opus'), 500)) {
				read += piece.byteLength;
				yield piece;
			}
		})();
	await cutRecording({ name: 'call.ogg', bytes }, [{ from: 100, to: 400 }]);
	expect(read).toBeLessThan(opusTones('opus').byteLength / 2);
});
