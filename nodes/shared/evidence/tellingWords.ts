import { isFiller, isNumber } from './wordKinds';
import { isStep } from './steps';

/** Words without fillers, repetitions and bare punctuation, which models leave out when they copy. */
export interface TellingWords {
	words: string[];
	/** For each of them its index among all words; of a word said twice, the second one's. */
	indexes: number[];
}

/**
 * Finds them step by step, so that others can go on in between.
 * @param plainWords what plainWord gives for each word
 */
export function* tellingWords(plainWords: readonly string[]): Generator<void, TellingWords> {
	const words: string[] = [];
	const indexes: number[] = [];
	for (const [index, word] of plainWords.entries()) {
		if (isStep(index)) yield;
		if (word === '' || isFiller(word)) continue;
		// "Five five one" is another number than "five one".
		if (word === words.at(-1) && !isNumber(word)) indexes[indexes.length - 1] = index;
		else {
			words.push(word);
			indexes.push(index);
		}
	}
	return { words, indexes };
}
