import { wordsOfText } from '../../../nodes/shared/evidence/evidence';
import { plainWord } from '../../../nodes/shared/evidence/plainWord';
import type { AnswerValue, Question } from '../../../nodes/shared/questions/question';
import type { Expected } from '../set/expected';

/** What an answer is, held against its label. */
export type Verdict = 'right' | 'wrong' | 'unknownThoughTold' | 'toldThoughUnknown';

/**
 * Choices, yes or no, numbers and dates have to be the same, a number within its tolerance; texts the same but for
 * case, signs and spelling, or contain what the label says; lists and choices of several in any order.
 */
export function verdictOf(
	answer: AnswerValue,
	expected: Expected,
	{ answerType }: Pick<Question, 'answerType'>,
): Verdict {
	if (expected === null) return answer === null ? 'right' : 'toldThoughUnknown';
	if (answer === null) return 'unknownThoughTold';
	return isSame(answer, expected, answerType === 'quote') ? 'right' : 'wrong';
}

function isSame(
	answer: NonNullable<AnswerValue>,
	expected: NonNullable<Expected>,
	isQuote: boolean,
): boolean {
	if (typeof expected === 'object' && !Array.isArray(expected)) {
		if ('contains' in expected) return plain(String(answer)).includes(plain(expected.contains));
		return typeof answer === 'number' && Math.abs(answer - expected.number) <= expected.tolerance;
	}
	if (Array.isArray(expected)) {
		if (!Array.isArray(answer)) return false;
		const [one, other] = [answer, expected].map((list) => [...new Set(list.map(plain))].sort());
		return JSON.stringify(one) === JSON.stringify(other);
	}
	if (typeof expected !== 'string' || typeof answer !== 'string') return answer === expected;
	// Of a passage, a label says what must be in it: where it begins and ends is the model's choice.
	return isQuote ? plain(answer).includes(plain(expected)) : plain(answer) === plain(expected);
}

/** With spaces around, so that "art" is not contained in "part". */
function plain(text: string): string {
	return ` ${wordsOfText(text)
		.map((word) => plainWord(word.text))
		.filter(Boolean)
		.join(' ')} `;
}
