import fc from 'fast-check';
import { atOnce } from '../../../../nodes/shared/evidence/steps';
import { TolerantSearch } from '../../../../nodes/shared/evidence/tolerantSearch';

const listOf = (text: string) => text.split(' ').filter(Boolean);
const searchIn = (
	text: string,
	{ borders = [] as number[], indexes = undefined as number[] | undefined } = {},
) => {
	const words = listOf(text);
	const telling = { words, indexes: indexes ?? words.map((_, i) => i) };
	return atOnce(TolerantSearch.over(telling, (index) => borders.includes(index)));
};
const find = (text: string, quote: string, more?: Parameters<typeof searchIn>[1]) => {
	const range = searchIn(text, more).find(listOf(quote));
	return range && [range.first, range.last];
};

const said = 'so then alpha beta gamma delta epsilon zeta eta theta iota kappa and on';

test.each([
	['word for word', 'alpha beta gamma delta epsilon', [2, 6]],
	['with a word left out', 'alpha beta delta epsilon zeta', [2, 7]],
	['with its second word left out', 'alpha gamma delta epsilon zeta', [2, 7]],
	['with its last but one left out', 'alpha beta gamma delta zeta', [2, 7]],
	['with two of five left out', 'alpha gamma epsilon zeta eta', undefined],
	['with two of nine left out', 'then alpha gamma delta zeta eta theta iota kappa', undefined],
	['with two of ten left out', 'then alpha gamma delta zeta eta theta iota kappa and', [1, 12]],
	['of four words', 'alpha beta delta epsilon', undefined],
	['with a word added', 'alpha beta so gamma delta epsilon', undefined],
	['with a word in place of another', 'alpha beta so delta epsilon zeta', undefined],
	['with a word before it', 'never alpha beta gamma delta epsilon', undefined],
	['with a word behind it', 'alpha beta gamma delta epsilon never', undefined],
	['at the very beginning', 'so then beta gamma delta', [0, 5]],
	['at the very end', 'theta iota kappa and on', [9, 13]],
	['near the very end', 'eta theta kappa and on', [8, 13]],
	['that is nowhere', 'one could not say any of this', undefined],
])('a quote %s', (_, quote, place) => {
	expect(find(said, quote)).toEqual(place);
});

test.each([
	['a negation', 'we do not call them back today', 'we do call them back today'],
	['a number', 'we will call two people back today', 'we will call people back today'],
])('%s is never left out', (_, text, quote) => {
	expect(find(text, quote)).toBeUndefined();
	expect(find(text.replace(/not|two/, 'gladly'), quote)).toEqual([0, 6]);
});

test('nor is a word at the border of a sentence', () => {
	const quote = 'alpha beta delta epsilon zeta';
	expect(find(said, quote, { borders: [4] })).toBeUndefined();
	expect(find(said, quote, { borders: [3, 5] })).toEqual([2, 7]);
});

test('borders and places go by the indexes of the words', () => {
	const indexes = listOf(said).map((_, i) => 10 * i);
	const quote = 'alpha beta delta epsilon zeta';
	expect(find(said, quote, { indexes })).toEqual([20, 70]);
	expect(find(said, quote, { indexes, borders: [4] })).toEqual([20, 70]);
	expect(find(said, quote, { indexes, borders: [40] })).toBeUndefined();
});

test('of two passages the one that leaves out less is found, of two as good ones the first', () => {
	const loose = 'alpha beta x gamma delta epsilon';
	const close = 'alpha beta gamma delta epsilon';
	const quote = 'alpha beta gamma delta epsilon';
	expect(find(`${loose} so ${close}`, quote)).toEqual([7, 11]);
	expect(find(`${close} so ${loose}`, quote)).toEqual([0, 4]);
	expect(find(`${loose} so ${loose}`, quote)).toEqual([0, 5]);
	expect(find(`${close} so that is ${close}`, quote)).toEqual([0, 4]);
});

test('of two beginnings the one nearer to the rest counts', () => {
	expect(
		find('alpha beta alpha beta gamma delta epsilon', 'alpha beta gamma delta epsilon'),
	).toEqual([2, 6]);
});

const many = (count: number) =>
	Array.from({ length: count }, (_, i) =>
		`w${i}x`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
	).join(' ');

test('a quote has from 5 to 150 words', () => {
	const text = many(200);
	const first = (count: number) => listOf(text).slice(0, count).join(' ');
	expect([4, 5, 150, 151].map((count) => find(text, first(count)))).toEqual([
		undefined,
		[0, 4],
		[0, 149],
		undefined,
	]);
	const near = (count: number) => searchIn(text).isNear(listOf(first(count)));
	expect([2, 3, 150, 151].map(near)).toEqual([false, true, true, false]);
});

test.each([
	['alpha beta gamma', true],
	['alpha beta so', true],
	['so beta gamma', true],
	['alpha so gamma', false],
	['alpha beta so delta epsilon', true],
	['alpha beta gamma delta never', true],
	['alpha beta so never epsilon', false],
	['alpha beta so gamma delta never zeta', true],
	['alpha beta delta epsilon', true],
	['never alpha beta gamma', true],
	['alpha beta', false],
	['this was never told by anybody', false],
])('whether %j was nearly said: %s', (quote, isNear) => {
	expect(searchIn(said).isNear(listOf(quote))).toBe(isNear);
});

test('what was nearly said may leave out a negation or the end of a sentence', () => {
	expect(searchIn('we do not call them').isNear(listOf('we do call them'))).toBe(true);
	expect(searchIn(said, { borders: [4] }).isNear(listOf('alpha beta delta epsilon'))).toBe(true);
});

test('nothing is found where nothing was said', () => {
	for (const text of ['', 'alpha']) {
		expect(find(text, 'alpha beta gamma delta epsilon')).toBeUndefined();
		expect(searchIn(text).isNear(listOf('alpha beta gamma'))).toBe(false);
	}
});

test('a long transcript is prepared in steps', () => {
	const steps = (count: number) => {
		const words = listOf(many(count));
		const telling = { words, indexes: words.map((_, i) => i) };
		return [...TolerantSearch.over(telling, () => false)].length;
	};
	expect([2_000, 2_001, 4_500].map(steps)).toEqual([0, 1, 2]);
});

test('wherever one inner word of five to nine is left out, the passage is found as it was said', () => {
	const letters = listOf(many(60));
	const quote = fc.integer({ min: 6, max: 10 });
	fc.assert(
		fc.property(fc.nat(50), quote, fc.nat(100), (first, length, left) => {
			const passage = letters.slice(first, first + length);
			const inner = 1 + (left % (length - 2));
			const shortened = passage.filter((_, i) => i !== inner);
			expect(find(letters.join(' '), shortened.join(' '))).toEqual([first, first + length - 1]);
		}),
	);
});
