/** Characters of each word in the text that the words make, joined by single spaces. */
export function charactersOf(
	words: Array<{ text: string }>,
): Array<{ start: number; end: number }> {
	let at = 0;
	return words.map(({ text }) => {
		const span = { start: at, end: at + text.length };
		at = span.end + 1;
		return span;
	});
}

/** Places of the words that touch a stretch of characters. */
export function wordsWithin(
	characters: Array<{ start: number; end: number }>,
	stretch: { start: number; end: number },
): number[] {
	return characters.flatMap((word, index) =>
		word.start < stretch.end && stretch.start < word.end ? [index] : [],
	);
}
