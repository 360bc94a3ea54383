/** The words of a list that is written as one text, which reads better than a hundred of them in quotation marks. */
export function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}
