import fc from 'fast-check';
import type { Transcript, Utterance } from '../../../../nodes/shared/api/transcriptSchema';
import { stretchesOf } from '../../../../nodes/shared/talkMetrics/stretches';

type Times = [start: number, end: number];

const words = (...times: Times[]) => times.map(([start, end]) => ({ text: 'so', start, end }));
const utterance = (speaker: string, time: Times, ...own: Times[]): Utterance => ({
	speaker,
	text: 'So.',
	start: time[0],
	end: time[1],
	words: words(...own),
});
const of = (parts: Partial<Transcript>) =>
	stretchesOf({ id: 't-1', status: 'completed', ...parts }).map(({ speaker, start, end }) => [
		speaker,
		start,
		end,
	]);

test.each([
	[999, [[null, 0, 1_599]]],
	[1_000, [[null, 0, 1_600]]],
	[
		1_001,
		[
			[null, 0, 500],
			[null, 1_501, 1_601],
		],
	],
])('words with %i ms between them', (pause, stretches) => {
	expect(of({ words: words([0, 500], [500 + pause, 600 + pause]) })).toEqual(stretches);
});

test('words tell when one speaks within an utterance', () => {
	expect(
		of({ utterances: [utterance('A', [0, 90_000], [0, 500], [600, 900], [80_000, 90_000])] }),
	).toEqual([
		['A', 0, 900],
		['A', 80_000, 90_000],
	]);
});

test('an utterance without words counts as a whole', () => {
	const { words, ...without } = utterance('A', [0, 4_000]);
	expect(words).toBeDefined();
	expect(of({ utterances: [without] })).toEqual([['A', 0, 4_000]]);
	expect(of({ utterances: [utterance('A', [0, 4_000])] })).toEqual([['A', 0, 4_000]]);
	expect(of({ utterances: [{ ...without, words: null }] })).toEqual([['A', 0, 4_000]]);
});

test('two utterances are never one stretch, not even of one speaker', () => {
	const utterances = [utterance('A', [0, 1_000]), utterance('A', [1_000, 2_000])];
	expect(of({ utterances })).toEqual([
		['A', 0, 1_000],
		['A', 1_000, 2_000],
	]);
});

test('where speakers were told apart the list of all words is not counted as well', () => {
	const all = words([0, 500], [5_000, 6_000]);
	expect(of({ utterances: [utterance('A', [0, 500])], words: all })).toEqual([['A', 0, 500]]);
	expect(of({ utterances: [], words: all })).toEqual([
		[null, 0, 500],
		[null, 5_000, 6_000],
	]);
	expect(of({ utterances: null, words: all })).toHaveLength(2);
});

test.each([{}, { words: null }, { words: [], utterances: [] }])('nobody speaks in %j', (parts) => {
	expect(of(parts)).toEqual([]);
});

test('words out of order, and one within another', () => {
	expect(of({ words: words([3_000, 3_100], [0, 2_500], [100, 200]) })).toEqual([[null, 0, 3_100]]);
	expect(of({ words: words([0, 5_000], [100, 200], [5_900, 6_000]) })).toEqual([[null, 0, 6_000]]);
});

test('no time is negative', () => {
	expect(of({ words: words([-500, 200]) })).toEqual([[null, 0, 200]]);
	expect(of({ words: words([-500, -200]) })).toEqual([[null, 0, 0]]);
	expect(of({ words: words([700, 300]) })).toEqual([[null, 700, 700]]);
});

test('by start, then by end, then by speaker, in whatever order they were told', () => {
	const sorted = [
		utterance('B', [0, 1_000]),
		utterance('A', [0, 2_000]),
		utterance('B', [0, 2_000]),
		utterance('C', [0, 2_000]),
		utterance('A', [500, 600]),
	];
	const expected = sorted.map(({ speaker, start, end }) => [speaker, start, end]);
	fc.assert(
		fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (utterances) => {
			expect(of({ utterances })).toEqual(expected);
		}),
	);
});

test('the times of a transcript are left as they are', () => {
	const utterances = [utterance('B', [700, 300]), utterance('A', [-1, 200])];
	const before = JSON.stringify(utterances);
	of({ utterances });
	expect(JSON.stringify(utterances)).toBe(before);
});
