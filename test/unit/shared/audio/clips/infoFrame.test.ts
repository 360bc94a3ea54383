import { infoFrameFor, infoFrameIn } from '../../../../../nodes/shared/audio/clips/infoFrame';
import { frameHeader } from '../../../../../nodes/shared/audio/clips/mpegFrame';

/** MPEG-1, layer III, 44.1 kHz, stereo; the rate in the upper half of a byte. */
function empty(rate = 9, { mono = false, checksum = false, padded = false } = {}): Buffer {
	const start = Uint8Array.of(
		...[0xff, checksum ? 0xfa : 0xfb],
		...[(rate << 4) | (padded ? 2 : 0), mono ? 0xc0 : 0x44],
	);
	const bytes = Buffer.alloc(frameHeader(start)?.byteLength ?? 0);
	bytes.set(start);
	return bytes;
}

function read(bytes: Uint8Array) {
	const header = frameHeader(bytes);
	if (!header) throw new Error('No frame');
	return infoFrameIn({ header, bytes });
}

/** Behind header and side information, where the field of Xing stands in stereo. */
const AT = 36;

function xing(name: string, flags: number, encoder: string, fields: number): Buffer {
	const bytes = empty();
	bytes.write(name, AT, 'latin1');
	bytes.writeUInt32BE(flags, AT + 4);
	bytes.write(encoder, AT + 8 + fields, 'latin1');
	// 576 samples before the sound and 1234 behind it, twelve bits each.
	bytes.set([0x24, 0x04, 0xd2], AT + 8 + fields + 21);
	return bytes;
}

test.each([
	['Info', 15, 'LAME3.100', 112, 576 + 529],
	['Xing', 15, 'LAME3.100', 112, 576 + 529],
	['Xing', 15, 'Lavf58.76', 112, 576 + 529],
	['Xing', 15, 'Lavc59.37', 112, 576 + 529],
	['Xing', 1, 'LAME3.100', 4, 576 + 529],
	['Xing', 2, 'LAME3.100', 4, 576 + 529],
	['Xing', 4, 'LAME3.100', 100, 576 + 529],
	['Xing', 8, 'LAME3.100', 4, 576 + 529],
	['Xing', 0, 'LAME3.100', 0, 576 + 529],
	['Xing', 15, 'Unknown', 112, 0],
	['Info', 15, '', 112, 0],
])('%s with the fields %i and the encoder %s', (name, flags, encoder, fields, leftOut) => {
	expect(read(xing(name, flags, encoder, fields))).toEqual({ leftOut });
});

test('the field of Fraunhofer stands in its own place', () => {
	const bytes = empty(9, { mono: true });
	bytes.write('VBRI', 36, 'latin1');
	expect(read(bytes)).toEqual({ leftOut: 0 });
});

test('in mono the field of Xing stands further in front', () => {
	const bytes = empty(9, { mono: true });
	bytes.write('Xing', 21, 'latin1');
	expect(read(bytes)).toEqual({ leftOut: 0 });
	const elsewhere = empty();
	elsewhere.write('Xing', 21, 'latin1');
	expect(read(elsewhere)).toBeUndefined();
});

test.each(['', 'Xinh', 'xing', 'info', 'VBR'])('a frame with %j is one of sound', (text) => {
	const bytes = empty();
	bytes.write(text, AT, 'latin1');
	expect(read(bytes)).toBeUndefined();
});

test('a clip of one rate needs none, and neither does one of no frames', () => {
	expect(infoFrameFor([])).toEqual(new Uint8Array());
	expect(infoFrameFor([empty(9), empty(9, { padded: true })])).toEqual(new Uint8Array());
});

test('a clip of several rates tells how many frames and bytes it has', () => {
	const frames = [empty(9), empty(10), empty(9), empty(14)];
	const bytes = Buffer.from(infoFrameFor(frames));
	const header = frameHeader(bytes);
	expect(header?.byteLength).toBe(bytes.byteLength);
	expect(bytes.toString('latin1', AT, AT + 4)).toBe('Xing');
	expect(bytes.readUInt32BE(AT + 4)).toBe(3);
	expect(bytes.readUInt32BE(AT + 8)).toBe(4);
	const total = frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
	expect(bytes.readUInt32BE(AT + 12)).toBe(total + bytes.byteLength);
	expect([...bytes.subarray(AT + 16)].every((byte) => byte === 0)).toBe(true);
});

test('it is as the frames of the clip are, without a checksum and as short as it can be', () => {
	const frames = [empty(9, { checksum: true, padded: true }), empty(10, { checksum: true })];
	const bytes = Buffer.from(infoFrameFor(frames));
	const header = frameHeader(bytes);
	expect(header).toMatchObject({ layer: 3, isMpeg1: true, sampleRate: 44_100, hasChecksum: false });
	// 40 kbit/s would have 130 bytes; 52 are needed, and 32 kbit/s has 104.
	expect(bytes.byteLength).toBe(104);
	expect(bytes[3]).toBe(frames[0]?.[3]);
	expect(infoFrameIn({ header: header ?? fail(), bytes })).toEqual({ leftOut: 0 });
});

test('at low sample rates the lowest bit rate has no room, and a higher one is taken', () => {
	// MPEG-2 at 24 kHz: 8 kbit/s has 24 bytes, 16 has 48; 37 are needed in stereo, 29 in mono.
	const low = (rate: number, channels: number) => {
		const start = Uint8Array.of(0xff, 0xf3, (rate << 4) | 0x04, channels);
		const bytes = Buffer.alloc(frameHeader(start)?.byteLength ?? 0);
		bytes.set(start);
		return bytes;
	};
	expect(infoFrameFor([low(8, 0x40), low(9, 0x40)]).byteLength).toBe(48);
	expect(infoFrameFor([low(8, 0xc0), low(9, 0xc0)]).byteLength).toBe(48);
});

test('there is none for what is no frame', () => {
	expect(infoFrameFor([Buffer.from([1, 2, 0x90, 4]), Buffer.from([1, 2, 0xa0, 4])])).toEqual(
		new Uint8Array(),
	);
});

function fail(): never {
	throw new Error('No frame');
}
