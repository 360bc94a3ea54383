const LONGEST_KEY = 50;

/**
 * Makes a key from a question: its words in lower case joined by underscores, cut at a word's end. The same
 * question gives the same key, whatever else is in the list; a second one with the same words gets a number.
 */
export function keyFor(question: string, taken: ReadonlySet<string>): string {
	const words = question
		.toLowerCase()
		.replace(/['’]/g, '')
		.match(/[\p{L}\p{M}\p{N}]+/gu);
	const key = joinUpTo(LONGEST_KEY, words ?? ['question']);
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? key : `${key}_${number}`;
		if (!taken.has(candidate)) return candidate;
	}
}

function joinUpTo(length: number, words: string[]): string {
	let key = '';
	for (const word of words) {
		const longer = key === '' ? word : `${key}_${word}`;
		if (longer.length > length) return key === '' ? cutAt(length, word) : key;
		key = longer;
	}
	return key;
}

/** Never within a character that takes two units of the string. */
function cutAt(length: number, word: string): string {
	let cut = '';
	for (const character of word) {
		if (cut.length + character.length > length) break;
		cut += character;
	}
	return cut;
}
