import type { LabelledWord } from '../jobs/speech';

const MAX_PHRASE = 5;

export interface WordMatch {
	text: string;
	count: number;
	/** Start and end in milliseconds. */
	timestamps: Array<[number, number]>;
	/** Places of the first words in the transcript's `words`. */
	indexes: number[];
}

/** The phrases of `words=foo,bar baz`; undefined where one is empty or longer than five words. */
export function searchPhrases(words: string): string[][] | undefined {
	const phrases = words.split(',').map((phrase) => phrase.split(/\s+/).map(bare).filter(Boolean));
	const fits = phrases.every(({ length }) => length > 0 && length <= MAX_PHRASE);
	return fits ? phrases : undefined;
}

/** Case and punctuation do not count. Phrases that do not occur are left out. */
export function searchWords(words: LabelledWord[], phrases: string[][]): WordMatch[] {
	const spoken = words.map(({ text }) => bare(text));
	return phrases.flatMap((phrase) => {
		const indexes = spoken.flatMap((_word, index) =>
			phrase.every((part, offset) => spoken[index + offset] === part) ? [index] : [],
		);
		const timestamps = indexes.map((index): [number, number] => [
			words[index]?.start ?? 0,
			words[index + phrase.length - 1]?.end ?? 0,
		]);
		if (indexes.length === 0) return [];
		return [{ text: phrase.join(' '), count: indexes.length, timestamps, indexes }];
	});
}

function bare(text: string): string {
	return text.toLowerCase().replace(/^[^\p{L}\p{N}$]+|[^\p{L}\p{N}%]+$/gu, '');
}
