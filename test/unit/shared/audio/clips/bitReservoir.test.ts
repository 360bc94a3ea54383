import fc from 'fast-check';
import { leadInFor, type Frame } from '../../../../../nodes/shared/audio/clips/bitReservoir';
import { frameHeader } from '../../../../../nodes/shared/audio/clips/mpegFrame';

const MPEG1_44100 = { kind: 0xfa, rate: 0x90 };
/** 8 kbit/s at 8 kHz: 72 bytes. */
const MPEG25_8000 = { kind: 0xe2, rate: 0x18 };

interface Kind {
	kind: number;
	rate: number;
}

/** A frame of noise whose side information begins with where its data begins. */
function frame(
	{ kind, rate }: Kind,
	begin: number,
	{ checksum = false, mono = false } = {},
): Frame {
	const start = Uint8Array.of(0xff, kind | (checksum ? 0 : 1), rate, mono ? 0xc0 : 0x40);
	const header = frameHeader(start);
	if (!header) throw new Error('No frame');
	const bytes = new Uint8Array(header.byteLength).fill(0xa5);
	bytes.set(start);
	const { at } = header.sideInfo;
	if (header.isMpeg1) bytes.set([begin >> 1, (begin & 1) << 7], at);
	else bytes[at] = begin;
	return { header, bytes };
}

const dataLength = ({ header }: Frame) =>
	header.byteLength - header.sideInfo.at - header.sideInfo.length;

function beginOf({ header, bytes }: Frame): number {
	const [high = 0, low = 0] = bytes.subarray(header.sideInfo.at);
	return header.isMpeg1 ? high * 2 + (low >= 128 ? 1 : 0) : high;
}

/** CRC-16 as its definition has it: what is left of a division by x^16 + x^15 + x^2 + 1, ones being added in front. */
function checksumOf(bytes: Uint8Array): number {
	const length = BigInt(bytes.length * 8);
	const text = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
	let rest = (text << 16n) ^ (0xffffn << length);
	for (let bit = length - 1n; bit >= 0n; bit -= 1n) {
		if ((rest >> (bit + 16n)) & 1n) rest ^= 0x18005n << bit;
	}
	return Number(rest);
}

test.each([
	['a frame whose data is its own', 0, 0],
	['one that needs a byte of another', 1, 1],
	['one that needs all of one', 381, 1],
	['one that needs a byte more', 382, 2],
	['one that needs the most there can be', 511, 2],
])('%s', (_, begin, count) => {
	const before = Array.from({ length: 5 }, () => frame(MPEG1_44100, 0));
	expect(before.map(dataLength)).toEqual([381, 381, 381, 381, 381]);
	const leadIn = leadInFor(frame(MPEG1_44100, begin), before);
	expect(leadIn).toHaveLength(count);
});

test('there is no more of it than was before', () => {
	expect(leadInFor(frame(MPEG1_44100, 511), [])).toEqual([]);
	expect(leadInFor(frame(MPEG1_44100, 511), [frame(MPEG1_44100, 0)])).toHaveLength(1);
});

test('at a low rate it is more of them', () => {
	const before = Array.from({ length: 30 }, () => frame(MPEG25_8000, 0));
	expect(dataLength(frame(MPEG25_8000, 0))).toBe(51);
	expect(leadInFor(frame(MPEG25_8000, 255), before)).toHaveLength(5);
});

test('frames of layer II stand each for itself', () => {
	const layer2 = { kind: 0xfc, rate: 0xa4 };
	const first = frame(layer2, 511);
	expect(first.header.layer).toBe(2);
	expect(leadInFor(first, [frame(layer2, 0)])).toEqual([]);
});

const anyLeadIn = fc.record({
	begin: fc.integer({ min: 1, max: 255 }),
	kind: fc.constantFrom(MPEG1_44100, MPEG25_8000),
	checksum: fc.boolean(),
	mono: fc.boolean(),
});

test('its frames have no sound, keep their data, and say where it begins among the frames that are there', () => {
	fc.assert(
		fc.property(anyLeadIn, ({ begin, kind, ...how }) => {
			const before = Array.from({ length: 30 }, () => frame(kind, 77, how));
			const leadIn = leadInFor(frame(kind, begin, how), before);
			const most = kind === MPEG1_44100 ? 511 : 255;
			let held = 0;
			for (const [i, silent] of leadIn.entries()) {
				const original = before[before.length - leadIn.length + i];
				const { at, length } = silent.header.sideInfo;
				expect(silent.bytes.subarray(at + length)).toEqual(original?.bytes.subarray(at + length));
				expect(silent.bytes.subarray(0, 4)).toEqual(original?.bytes.subarray(0, 4));
				expect(beginOf(silent)).toBe(Math.min(held, most));
				expect([...silent.bytes.subarray(at + 2, at + length)].every((byte) => byte === 0)).toBe(
					true,
				);
				held += dataLength(silent);
			}
			expect(held).toBeGreaterThanOrEqual(begin);
		}),
	);
});

test('where frames have a checksum, that of a silent one is right', () => {
	const before = Array.from({ length: 3 }, () => frame(MPEG1_44100, 77, { checksum: true }));
	const leadIn = leadInFor(frame(MPEG1_44100, 511, { checksum: true }), before);
	expect(leadIn).toHaveLength(2);
	for (const { header, bytes } of leadIn) {
		const { at, length } = header.sideInfo;
		const covered = Buffer.concat([bytes.subarray(2, 4), bytes.subarray(at, at + length)]);
		expect(Buffer.from(bytes).readUInt16BE(4)).toBe(checksumOf(covered));
	}
});

test('the checksum is the one that others call CRC-16/CMS', () => {
	expect(checksumOf(Buffer.from('123456789'))).toBe(0xaee7);
});
