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
	const sum = sorted.reduce((total, one) => total + one, 0);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? max;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? min;
	return {
		mean: tidy(sum / sorted.length),
		median: tidy((lower + upper) / 2),
		min,
		max,
		sum: tidy(sum),
	};
}

/** Without the digits that only binary fractions bring, as in 0.1 + 0.2. */
function tidy(value: number): number {
	return Number(value.toPrecision(12));
}
