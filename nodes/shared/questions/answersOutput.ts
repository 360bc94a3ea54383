import type { AnsweredQuestion } from './answerEntry';
import type { Answers } from './answerQuestions';
import type { Source } from '../gateway/source';

export interface AnswersOutputOptions {
	outputItems: 'perRecording' | 'perQuestion';
	unknownAnswers: 'setNull' | 'omit';
	evidence: boolean;
}

/**
 * The answers of one recording as the next node gets them: all in one item, by key for mapping and one by one
 * in detail, or each in an item of its own. The tokens count for the whole request, so they stand only in the
 * item of a recording: summed up over the questions they would count many times.
 */
export function answersOutput(
	{ answered, model, requestId, usage }: Answers,
	{ transcriptId }: Source,
	options: AnswersOutputOptions,
): Array<Record<string, unknown>> {
	const given = answered.filter(
		({ answer }) => options.unknownAnswers === 'setNull' || answer !== null,
	);
	const origin = { transcriptId: transcriptId ?? null, model };
	if (options.outputItems === 'perQuestion') {
		return given.map((one) => ({
			...detailOf(one, options),
			...origin,
			requestId: requestId ?? null,
		}));
	}
	return [
		{
			answers: Object.fromEntries(given.map(({ question, answer }) => [question.key, answer])),
			details: answered.map((one) => detailOf(one, options)),
			...origin,
			usage,
			requestId: requestId ?? null,
		},
	];
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
