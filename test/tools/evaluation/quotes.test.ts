import path from 'node:path';
import fc from 'fast-check';
import { Random } from '../../../tools/chaos/random';
import { changed, CHANGES } from '../../../tools/evaluation/quotes/changes';
import { isUnsaid, quoteFigures } from '../../../tools/evaluation/quotes/quoteFigures';
import { LONGEST, SHORTEST, spansOf } from '../../../tools/evaluation/quotes/spans';
import type { LabelledCall, LabelledSet } from '../../../tools/evaluation/set/labelledSet';
import { readOwnSet } from '../../../tools/evaluation/set/ownSet';

const SET = readOwnSet(path.resolve(__dirname, '../../../examples/evaluation'), Infinity);

test('whatever is drawn, what was heard alike is found at its place, and nothing unsaid is verified', () => {
	fc.assert(
		fc.property(fc.nat(), (seed) => {
			const { calls, kinds, surprises } = quoteFigures(SET, seed);
			expect(calls).toBe(SET.calls.length);
			expect(surprises).toEqual([]);
			for (const { kind, quotes, verified, rightPlace, wrongPlace } of kinds) {
				if (isUnsaid(kind)) expect([kind, verified]).toEqual([kind, 0]);
				if (kind !== 'said, heard alike') continue;
				expect({ verified, rightPlace, wrongPlace }).toEqual({
					verified: quotes,
					rightPlace: quotes,
					wrongPlace: 0,
				});
			}
		}),
		{ numRuns: 20 },
	);
});

test('the calls that are shipped have passages of every kind', () => {
	for (const { kind, quotes } of quoteFigures(SET, 1).kinds) {
		expect([kind, quotes > 0]).toEqual([kind, true]);
	}
});

test('a seed draws the same passages again, another one others', () => {
	const drawn = (seed: number) =>
		spansOf(
			SET.calls.flatMap(({ turns }) => turns),
			new Random(seed),
		);
	expect(drawn(1)).toEqual(drawn(1));
	expect(drawn(1)).not.toEqual(drawn(2));
	for (const { words, turn } of drawn(3)) {
		expect(words.length).toBeGreaterThanOrEqual(SHORTEST);
		expect(words.length).toBeLessThanOrEqual(LONGEST);
		expect(turn.text).toContain(words.join(' '));
	}
});

const change = (text: string, kind: (typeof CHANGES)[number]) =>
	changed(text.split(' '), kind, { known: ['Ada', 'Bo'], others: ['Bo'] }, new Random(1))?.join(
		' ',
	);

test.each([
	['number changed', 'it costs nine euros', 'it costs two euros'],
	['number changed', 'it costs 1,299.', 'it costs 1,291.'],
	['number changed', 'it is free', undefined],
	['negation added', 'we are at home today', 'we are not at home today'],
	['negation added', 'we are never at home', undefined],
	['negation left out', 'we are never at home', 'we are at home'],
	['negation left out', "we don't want it", 'we do want it'],
	['negation left out', 'no, we are at home', undefined],
	['name changed', 'this is Ada speaking', 'this is Bo speaking'],
	['name changed', 'this is Cleo speaking', undefined],
] as const)('%s: %s', (kind, text, expected) => {
	expect(change(text, kind)).toBe(expected);
});

const call = (said: string, heard: LabelledCall['heard']): LabelledSet => ({
	questionsJson: '[]',
	questions: [],
	calls: [
		{
			id: 'one',
			turns: [{ speaker: 'A', text: said, start: 0, end: 2000 }],
			heard,
			expected: new Map(),
		},
	],
	names: [],
});
const wordsAt = (text: string, start: number) =>
	text
		.split(' ')
		.map((word, i) => ({ text: word, start: start + 100 * i, end: start + 100 * i + 90 }));

test('what is found at another time than it was said is counted as elsewhere', () => {
	const [alike] = quoteFigures(call('please send it home', wordsAt('nothing', 0)), 1).kinds;
	expect(alike).toMatchObject({ quotes: 0 });
	const text = 'please send it to my home';
	const placed = (start: number) => quoteFigures(call(text, wordsAt(text, start)), 1).kinds[0];
	expect(placed(500)).toMatchObject({ verified: 1, rightPlace: 1, wrongPlace: 0 });
	expect(placed(5000)).toMatchObject({ verified: 1, rightPlace: 0, wrongPlace: 1 });
});

test('a call without a machine transcript counts for nothing', () => {
	expect(quoteFigures(call('please send it to my home', []), 1)).toMatchObject({ calls: 0 });
});
