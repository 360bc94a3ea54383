import { pairsIn, written, type Pair } from './pointPairs';
import type { Direction, Points, Step } from './points';
import { readable } from '../values';

/** What has to be known of a question to read its points. */
export type Scale =
	| { kind: 'yesNo' }
	| { kind: 'choices'; choices: readonly string[]; areTogether: boolean }
	| { kind: 'number' }
	| { kind: 'open' };

const POINTS = /^\d{1,6}(?:\.\d{1,2})?$/;
const COMMA_IN_NUMBER = /\d,\d/;
const NO_COMMAS =
	'; commas stand between answers, so write decimals with a point and thousands without a sign';
const NO_POINTS =
	'no answer gives any points; leave Points empty where the question does not count';
const THRESHOLD = /^(>=|<=|≥|≤)\s*(-?\d{1,12}(?:\.\d{1,6})?)$/;

/**
 * Reads points as people type them: "10", "yes=10, no=0", ">=8=10, >=5=5", or an object with the same names.
 * @returns the points, or what is wrong with them
 */
export function readPoints(value: unknown, scale: Scale): Points | string {
	const single = typeof value === 'object' ? undefined : written(value);
	if (single !== undefined && POINTS.test(single)) return singleNumber(Number(single), scale);
	const readings = pairsIn(value).map((pairs) =>
		typeof pairs === 'string' ? pairs : pointsIn(pairs, scale),
	);
	const usable = readings.find((reading) => typeof reading !== 'string');
	if (usable !== undefined) return usable;
	const [why = ''] = readings;
	return typeof value === 'string' && COMMA_IN_NUMBER.test(value) ? `${why}${NO_COMMAS}` : why;
}

function pointsIn(pairs: readonly Pair[], scale: Scale): Points | string {
	const wrong = pairs.find(([, points]) => !POINTS.test(points));
	if (wrong) {
		const [name, points] = wrong;
		return `"${points}" for "${name}" is not a number of points`;
	}
	switch (scale.kind) {
		case 'yesNo':
			return byAnswer(pairs, ['yes', 'no'], 'is neither yes nor no', false);
		case 'choices':
			return byAnswer(pairs, scale.choices, 'is not one of the choices', scale.areTogether);
		case 'number':
			return byThreshold(pairs);
		case 'open':
			return 'it names answers, and this answer type can be anything';
	}
}

/** What may be typed, for a message. */
export function allowedPoints({ kind }: Scale): string {
	switch (kind) {
		case 'yesNo':
			return 'Give points from 0 to 999999 for yes and no, such as "yes=10, no=0", or one number, which a yes gives.';
		case 'choices':
			return 'Give points from 0 to 999999 for each choice that has some, such as "positive=5, neutral=2", or one per line if choices have commas.';
		case 'number':
			return 'Give points from 0 to 999999 by thresholds that all begin with >= or all with <=, such as ">=8=10, >=5=5", or one number, which any answer with a verified quote gives.';
		case 'open':
			return 'Give one number from 0 to 999999, which any answer with a verified quote gives. Answers can be named with the answer types Yes/No, Number, One Of and Several Of.';
	}
}

function singleNumber(value: number, { kind }: Scale): Points | string {
	if (value === 0) return NO_POINTS;
	if (kind === 'yesNo')
		return { by: 'answer', values: new Map([['yes', value]]), areTogether: false };
	if (kind === 'choices') return 'it does not say which choice gives them';
	return { by: 'quote', value };
}

function byAnswer(
	pairs: readonly Pair[],
	answers: readonly string[],
	isStrange: string,
	areTogether: boolean,
): Points | string {
	const values = new Map<string, number>();
	for (const [name, points] of pairs) {
		const answer = answerNamed(name, answers);
		if (answer === undefined) return `"${name}" ${isStrange}`;
		if (values.has(answer)) return `"${answer}" has points twice`;
		values.set(answer, Number(points));
	}
	if (![...values.values()].some((points) => points > 0)) return NO_POINTS;
	return { by: 'answer', values, areTogether };
}

/** As it is, else as it reads where that leaves one. */
function answerNamed(name: string, answers: readonly string[]): string | undefined {
	if (answers.includes(name)) return name;
	const same = answers.filter((answer) => readable(answer) === readable(name));
	return same.length === 1 ? same[0] : undefined;
}

function byThreshold(pairs: readonly Pair[]): Points | string {
	const steps: Step[] = [];
	const directions = new Set<Direction>();
	for (const [name, points] of pairs) {
		const [, sign, bound] = THRESHOLD.exec(name) ?? [];
		if (bound === undefined) return `"${name}" is not a threshold`;
		if (steps.some((step) => step.bound === Number(bound))) return `"${name}" has points twice`;
		directions.add(sign === '>=' || sign === '≥' ? 'atLeast' : 'atMost');
		steps.push({ bound: Number(bound), points: Number(points) });
	}
	const [direction, other] = directions;
	if (other !== undefined) return 'it has both >= and <=';
	if (direction === undefined || !steps.some(({ points }) => points > 0)) {
		return NO_POINTS;
	}
	const downward = direction === 'atLeast' ? 1 : -1;
	return {
		by: 'number',
		direction,
		steps: steps.sort((one, next) => (next.bound - one.bound) * downward),
	};
}
