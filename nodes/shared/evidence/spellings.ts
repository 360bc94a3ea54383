import { plainWord } from './plainWord';

/** Letters that are written as two where a keyboard or a model does not have them; without their marks they are one. */
const AS_TWO: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const isAsTwo = /[äöüåø]/i;

/** "Später" as "spaeter"; `undefined` where a word has no such letter. */
export function spelledOut(text: string): string | undefined {
	const composed = text.normalize('NFC');
	return isAsTwo.test(composed)
		? composed.toLowerCase().replace(/[äöüåø]/g, (letter) => AS_TWO[letter] ?? letter)
		: undefined;
}

/**
 * The plain words of a quote, first as they stand, then in each other way to write the same words that would be
 * found where the transcript has it so.
 * @param umlauts of the transcript's words that are spelled in two ways, the plain word of each by the other one
 */
export function* spellingsOf(
	quote: string,
	umlauts: ReadonlyMap<string, string>,
): Generator<string[]> {
	const words = quote.split(/\s+/);
	const plain = words.map(plainWord).filter(Boolean);
	yield plain;
	const withUmlauts = plain.map((word) => umlauts.get(word) ?? word);
	if (!isSame(withUmlauts, plain)) yield withUmlauts;
	const without = words.map((word) => plainWord(spelledOut(word) ?? word)).filter(Boolean);
	if (!isSame(without, plain)) yield without;
	const joined = joinedNumbers(words).map(plainWord).filter(Boolean);
	if (joined.length < plain.length) yield joined;
}

const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const UNIT = /^(?:one|two|three|four|five|six|seven|eight|nine)\P{L}*$/iu;

/** "Twenty five" as one word, as transcribers write 25. */
function joinedNumbers(words: readonly string[]): string[] {
	const joined: string[] = [];
	for (const word of words) {
		const before = joined.at(-1) ?? '';
		if (TENS.test(before) && UNIT.test(word)) joined[joined.length - 1] = before + word;
		else joined.push(word);
	}
	return joined;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((word, i) => word === other[i]);
}
