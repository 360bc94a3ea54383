import fc from 'fast-check';
import { cutRecording } from '../../../../../nodes/shared/audio/clips/cutRecording';
import { inPieces } from '../../../../support/audio/tones';

const RATE = 8000;
const SECONDS = 3;

interface Kind {
	tag?: number;
	bits?: number;
	channels?: number;
	/** The format in an extensible chunk, of 40 bytes. */
	isExtensible?: boolean;
	form?: 'RIFF' | 'RF64' | 'BW64';
	/** What the data chunk says of its size. */
	size?: number;
	before?: Buffer[];
	behind?: Buffer[];
}

const uint32 = (value: number) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
};
const chunk = (name: string, body: Buffer) =>
	Buffer.concat([Buffer.from(name), uint32(body.length), body, Buffer.alloc(body.length % 2)]);

/** Every block of samples holds its own number, so that one sees where a clip begins and ends. */
function wave({ tag = 1, bits = 16, channels = 1, isExtensible = false, ...kind }: Kind) {
	const block = (bits / 8) * channels;
	const sound = Buffer.alloc(RATE * SECONDS * block);
	for (let i = 0; i < RATE * SECONDS; i++) {
		sound.writeUIntLE(i % 2 ** Math.min(24, 8 * block), i * block, Math.min(3, block));
	}
	const format = Buffer.alloc(isExtensible ? 40 : 16);
	format.writeUInt16LE(isExtensible ? 0xfffe : tag, 0);
	format.writeUInt16LE(channels, 2);
	format.writeUInt32LE(RATE, 4);
	format.writeUInt32LE(RATE * block, 8);
	format.writeUInt16LE(block, 12);
	format.writeUInt16LE(bits, 14);
	if (isExtensible) format.writeUInt16LE(tag, 24);
	const sizes = Buffer.alloc(28);
	sizes.writeBigUInt64LE(BigInt(sound.length), 8);
	const { form = 'RIFF', size = form === 'RIFF' ? sound.length : 0xffff_ffff } = kind;
	const content = Buffer.concat([
		...[Buffer.from(form), uint32(0xffff_ffff), Buffer.from('WAVE')],
		...(form === 'RIFF' ? [] : [chunk('ds64', sizes)]),
		...(kind.before ?? []),
		chunk('fmt ', format),
		...[Buffer.from('data'), uint32(size), sound],
		...(kind.behind ?? []),
	]);
	return { content, sound, block };
}

async function clipOf(content: Buffer, from: number, to: number, pieces = 1000) {
	const bytes = async () => inPieces(content, pieces);
	const cut = await cutRecording({ name: 'call.wav', bytes }, [{ from, to }]);
	return cut.clips[0];
}

/** What a reader finds that knows nothing but chunks. */
function chunksOf(content: Buffer): Map<string, Buffer> {
	expect(content.toString('latin1', 0, 4)).toBe('RIFF');
	expect(content.readUInt32LE(4)).toBe(content.length - 8);
	const chunks = new Map<string, Buffer>();
	for (let at = 12; at < content.length; ) {
		const size = content.readUInt32LE(at + 4);
		chunks.set(content.toString('latin1', at, at + 4), content.subarray(at + 8, at + 8 + size));
		at += 8 + size + (size % 2);
		expect(at).toBeLessThanOrEqual(content.length);
	}
	return chunks;
}

const LIST = chunk('LIST', Buffer.from('INFOodd'));

test.each<[string, Kind]>([
	['8 bits', { bits: 8 }],
	['16 bits', {}],
	['24 bits in stereo', { bits: 24, channels: 2 }],
	['32 bits floating', { tag: 3, bits: 32 }],
	['A-law', { tag: 6, bits: 8 }],
	['μ-law', { tag: 7, bits: 8 }],
	['an extensible format', { bits: 24, channels: 6, isExtensible: true }],
	['RF64', { form: 'RF64', before: [LIST] }],
	['BW64', { form: 'BW64' }],
	[
		'chunks of odd sizes before the sound and others behind',
		{ before: [LIST, LIST], behind: [LIST] },
	],
	['a length that nobody told', { size: 0 }],
	['a length that nobody knew', { size: 0xffff_ffff }],
])('%s is cut at the very samples', async (_, kind) => {
	const { content, sound, block } = wave(kind);
	const clip = await clipOf(content, 1000.3, 1500);
	const chunks = chunksOf(clip?.content ?? Buffer.alloc(0));
	const [first, last] = [8002, 12_000].map((sample) => sample * block);
	expect(chunks.get('data')).toEqual(sound.subarray(first, last));
	expect(chunks.get('fmt ')).toEqual(chunksIn(content).get('fmt '));
	expect(chunks.has('LIST')).toBe(false);
	expect([clip?.from, clip?.to]).toEqual([1000.25, 1500]);
	const isPlain = (kind.tag ?? 1) === 1 && !kind.isExtensible;
	expect(chunks.get('fact')?.readUInt32LE(0)).toBe(isPlain ? undefined : 3998);
});

function chunksIn(content: Buffer): Map<string, Buffer> {
	const at = content.indexOf('fmt ');
	const size = content.readUInt32LE(at + 4);
	return new Map([['fmt ', content.subarray(at + 8, at + 8 + size)]]);
}

test('any range of any stream gives the samples that are in it', async () => {
	const { content, sound } = wave({});
	await fc.assert(
		fc.asyncProperty(
			fc.nat({ max: 3500 }),
			fc.integer({ min: 1, max: 2000 }),
			fc.integer({ min: 1, max: 70_000 }),
			async (from, length, pieces) => {
				const clip = await clipOf(content, from, from + length, pieces);
				const wanted = sound.subarray(from * 16, (from + length) * 16);
				expect(clip ? chunksOf(clip.content).get('data') : Buffer.alloc(0)).toEqual(wanted);
			},
		),
		{ numRuns: 50 },
	);
});

test('clips of an odd size are whole chunks, and none ends within a sample where the recording does', async () => {
	const kind = fc.constantFrom<Kind>(
		{ bits: 8 },
		{ bits: 24 },
		{ bits: 24, channels: 3 },
		{ tag: 6, bits: 8 },
	);
	const told = fc.constantFrom(0, 0xffff_ffff, undefined, 40_001);
	await fc.assert(
		fc.asyncProperty(
			fc.record({ kind, told, from: fc.nat({ max: 2900 }), lost: fc.nat({ max: 20_000 }) }),
			async ({ kind, told, from, lost }) => {
				const { content, sound, block } = wave({
					...kind,
					...(told !== undefined && { size: told }),
				});
				const clip = await clipOf(content.subarray(0, content.length - lost), from, 9999);
				const length = Math.min(sound.length - lost, told || Infinity);
				const [first, last] = [from * 8 * block, length - (length % block)];
				const data = clip && chunksOf(clip.content).get('data');
				expect(data === undefined).toBe(first >= last);
				expect(data?.equals(sound.subarray(first, last)) ?? true).toBe(true);
			},
		),
		{ numRuns: 60 },
	);
});

/** A file whose format chunk has so many bytes, with other ones where it is longer than the format. */
function withFormat(length: number, tag = 1, rate = RATE): Buffer {
	const format = Buffer.alloc(40, 6);
	for (const [at, value] of [tag, 1, rate & 0xffff, 0, rate & 0xffff, 0, 1, 8].entries())
		format.writeUInt16LE(value, 2 * at);
	return Buffer.concat([
		...[Buffer.from('RIFF'), uint32(0xffff_ffff), Buffer.from('WAVE')],
		...[chunk('fmt ', format.subarray(0, length)), chunk('data', Buffer.alloc(RATE * SECONDS, 7))],
	]);
}

test.each([
	['with more behind it', withFormat(40)],
	['of an extensible one that is just long enough', extensible(26)],
])('a format %s is understood', async (_, content) => {
	const clip = await clipOf(content, 1000, 1500);
	expect(clip && chunksOf(clip.content).get('data')).toHaveLength(RATE / 2);
});

function extensible(length: number): Buffer {
	const content = withFormat(length, 0xfffe);
	// Behind the names of the file and of the chunk.
	content.writeUInt16LE(1, 20 + 24);
	return content;
}

test.each<[string, Buffer, string]>([
	['compressed', wave({ tag: 2, bits: 8 }).content, 'its sound is compressed'],
	['whose format is not told whole', withFormat(14), 'its sound is compressed'],
	[
		'whose format names another one and breaks off',
		withFormat(25, 0xfffe),
		'its sound is compressed',
	],
	['whose samples take no time', withFormat(16, 1, 0), 'its sound is compressed'],
	['without sound', wave({}).content.subarray(0, 36), 'it has no sound'],
	[
		'of another kind',
		Buffer.from(`fLaC${'\0'.repeat(60)}`),
		'it is neither MP3 nor WAV, nor Opus in Ogg',
	],
	['empty', Buffer.alloc(0), 'it is neither MP3 nor WAV, nor Opus in Ogg'],
])('a file %s is refused with what can be done instead', async (_, content, why) => {
	await expect(clipOf(content, 0, 1000)).rejects.toMatchObject({
		message: `No clips can be cut from the file call.wav: ${why}`,
		facts: {
			hint: 'Clips are cut from MP3 files, from WAV files that are not compressed, and from Ogg files with Opus. Convert the recording first, or set Source to URL for links that begin at the quote.',
		},
	});
});
