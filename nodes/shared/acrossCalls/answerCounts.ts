import type { AnswerValue, Question } from '../questions/question';

/** How the calls answered one question. */
export interface AnswerCounts {
	/** Calls that tell. */
	answered: number;
	/** Calls that do not. */
	unknown: number;
	/** How many calls have each value, where the values are given by the question. */
	values?: Record<string, number>;
	/** Of numbers; null where no call tells one. */
	numbers?: NumberSummary | null;
}

export interface NumberSummary {
	mean: number;
	median: number;
	min: number;
	max: number;
	sum: number;
}

/** Counts the answers of the calls to one question. A model has no part in it. */
export function countAnswers(question: Question, answers: readonly AnswerValue[]): AnswerCounts {
	const told = answers.filter((answer) => answer !== null);
	const counts = { answered: told.length, unknown: answers.length - told.length };
	switch (question.answerType) {
		case 'yesNo':
			return { ...counts, values: tally(['yes', 'no'], told.map(yesOrNo)) };
		case 'oneOf':
		case 'severalOf':
			return { ...counts, values: tally(question.choices, told.flatMap(asList)) };
		case 'number':
			return { ...counts, numbers: summaryOf(told.filter((one) => typeof one === 'number')) };
		default:
			return counts;
	}
}

function yesOrNo(answer: AnswerValue): string {
	return answer === true ? 'yes' : 'no';
}

function asList(answer: AnswerValue): string[] {
	const list = Array.isArray(answer) ? answer : [answer];
	return [...new Set(list.filter((one) => typeof one === 'string'))];
}

/** Every value that is possible, those that nobody gave too, in the order of the question. */
function tally(possible: readonly string[], given: readonly string[]): Record<string, number> {
	const counts = new Map(possible.map((value) => [value, 0]));
	for (const value of given) counts.set(value, (counts.get(value) ?? 0) + 1);
	return Object.fromEntries(counts);
}

function summaryOf(numbers: readonly number[]): NumberSummary | null {
	const sorted = [...numbers].sort((one, other) => one - other);
	const [min, max] = [sorted[0], sorted.at(-1)];
	if (min === undefined || max === undefined) return null;
	const decimals = Math.max(...sorted.map(decimalsOf));
	const sum = Number(sorted.reduce((total, one) => total + one, 0).toFixed(decimals));
	const upper = sorted[Math.floor(sorted.length / 2)] ?? max;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? min;
	const mean = Number((sum / sorted.length).toPrecision(EXACT_DIGITS));
	return {
		mean: Math.min(max, Math.max(min, mean)),
		median: Number(((lower + upper) / 2).toFixed(decimals + 1)),
		min,
		max,
		sum,
	};
}

/** As many as a number has for certain; more are of binary fractions, as in 0.1 + 0.2. */
const EXACT_DIGITS = 15;
const MAX_DECIMALS = 99;

function decimalsOf(value: number): number {
	const [, decimals = '', exponent = '0'] = /(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(value)) ?? [];
	return Math.min(MAX_DECIMALS, decimals.length + Number(exponent));
}
