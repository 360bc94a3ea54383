import fc from 'fast-check';
import { frameHeader, isSameStream } from '../../../../../nodes/shared/audio/clips/mpegFrame';

const bits = (...values: Array<[value: number, width: number]>): Uint8Array => {
	const text = values.map(([value, width]) => value.toString(2).padStart(width, '0')).join('');
	return Uint8Array.from(text.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
};

interface Fields {
	sync?: number;
	version?: number;
	layer?: number;
	noChecksum?: number;
	bitRate?: number;
	sampleRate?: number;
	padding?: number;
	mode?: number;
}

/** As ISO/IEC 11172-3, 2.4.1.3 lays the fields out; unless told otherwise the most usual frame of an MP3. */
function header(fields: Fields = {}): Uint8Array {
	const { sync = 0x7ff, version = 3, layer = 1, noChecksum = 1, bitRate = 9 } = fields;
	const { sampleRate = 0, padding = 0, mode = 1 } = fields;
	const first: Array<[number, number]> = [
		[sync, 11],
		[version, 2],
		[layer, 2],
		[noChecksum, 1],
	];
	return bits(...first, [bitRate, 4], [sampleRate, 2], [padding, 1], [0, 1], [mode, 2], [0, 6]);
}

const MPEG2 = 2;
const MPEG25 = 0;
const LAYER2 = 2;
const MONO = 3;

// Lengths that are known of files, not worked out by the same formula.
test.each<[string, Fields, object]>([
	['128 kbit/s at 44.1 kHz', {}, { byteLength: 417, sampleRate: 44_100, samples: 1152 }],
	['the same, padded', { padding: 1 }, { byteLength: 418 }],
	['320 kbit/s at 44.1 kHz', { bitRate: 14 }, { byteLength: 1044 }],
	['32 kbit/s at 48 kHz', { bitRate: 1, sampleRate: 1 }, { byteLength: 96, sampleRate: 48_000 }],
	['64 kbit/s at 32 kHz', { bitRate: 5, sampleRate: 2 }, { byteLength: 288, sampleRate: 32_000 }],
	[
		'MPEG-2, 64 kbit/s at 22.05 kHz',
		{ version: MPEG2, bitRate: 8 },
		{ byteLength: 208, sampleRate: 22_050, samples: 576, isMpeg1: false },
	],
	[
		'MPEG-2, 160 kbit/s at 24 kHz',
		{ version: MPEG2, bitRate: 14, sampleRate: 1 },
		{ byteLength: 480, sampleRate: 24_000 },
	],
	[
		'MPEG-2.5, 8 kbit/s at 8 kHz',
		{ version: MPEG25, bitRate: 1, sampleRate: 2 },
		{ byteLength: 72, sampleRate: 8000, samples: 576, isMpeg1: false },
	],
	[
		'Layer II, 192 kbit/s at 48 kHz',
		{ layer: LAYER2, bitRate: 10, sampleRate: 1 },
		{ byteLength: 576, samples: 1152, layer: 2, isMpeg1: true },
	],
	[
		'Layer II of MPEG-2, 64 kbit/s at 24 kHz',
		{ version: MPEG2, layer: LAYER2, bitRate: 8, sampleRate: 1 },
		{ byteLength: 384, samples: 1152, layer: 2 },
	],
	['stereo of MPEG-1', {}, { hasChecksum: false, sideInfo: { at: 4, length: 32 } }],
	['mono of MPEG-1', { mode: MONO }, { sideInfo: { at: 4, length: 17 } }],
	['stereo of MPEG-2', { version: MPEG2 }, { sideInfo: { at: 4, length: 17 } }],
	['mono of MPEG-2', { version: MPEG2, mode: MONO }, { sideInfo: { at: 4, length: 9 } }],
	['with a checksum', { noChecksum: 0 }, { hasChecksum: true, sideInfo: { at: 6, length: 32 } }],
])('%s', (_, fields, expected) => {
	expect(frameHeader(header(fields))).toMatchObject(expected);
});

test.each<[string, Fields]>([
	['a byte that does not begin one', { sync: 0x3ff }],
	['the first byte alone', { sync: 0x7f8 }],
	['the version that stands for nothing', { version: 1 }],
	['the layer that stands for nothing', { layer: 0 }],
	['layer I', { layer: 3 }],
	['the rate that stands for nothing', { sampleRate: 3 }],
	['a bit rate that is not told', { bitRate: 0 }],
	['the bit rate that is forbidden', { bitRate: 15 }],
])('%s is no frame', (_, fields) => {
	expect(frameHeader(header(fields))).toBeUndefined();
});

test('what is too short for a header is no frame', () => {
	for (let length = 0; length < 3; length += 1) {
		expect(frameHeader(header().subarray(0, length))).toBeUndefined();
	}
});

test('only frames of the same layer, kind and rate are of one recording, whatever their bit rate', () => {
	const read = (fields: Fields) => {
		const frame = frameHeader(header(fields));
		if (!frame) throw new Error('No frame');
		return frame;
	};
	expect(isSameStream(read({}), read({ bitRate: 3, padding: 1, mode: MONO }))).toBe(true);
	expect(isSameStream(read({}), read({ layer: LAYER2 }))).toBe(false);
	expect(isSameStream(read({}), read({ sampleRate: 1 }))).toBe(false);
	const twin = { ...read({}), isMpeg1: false };
	expect(isSameStream(read({}), twin)).toBe(false);
});

test('any four bytes are a frame that takes room, or none', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
			const frame = frameHeader(bytes);
			if (frame) expect(frame.byteLength).toBeGreaterThan(20);
		}),
	);
});
