/** What answers are worth. */
export type Points =
	/** By the answer itself: "yes" and "no", or the choices; what is not named gives nothing. Several may apply together. */
	| { by: 'answer'; values: ReadonlyMap<string, number>; areTogether: boolean }
	/** To any answer that rests on a quote. */
	| { by: 'quote'; value: number }
	/** By how great a number is; the step that is hardest to reach comes first. */
	| { by: 'number'; direction: Direction; steps: readonly Step[] };

export type Direction = 'atLeast' | 'atMost';

export interface Step {
	bound: number;
	points: number;
}

/** How a question counts in the scorecard of its call. */
export interface Scoring {
	points: Points;
	/** The part of the scorecard that it belongs to. */
	section: string;
	/** Whether the whole call fails where its answer gives no points. */
	critical: boolean;
}

/** The most that an answer can give. */
export function mostPoints(points: Points): number {
	if (points.by === 'quote') return points.value;
	const values =
		points.by === 'number' ? points.steps.map((step) => step.points) : [...points.values.values()];
	return points.by === 'answer' && points.areTogether
		? sumOfPoints(values)
		: Math.max(0, ...values);
}

const HUNDREDTHS = 100;

/** A sum of points, which have two decimals at most: 0.1 and 0.2 are 0.3. */
export function sumOfPoints(points: readonly number[]): number {
	return points.reduce((sum, value) => sum + Math.round(value * HUNDREDTHS), 0) / HUNDREDTHS;
}
