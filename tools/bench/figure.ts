/** Something measured several times, and what is promised of it. */
export interface Figure {
	what: string;
	/** One value for each repetition, in the unit that `show` knows. */
	values: number[];
	/** Which value counts: times are noisy, so their median; what may never be exceeded, by its highest. */
	counts: 'median' | 'highest';
	show: (value: number) => string;
	/** Left out where the figure only explains another. */
	target?: { atMost: number } | { atLeast: number };
}

/** Something measured once. */
export function single(what: string, value: number, show: Figure['show'], atMost?: number): Figure {
	return {
		what,
		values: [value],
		counts: 'highest',
		show,
		...(atMost !== undefined && { target: { atMost } }),
	};
}

export type Verdict = 'PASS' | 'MISS';

export function seen({ values, counts }: Figure): number {
	return counts === 'median' ? median(values) : Math.max(...values);
}

/** Undefined without a target. */
export function verdictOf(figure: Figure): Verdict | undefined {
	const { target } = figure;
	if (target === undefined) return undefined;
	const value = seen(figure);
	// Written so that a figure that could not be measured (NaN) is a miss.
	const isMet = 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
	return isMet ? 'PASS' : 'MISS';
}

export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted.length / 2;
	const upper = sorted[Math.floor(middle)] ?? NaN;
	const lower = sorted[Math.ceil(middle) - 1] ?? NaN;
	return (lower + upper) / 2;
}

export function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
