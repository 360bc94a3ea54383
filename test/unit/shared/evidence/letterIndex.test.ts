import { LetterIndex } from '../../../../nodes/shared/evidence/letterIndex';
import { atOnce } from '../../../../nodes/shared/evidence/steps';

const indexOf = (words: string[], indexes?: number[]) => atOnce(LetterIndex.of(words, indexes));
const places = (words: string[], quote: string[], indexes?: number[]) =>
	indexOf(words, indexes)
		.placesOf(quote)
		.map(({ first, last }) => [first, last]);

test.each([
	[['we', 'call'], ['we', 'call'], [[0, 1]]],
	[['we', 'call'], ['we'], [[0, 0]]],
	[['we', 'call'], ['call'], [[1, 1]]],
	[
		['we', 'call', 'we'],
		['we'],
		[
			[0, 0],
			[2, 2],
		],
	],
	[
		['ha', 'ha', 'ha'],
		['ha', 'ha'],
		[
			[0, 1],
			[1, 2],
		],
	],
	[['e', 'mail'], ['email'], [[0, 1]]],
	[['email'], ['e', 'mail'], [[0, 0]]],
	[['we', 'email', 'it'], ['e', 'mail', 'it'], [[1, 2]]],
	[['recall'], ['call'], []],
	[['calls'], ['call'], []],
	[['we', 'call'], ['they'], []],
	[['we', 'call'], [], []],
	[['we', 'call'], ['', ''], []],
	[[], ['we'], []],
	[['we', '', 'call'], ['we', 'call'], [[0, 2]]],
	[['', 'we', ''], ['we'], [[1, 1]]],
	[['we', 'call'], ['we', '', 'call'], [[0, 1]]],
])('in %j the quote %j stands at %j', (words, quote, expected) => {
	expect(places(words, quote)).toEqual(expected);
});

test('digits of two words are not one number', () => {
	expect(places(['1', '5', 'maps'], ['15', 'maps'])).toEqual([]);
	expect(places(['15', 'maps'], ['1', '5', 'maps'])).toEqual([]);
	expect(places(['1', '5', 'maps'], ['1', '5'])).toEqual([[0, 1]]);
	expect(places(['1', '5', 'maps'], ['5', 'maps'])).toEqual([[1, 2]]);
	expect(places(['1', '', '5'], ['1', '5'])).toEqual([[0, 2]]);
});

test('words have the places that they are given', () => {
	expect(places(['we', 'call', 'them'], ['call', 'them'], [3, 7, 9])).toEqual([[7, 9]]);
	expect(places(['we'], ['we'], [0])).toEqual([[0, 0]]);
});

test('of a word that stands everywhere a thousand places are compared', () => {
	const count = (words: number) => places(Array<string>(words).fill('yes'), ['yes']).length;
	expect([999, 1_000, 1_001, 1_500].map(count)).toEqual([999, 1_000, 1_000, 1_000]);
});

test('a long transcript is made in steps, and its words stand where they stood', () => {
	const words = Array.from({ length: 4_500 }, (_, i) => `word${i}x`);
	const work = LetterIndex.of(words);
	let steps = 0;
	let step = work.next();
	for (; !step.done; step = work.next()) steps++;
	// Two to join the words, one between, two to note their places.
	expect(steps).toBe(5);
	for (const at of [0, 1_998, 1_999, 2_000, 3_999, 4_000, 4_498]) {
		const quote = words.slice(at, at + 2);
		expect(step.value.placesOf(quote)).toEqual([{ first: at, last: at + 1 }]);
	}
});
