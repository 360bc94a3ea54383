/** Commas of other scripts, which people do not tell from the one of ASCII. */
const COMMAS = new Set([',', '，', '、', '،']);
const SEMICOLONS = new Set([';', '；']);

/**
 * Several values in one text: one for each line; where there is but one line separated by commas, and where it
 * has none by semicolons, as sheets of some countries do. Quotation marks around a value keep it together.
 */
export function splitText(text: string): string[] {
	if (text.includes('\n')) return text.split('\n');
	const hasComma = [...text].some((sign) => COMMAS.has(sign));
	return splitBy(hasComma ? COMMAS : SEMICOLONS, text);
}

function splitBy(separators: ReadonlySet<string>, text: string): string[] {
	const entries: string[] = [];
	let entry = '';
	let isQuoted = false;
	// Told apart while reading: to look at the whole entry at each mark takes time by the square of its length.
	let isBegun = false;
	for (const sign of text) {
		if (sign === '"' && (isQuoted || !isBegun)) isQuoted = !isQuoted;
		else if (!isQuoted && separators.has(sign)) {
			entries.push(entry);
			entry = '';
			isBegun = false;
		} else {
			entry += sign;
			isBegun ||= sign.trim() !== '';
		}
	}
	// A mark that nothing closes is no quotation mark: it must not swallow what follows.
	return isQuoted ? text.split(',') : [...entries, entry];
}
