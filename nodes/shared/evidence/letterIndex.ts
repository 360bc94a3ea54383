import { gapBetween } from './plainWord';
import { isStep } from './steps';
import type { WordRange } from './tolerantSearch';

/** Places of one quote that are compared; a word such as "yes" stands in thousands of them. */
const MAX_PLACES = 1_000;

/**
 * Words as one row of letters without spaces, so that "e-mail" and "e mail" are the same, and so are the words
 * of scripts without spaces, however they are cut.
 */
export class LetterIndex {
	private readonly letters: string;

	/** For each letter's position at which a word begins or ends, the index of that word, else -1. */
	private readonly beginnings: Int32Array;

	private readonly endings: Int32Array;

	private constructor(letters: string) {
		this.letters = letters;
		this.beginnings = new Int32Array(letters.length + 1).fill(-1);
		this.endings = new Int32Array(letters.length + 1).fill(-1);
	}

	/**
	 * Makes an index step by step, so that others can go on in between.
	 * @param plainWords what plainWord gives for each word
	 * @param indexes for each of them its index in the transcript, where it is another one
	 */
	static *of(
		plainWords: readonly string[],
		indexes?: readonly number[],
	): Generator<void, LetterIndex> {
		const spaced: string[] = [];
		// Joined piece by piece, since joining all at once takes as long as everything else.
		const pieces: string[] = [];
		let joined = 0;
		for (const word of spacedWords(plainWords)) {
			if (!isStep(spaced.push(word))) continue;
			pieces.push(spaced.slice(joined).join(''));
			joined = spaced.length;
			yield;
		}
		const index = new LetterIndex([...pieces, ...spaced.slice(joined)].join(''));
		yield;
		let position = 0;
		for (const [i, letters] of spaced.entries()) {
			if (isStep(i)) yield;
			if (letters === '') continue;
			position += letters.length;
			const place = indexes?.[i] ?? i;
			index.beginnings[position - (plainWords[i]?.length ?? 0)] = place;
			index.endings[position] = place;
		}
		return index;
	}

	/** Where a quote stands letter by letter, from the beginning of a word to the end of one. */
	placesOf(plainQuote: readonly string[]): WordRange[] {
		const quote = [...spacedWords(plainQuote)].join('');
		const places: WordRange[] = [];
		if (quote === '') return places;
		for (
			let at = this.letters.indexOf(quote);
			at >= 0 && places.length < MAX_PLACES;
			at = this.letters.indexOf(quote, at + 1)
		) {
			const first = this.beginnings[at] ?? -1;
			const last = this.endings[at + quote.length] ?? -1;
			if (first >= 0 && last >= 0) places.push({ first, last });
		}
		return places;
	}
}

/** Each word with the gap before it. */
function* spacedWords(plainWords: readonly string[]): Generator<string> {
	let before = '';
	for (const word of plainWords) {
		yield gapBetween(before, word) + word;
		if (word !== '') before = word;
	}
}
