const SMALL =
	`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
	sixteen seventeen eighteen nineteen`.split(/\s+/);
const TENS = `twenty thirty forty fifty sixty seventy eighty ninety`.split(' ');
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 };

const DIGITS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/;

/** The first number of a text in figures ("1,200.50") or in English words ("a hundred and twenty"). */
export function firstNumber(text: string): number | undefined {
	const figures = DIGITS.exec(text);
	const spoken = firstSpokenNumber(text);
	if (figures && (!spoken || figures.index < spoken.at)) {
		return Number(figures[0].replace(/,/g, ''));
	}
	return spoken?.value;
}

function firstSpokenNumber(text: string): { value: number; at: number } | undefined {
	const tokens = [...text.toLowerCase().matchAll(/[a-z]+/g)];
	// "One" alone is mostly no number ("this one"); it counts where a scale or a unit follows.
	const starts = tokens.findIndex(
		({ 0: word }, index) =>
			smallValue(word) !== undefined &&
			(word !== 'one' || SCALES[tokens[index + 1]?.[0] ?? ''] !== undefined),
	);
	const hundred = tokens.findIndex(
		({ 0: word }, index) => word === 'a' && SCALES[tokens[index + 1]?.[0] ?? ''] !== undefined,
	);
	const from = [starts, hundred].filter((index) => index >= 0).sort((a, b) => a - b)[0];
	if (from === undefined) return undefined;
	const run = tokens.slice(from).map(({ 0: word }) => word);
	return { value: addUp(run), at: tokens[from]?.index ?? 0 };
}

function addUp(run: string[]): number {
	let total = 0;
	let group = 0;
	for (const [index, word] of run.entries()) {
		const small = word === 'a' && index === 0 ? 1 : smallValue(word);
		const scale = SCALES[word];
		if (small !== undefined) group += small;
		else if (scale === 100) group = Math.max(1, group) * scale;
		else if (scale !== undefined) {
			total += Math.max(1, group) * scale;
			group = 0;
		} else if (word !== 'and') break;
	}
	return total + group;
}

function smallValue(word: string): number | undefined {
	const small = SMALL.indexOf(word);
	if (small >= 0) return small;
	const tens = TENS.indexOf(word);
	return tens >= 0 ? (tens + 2) * 10 : undefined;
}
