import type { Direction, Points, Step } from './points';

/** What has to be known of a question to read its points. */
export type Scale =
	| { kind: 'yesNo' }
	| { kind: 'choices'; choices: readonly string[]; areTogether: boolean }
	| { kind: 'number' }
	| { kind: 'open' };

type Pair = readonly [name: string, points: string];

const POINTS = /^\d{1,6}(?:\.\d{1,2})?$/;
const THRESHOLD = /^(>=|<=|≥|≤)\s*(-?\d{1,12}(?:\.\d{1,6})?)$/;

/**
 * Reads points as people type them: "10", "yes=10, no=0", ">=8=10, >=5=5", or an object with the same names.
 * @returns the points, or what is wrong with them
 */
export function readPoints(value: unknown, scale: Scale): Points | string {
	const single = typeof value === 'object' ? undefined : String(value).trim();
	if (single !== undefined && POINTS.test(single)) return singleNumber(Number(single), scale);
	const pairs = pairsIn(value);
	if (typeof pairs === 'string') return pairs;
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
			return 'Give one number from 0 to 999999, which any answer with a verified quote gives.';
	}
}

function singleNumber(value: number, { kind }: Scale): Points | string {
	if (value === 0) return 'no answer gives any points';
	if (kind === 'yesNo')
		return { by: 'answer', values: new Map([['yes', value]]), areTogether: false };
	if (kind === 'choices') return 'it does not say which choice gives them';
	return { by: 'quote', value };
}

function pairsIn(value: unknown): Pair[] | string {
	if (Array.isArray(value)) return 'it is a list';
	if (typeof value === 'object' && value !== null) {
		const pairs: Array<[string, unknown]> = Object.entries(value);
		// A text cannot be made of every object.
		const nested = pairs.find(([, points]) => typeof points === 'object' && points !== null);
		if (nested) return `what stands for "${nested[0]}" is not a number of points`;
		return pairs.map(([name, points]) => [name.trim(), String(points).trim()]);
	}
	const text = String(value).trim();
	const parts = text.split(text.includes('\n') ? '\n' : /[,;]/).map((part) => part.trim());
	const pairs: Pair[] = [];
	for (const part of parts.filter(Boolean)) {
		// The last sign: a threshold such as ">=8=10" has one of its own, and a choice may as well.
		const at = part.lastIndexOf('=');
		const name = part.slice(0, Math.max(0, at)).trim();
		if (name === '') return `"${part}" is no answer with its points`;
		pairs.push([name, part.slice(at + 1).trim()]);
	}
	return pairs;
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
	if (![...values.values()].some((points) => points > 0)) return 'no answer gives any points';
	return { by: 'answer', values, areTogether };
}

/** As it is, else without case where that leaves one. */
function answerNamed(name: string, answers: readonly string[]): string | undefined {
	if (answers.includes(name)) return name;
	const same = answers.filter((answer) => answer.toLowerCase() === name.toLowerCase());
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
		return 'no answer gives any points';
	}
	const downward = direction === 'atLeast' ? 1 : -1;
	return {
		by: 'number',
		direction,
		steps: steps.sort((one, next) => (next.bound - one.bound) * downward),
	};
}
