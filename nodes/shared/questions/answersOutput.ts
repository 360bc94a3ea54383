import type { AnsweredQuestion } from './answerEntry';
import type { Answers } from './askQuestions';
import type { Source } from './source';

export interface AnswersOutputOptions {
	unknownAnswers: 'setNull' | 'omit';
	evidence: boolean;
}

/** All answers of one recording as the next node gets them: by key for mapping, and one by one in detail. */
export function answersOutput(
	{ answered, model, requestId, usage }: Answers,
	{ transcriptId }: Source,
	options: AnswersOutputOptions,
): Record<string, unknown> {
	const given = answered.filter(
		({ answer }) => options.unknownAnswers === 'setNull' || answer !== null,
	);
	return {
		answers: Object.fromEntries(given.map(({ question, answer }) => [question.key, answer])),
		details: answered.map((one) => detailOf(one, options)),
		transcriptId: transcriptId ?? null,
		model,
		usage,
		requestId: requestId ?? null,
	};
}

function detailOf(
	{ question, answer, reason, evidence }: AnsweredQuestion,
	options: AnswersOutputOptions,
): Record<string, unknown> {
	return {
		key: question.key,
		question: question.question,
		answer,
		...(options.evidence && { reason, evidence }),
	};
}
