import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Transcript, Utterance } from '../../../../nodes/shared/api/transcriptSchema';
import { transcriptSchema } from '../../../../nodes/shared/api/transcriptSchema';
import { talkMetricsOf } from '../../../../nodes/shared/talkMetrics/talkMetrics';

const said = (speaker: string, start: number, end: number, text = 'Yes.'): Utterance => ({
	speaker,
	start,
	end,
	text,
});
const call = (utterances: Utterance[] | null, more: Partial<Transcript> = {}): Transcript => ({
	id: 't-1',
	status: 'completed',
	text: utterances?.length ? 'Said.' : '',
	utterances,
	...more,
});
const bySpeaker = (transcript: Transcript) =>
	Object.fromEntries(
		talkMetricsOf(transcript).speakerMetrics.map(({ speaker, ...metrics }) => [speaker, metrics]),
	);

test('the sample call, counted by hand', () => {
	const file = path.resolve(
		__dirname,
		'../../../../examples/recordings/map-update-call.transcript.json',
	);
	const sample = transcriptSchema.parse({
		...Object(JSON.parse(readFileSync(file, 'utf8'))),
		id: 't-1',
		status: 'completed',
	});

	// Eleven turns with 450 ms between them, 249 ms before the first and 967 ms after the last.
	expect(talkMetricsOf(sample)).toEqual({
		durationMs: 75_000,
		silenceMs: 249 + 10 * 450 + 967,
		silenceRatio: 0.0762, // of 75,000 ms
		longestSilenceMs: 967,
		overlapMs: 0,
		speakerSwitches: 10,
		speakerMetrics: [
			{
				speaker: 'A',
				talkRatio: 0.5457, // of 69,284 ms
				talkMs: 4_549 + 9_195 + 10_129 + 6_426 + 3_903 + 3_603,
				turns: 6,
				longestMonologueMs: 10_129,
				wordsPerMinute: 187, // 118 words
				questionsAsked: 1,
				interruptions: 0,
				patienceMs: 450,
			},
			{
				speaker: 'B',
				talkRatio: 0.4543,
				talkMs: 7_068 + 4_935 + 7_745 + 6_502 + 5_229,
				turns: 5,
				longestMonologueMs: 7_745,
				wordsPerMinute: 173, // 91 words
				questionsAsked: 5,
				interruptions: 0,
				patienceMs: 450,
			},
		],
	});
});

describe('who interrupts', () => {
	test('channels that overlap: whoever begins second cuts in, and is not thought patient for it', () => {
		const overlapping = call([
			said('1', 0, 4_000),
			said('2', 3_000, 6_000),
			said('1', 7_000, 8_000),
		]);
		expect(talkMetricsOf(overlapping)).toMatchObject({ overlapMs: 1_000, silenceMs: 1_000 });
		expect(bySpeaker(overlapping)).toMatchObject({
			1: { interruptions: 0, patienceMs: 1_000, talkMs: 5_000, talkRatio: 5 / 8 },
			2: { interruptions: 1, patienceMs: null, talkMs: 3_000, talkRatio: 3 / 8 },
		});
	});

	test('a long turn is cut into as often as others begin in it', () => {
		const talkedOver = call([
			said('A', 0, 10_000),
			said('B', 1_000, 2_000),
			said('C', 1_500, 1_800),
			said('B', 9_999, 11_000),
		]);
		expect(bySpeaker(talkedOver)).toMatchObject({
			A: { interruptions: 0, turns: 1 },
			B: { interruptions: 2 },
			C: { interruptions: 1 },
		});
	});

	test.each([
		['who begin at the same moment', 0, 0],
		['of whom one begins as the other ends', 0, 2_000],
	])('not two %s', (_, first, second) => {
		const polite = call([said('A', first, 2_000), said('B', second, 3_000)]);
		expect(bySpeaker(polite)).toMatchObject({
			A: { interruptions: 0 },
			B: { interruptions: 0 },
		});
	});

	test('nobody interrupts himself', () => {
		expect(bySpeaker(call([said('A', 0, 5_000), said('A', 4_000, 6_000)]))).toMatchObject({
			A: { interruptions: 0, talkMs: 6_000, turns: 1, longestMonologueMs: 6_000 },
		});
	});

	test('one who ended early does not hide another who still speaks', () => {
		const threeVoices = call([
			said('A', 0, 10_000),
			said('B', 1_000, 5_000),
			said('C', 2_000, 3_000),
			said('A', 4_000, 6_000),
		]);
		expect(bySpeaker(threeVoices)).toMatchObject({ A: { interruptions: 1 } });
	});

	test('three at once are counted for each of them', () => {
		const three = call([said('A', 0, 1_000), said('B', 0, 1_000), said('C', 0, 1_000)]);
		expect(talkMetricsOf(three)).toMatchObject({ overlapMs: 2_000, silenceMs: 0 });
	});
});

test('a time on hold within an utterance is silence, a breath is not', () => {
	const word = (text: string, start: number) => ({ text, start, end: start + 500 });
	const words = [word('Please', 0), word('hold.', 1_500), word('Back', 60_000)];
	const onHold = call([{ ...said('A', 0, 60_500, 'Please hold. Back'), words }]);
	expect(talkMetricsOf(onHold)).toMatchObject({ silenceMs: 58_000, longestSilenceMs: 58_000 });
	expect(bySpeaker(onHold)).toMatchObject({
		A: { talkMs: 2_500, turns: 1, longestMonologueMs: 2_500, wordsPerMinute: 72 },
	});
});

test('a word within the time of a longer one does not shorten it', () => {
	const words = [
		{ text: 'Well,', start: 0, end: 5_000 },
		{ text: 'er,', start: 1_000, end: 1_500 },
		{ text: 'yes.', start: 5_500, end: 6_000 },
	];
	expect(bySpeaker(call([{ ...said('A', 0, 6_000), words }]))).toMatchObject({
		A: { talkMs: 6_000 },
	});
});

test('a single speaker has all of the talk and nobody to answer', () => {
	expect(talkMetricsOf(call([said('A', 0, 2_000)]))).toMatchObject({
		speakerSwitches: 0,
		overlapMs: 0,
		speakerMetrics: [{ talkRatio: 1, turns: 1, patienceMs: null }],
	});
});

test.each([[null], [[]]])('a silent recording is all silence (utterances %j)', (utterances) => {
	expect(talkMetricsOf(call(utterances, { audio_duration: 10, words: [] }))).toEqual({
		durationMs: 10_000,
		silenceMs: 10_000,
		silenceRatio: 1,
		longestSilenceMs: 10_000,
		overlapMs: 0,
		speakerSwitches: 0,
		speakerMetrics: [],
	});
});

test('without speakers silence is known, and what needs speakers is not', () => {
	const words = [{ text: 'Hello', start: 2_000, end: 3_000 }];
	expect(talkMetricsOf(call(null, { text: 'Hello', words, audio_duration: 10 }))).toEqual({
		durationMs: 10_000,
		silenceMs: 9_000,
		silenceRatio: 0.9,
		longestSilenceMs: 7_000,
		overlapMs: null,
		speakerSwitches: null,
		speakerMetrics: [],
	});
});

test('a text without any times tells its duration and no more', () => {
	expect(talkMetricsOf(call(null, { text: 'Hello', words: null, audio_duration: 10 }))).toEqual({
		durationMs: 10_000,
		silenceMs: null,
		silenceRatio: null,
		longestSilenceMs: null,
		overlapMs: null,
		speakerSwitches: null,
		speakerMetrics: [],
	});
});

test('an utterance that takes no time has no speed, and a call without duration no shares', () => {
	expect(talkMetricsOf(call([said('A', 0, 0)]))).toMatchObject({
		durationMs: null,
		silenceMs: null,
		silenceRatio: null,
		speakerMetrics: [{ talkRatio: null, wordsPerMinute: null, talkMs: 0 }],
	});
});

test('who speaks after the duration that was told makes the call longer', () => {
	const longer = call([said('A', 0, 10_400)], { audio_duration: 10 });
	expect(talkMetricsOf(longer)).toMatchObject({ durationMs: 10_400, silenceMs: 0 });
});

test.each([
	['You know it.', 3],
	['地図は新しいですか？', 5],
])('words of an utterance without a list of them: %s', (text, count) => {
	const { speakerMetrics } = talkMetricsOf(call([said('A', 0, 60_000, text)]));
	expect(speakerMetrics[0]?.wordsPerMinute).toBe(count);
});
