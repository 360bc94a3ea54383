/** An answer and what it is worth, as they were given. */
export type Pair = readonly [name: string, points: string];

/**
 * The pairs that a value may stand for, in each way in which it can be parted: choices have commas, and lines may
 * end in one. The first way that can be used is meant.
 * @returns for each way its pairs or what is wrong with it; never none
 */
export function pairsIn(value: unknown): Array<Pair[] | string> {
	if (Array.isArray(value)) return ['it is a list'];
	if (typeof value === 'object' && value !== null) return [pairsOf(value)];
	const text = written(value);
	if (!text.includes('=')) return [NO_NUMBER];
	const separators = text.includes('\n') ? ['\n', /[\n,;]/] : [/[,;]/, ';', '\n'];
	return separators.map((separator) => pairsParted(text.split(separator)));
}

/** As people would write it: 0.1 and 0.2 are 0.3 for them, whatever a computer makes of it. */
export function written(value: unknown): string {
	const exact = typeof value === 'number' ? Number(value.toPrecision(EXACT_DIGITS)) : value;
	return String(exact).trim();
}

const EXACT_DIGITS = 12;
const NO_NUMBER = 'it is no number of points with two decimals at most, and names no answers';

function pairsOf(byName: object): Pair[] | string {
	const pairs: Array<[string, unknown]> = Object.entries(byName);
	// A text cannot be made of every object.
	const nested = pairs.find(([, points]) => typeof points === 'object' && points !== null);
	if (nested) return `what stands for "${nested[0]}" is not a number of points`;
	return pairs.map(([name, points]) => [name.trim(), written(points)]);
}

function pairsParted(parts: readonly string[]): Pair[] | string {
	const pairs: Pair[] = [];
	for (const part of parts.map(withoutSeparator).filter(Boolean)) {
		// The last sign: a threshold such as ">=8=10" has one of its own, and a choice may as well.
		const at = part.lastIndexOf('=');
		const name = part.slice(0, Math.max(0, at)).trim();
		if (name === '') return `"${part}" is no answer with its points`;
		pairs.push([name, part.slice(at + 1).trim()]);
	}
	return pairs;
}

function withoutSeparator(part: string): string {
	const trimmed = part.trim();
	return /[,;]$/.test(trimmed) ? trimmed.slice(0, -1).trim() : trimmed;
}
