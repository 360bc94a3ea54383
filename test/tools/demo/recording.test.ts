import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const recordings = path.resolve(__dirname, '../../../examples/recordings');
const read = (file: string) => readFileSync(path.join(recordings, file));

const timed = {
	text: z.string().min(1),
	start: z.number().int().nonnegative(),
	end: z.number().int().positive(),
	confidence: z.number().min(0).max(1),
};
const transcriptSchema = z
	.object({
		language_code: z.literal('en_us'),
		audio_duration: z.number().int().positive(),
		utterances: z.array(
			z.object({
				speaker: z.enum(['A', 'B']),
				...timed,
				words: z.array(z.object(timed).strict()).min(1),
			}),
		),
	})
	.strict();
const dialogueSchema = z.object({ turns: z.array(z.tuple([z.string(), z.string()])) });

const transcript = transcriptSchema.parse(
	JSON.parse(read('map-update-call.transcript.json').toString()),
);
const { utterances } = transcript;

/** Seconds of sound in an MP3 of one bit rate: its frames counted (ISO/IEC 13818-3, layer III, 22.05 kHz, mono). */
function mp3Seconds(mp3: Buffer): number {
	const bitsPerSecond = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
	let frames = 0;
	for (let place = 0; place + 4 <= mp3.length; frames += 1) {
		expect(mp3.readUInt16BE(place) >> 1).toBe(0xfff3 >> 1);
		const third = mp3[place + 2] ?? 0;
		expect((third >> 2) & 3).toBe(0);
		const kilobits = bitsPerSecond[third >> 4] ?? 0;
		place += Math.floor((72 * kilobits * 1000) / 22050) + ((third >> 1) & 1);
	}
	return (frames * 576) / 22050;
}

test('the recording is small, and as long as its transcript says', () => {
	expect(statSync(path.join(recordings, 'map-update-call.mp3')).size).toBeLessThan(600_000);
	const seconds = mp3Seconds(read('map-update-call.mp3'));
	// The encoder adds a frame with its own facts, and fills the last one up.
	expect(seconds - transcript.audio_duration).toBeLessThan(0.1);
	expect(transcript.audio_duration - seconds).toBeLessThan(1);
});

test('the transcript is what was written, word for word', () => {
	const { turns } = dialogueSchema.parse(
		JSON.parse(read('map-update-call.dialogue.json').toString()),
	);
	expect(utterances.map(({ speaker, text }) => [speaker, text])).toEqual(turns);
	for (const { text, words } of utterances)
		expect(words.map((word) => word.text).join(' ')).toBe(text);
});

test('the agent speaks first, and the two take turns with a pause between them', () => {
	expect(utterances[0]?.speaker).toBe('A');
	for (const [index, { speaker, start }] of utterances.entries()) {
		const previous = utterances[index - 1];
		if (!previous) continue;
		expect(speaker).not.toBe(previous.speaker);
		expect(start - previous.end).toBeGreaterThanOrEqual(300);
	}
});

test('words follow one another inside their utterance, and all inside the recording', () => {
	for (const { words, start, end } of utterances) {
		expect(words[0]?.start).toBe(start);
		expect(words.at(-1)?.end).toBe(end);
		for (const [index, word] of words.entries()) {
			expect(word.end).toBeGreaterThan(word.start);
			expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? start);
		}
		expect(end).toBeLessThan(transcript.audio_duration * 1000);
	}
});
