import fc from 'fast-check';
import { MPEGDecoder } from 'mpg123-decoder';
import { cutRecording } from '../../../../../nodes/shared/audio/clips/cutRecording';
import { frameHeader } from '../../../../../nodes/shared/audio/clips/mpegFrame';
import { clipper } from '../../../../support/audio/clips';
import { toneAt, tones } from '../../../../support/audio/tones';

const NAMES = ['bare', 'cbr', 'mpeg2', 'vbr'] as const;
const DURATION_MS = 5000;
/** Of the lowest of the rates, in which a frame lasts longest. */
const FRAME_MS = 36;
/** A decoder of layer III is behind by 529 samples. */
const DELAY_MS = 34;

const { clipsOf, clipOf } = clipper('call.mp3');

async function decoded(content: Uint8Array) {
	const decoder = new MPEGDecoder({ enableGapless: false });
	await decoder.ready;
	const { channelData, sampleRate, errors } = decoder.decode(content);
	decoder.free();
	return { sound: channelData[0] ?? new Float32Array(), sampleRate, errors };
}

test.each(NAMES)('a clip of %s has the sound of its seconds, to a frame', async (name) => {
	const clip = await clipOf(tones(name), 1700, 3300);
	const { sound, sampleRate } = await decoded(clip.content);
	const heard = (ms: number) => toneAt(sound, sampleRate, (ms - clip.from) / 1000);
	const slack = FRAME_MS + DELAY_MS;
	expect(heard(1700 + slack)).toBe(500);
	expect([heard(2000 - slack), heard(2000 + slack)]).toEqual([500, 700]);
	expect([heard(3000 - slack), heard(3000 + slack)]).toEqual([700, 900]);
	expect(heard(3300 - slack)).toBe(900);
	const duration = (sound.length / sampleRate) * 1000;
	expect(Math.abs(duration - (clip.to - clip.from))).toBeLessThan(slack);
	expect(clip.to).toBeGreaterThanOrEqual(3300);
	expect(clip.to).toBeLessThan(3300 + FRAME_MS);
});

test.each(NAMES)('what is before the wanted part of %s is silent, and short', async (name) => {
	const clip = await clipOf(tones(name), 1700, 3300);
	const { sound, sampleRate } = await decoded(clip.content);
	const begin = sound.findIndex((value) => Math.abs(value) > 0.05) / sampleRate;
	expect(clip.from + begin * 1000).toBeGreaterThan(1700 - FRAME_MS - DELAY_MS);
	expect(clip.from).toBeGreaterThan(1700 - 24 * FRAME_MS);
});

test.each(NAMES)('wherever %s is cut, decoders find nothing wrong in it', async (name) => {
	const content = tones(name);
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: DURATION_MS - 200 }),
			fc.integer({ min: 1, max: 1500 }),
			async (from, length) => {
				const clip = await clipOf(content, from, from + length);
				const { sound, sampleRate, errors } = await decoded(clip.content);
				expect(errors).toEqual([]);
				const at = Math.max(from, clip.from) + FRAME_MS + DELAY_MS;
				if (at > Math.min(clip.to, DURATION_MS) - FRAME_MS || at % 1000 > 900) return;
				const tone = toneAt(sound, sampleRate, (at + 20 - clip.from) / 1000);
				expect(tone).toBeDefined();
			},
		),
		{ numRuns: 25 },
	);
});

test.each(NAMES)('how the stream of %s comes in pieces does not matter', async (name) => {
	const content = tones(name);
	const whole = await clipOf(content, 2100, 2900, content.byteLength);
	for (const pieces of [1, 7, 418, 4096]) {
		expect(await clipOf(content, 2100, 2900, pieces)).toEqual(whole);
	}
});

test('clips that overlap, in any order, are those that are cut alone', async () => {
	const content = tones('cbr');
	const ranges: Array<[number, number]> = [
		[2500, 3500],
		[0, 700],
		[2000, 3000],
	];
	const alone = [];
	for (const [from, to] of ranges) alone.push(await clipOf(content, from, to));
	expect(await clipsOf(content, ranges)).toEqual(alone);
});

test('a clip behind the end of the recording is none, one over its end ends with it', async () => {
	const [behind, over] = await clipsOf(tones('bare'), [
		[6000, 7000],
		[4500, 9000],
	]);
	expect(behind).toBeUndefined();
	expect(over?.to).toBeLessThan(DURATION_MS + 3 * FRAME_MS);
});

test('a clip has no header that tells of the whole recording', async () => {
	const { content } = await clipOf(tones('cbr'), 0, 1000);
	for (const name of ['Xing', 'Info', 'LAME', 'ID3', 'TAG'])
		expect(content.includes(name)).toBe(false);
});

test('of several bit rates the first frame tells how many frames and bytes there are', async () => {
	const { content } = await clipOf(tones('vbr'), 1000, 3000);
	const at = content.indexOf('Xing');
	expect(content.readUInt32BE(at + 4)).toBe(3);
	expect(content.readUInt32BE(at + 12)).toBe(content.byteLength);
	const seconds = (content.readUInt32BE(at + 8) * 1152) / 44_100;
	expect(seconds).toBeGreaterThan(2);
	expect(seconds).toBeLessThan(2.6);
});

test('tags and noise before, within and behind the frames are passed over', async () => {
	const content = tones('bare');
	const tag = Buffer.from('ID3\x04\x00\x10\x00\x00\x02\x00', 'latin1');
	const noise = Buffer.alloc(100, 0xff);
	const cut = 64 * 418;
	const odd = Buffer.concat([
		...[tag, Buffer.alloc(256 + 10, 1), tag, Buffer.alloc(256 + 10, 1)],
		content.subarray(0, cut),
		noise,
		content.subarray(cut),
		Buffer.from('APETAGEX'),
		Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]),
	]);
	expect((await clipOf(odd, 500, 1500)).content).toEqual(
		(await clipOf(content, 500, 1500)).content,
	);
	const { sound, sampleRate } = await decoded((await clipOf(odd, 3200, 3800)).content);
	expect(toneAt(sound, sampleRate, 0.4)).toBe(900);
});

/** Where the frames of a recording without tags begin. */
function beginnings(content: Buffer): number[] {
	const all: number[] = [];
	for (let at = 0; at < content.byteLength; ) {
		all.push(at);
		at += frameHeader(content.subarray(at))?.byteLength ?? content.byteLength;
	}
	return all;
}

test('a recording that begins within a frame is cut from its first whole one', async () => {
	const content = tones('bare');
	const whole = beginnings(content);
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (cut) => {
			const rest = content.subarray(whole.find((begin) => begin >= cut));
			const [clip, expected] = [content.subarray(cut), rest].map((part) => clipOf(part, 700, 1300));
			expect(await clip).toEqual(await expected);
		}),
		{ numRuns: 50 },
	);
});

const APE_TAG = Buffer.concat([
	...[
		Buffer.from('APETAGEX'),
		Buffer.from([0xd0, 7, 0, 0, 64, 0, 0, 0, 1, 0, 0, 0]),
		Buffer.alloc(12),
	],
	Buffer.alloc(64, 0xff),
]);
const ID3_TAG = Buffer.from('ID3\x03\0\0\0\0\0\x0aXXXXXXXXXX', 'latin1');

test.each<[string, Buffer]>([
	['one zero', Buffer.alloc(1)],
	['as many zeros as are looked through', Buffer.alloc(60_000)],
	['a tag that is shorter than its padding', Buffer.concat([ID3_TAG, Buffer.alloc(2000)])],
	['a tag of APE', APE_TAG],
	['tags of both kinds', Buffer.concat([APE_TAG, ID3_TAG])],
	['sync bits of all kinds', Buffer.from([0xff, 0xff, 0xfb, 0x90, 0xff, 0xe0, 0xff, 0xfa, 0x40])],
])('%s before the first frame are passed over', async (_, before) => {
	const content = tones('bare');
	const clip = await clipOf(Buffer.concat([before, content]), 500, 1500);
	expect(clip).toEqual(await clipOf(content, 500, 1500));
});

test.each<[string, Buffer]>([
	['MP4', Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0')],
	['AVI', Buffer.from('RIFF\0\0\0\0AVI LIST')],
	['Matroska', Buffer.from('\x1aE\xdf\xa3\0\0\0\0', 'latin1')],
	['text', Buffer.alloc(100_000, 'no sound ')],
])('frames within %s are no recording in MP3', async (_, before) => {
	const whole = Buffer.concat([before, tones('bare')]);
	await expect(clipOf(whole, 0, 1000)).rejects.toMatchObject({
		message:
			'No clips can be cut from the file call.mp3: it is neither MP3 nor WAV, nor Opus in Ogg',
	});
});

test('no more is read than the last clip needs', async () => {
	let read = 0;
	async function* endless() {
		const frames = tones('bare').subarray(0, 418 * 100);
		for (;;) {
			read += frames.byteLength;
			yield frames;
		}
	}
	await cutRecording({ name: 'x', bytes: async () => endless() }, [{ from: 1000, to: 2000 }]);
	expect(read).toBeLessThan(40_000 * 3);
});
