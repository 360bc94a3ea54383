import { isFiller, isNumber } from './plainWord';

/** Words without fillers, repetitions and bare punctuation, which models leave out when they copy. */
export interface TellingWords {
	words: string[];
	/** For each of them its index among all words; of a word said twice, the second one's. */
	indexes: number[];
}

/** @param plainWords what plainWord gives for each word */
export function tellingWords(plainWords: readonly string[]): TellingWords {
	const words: string[] = [];
	const indexes: number[] = [];
	plainWords.forEach((word, index) => {
		if (word === '' || isFiller(word)) return;
		// "Five five one" is another number than "five one".
		if (word === words.at(-1) && !isNumber(word)) indexes[indexes.length - 1] = index;
		else {
			words.push(word);
			indexes.push(index);
		}
	});
	return { words, indexes };
}
