import type { AnsweredQuestion } from './answerEntry';
import type { Answers } from './answerQuestions';
import type { Source } from '../gateway/source';
import { readableTime } from '../transcript/dialogue';
import { scorecardPart } from './scorecardPart';
import type { ScorecardSettings } from '../scorecard/scorecard';

export interface AnswersOutputOptions {
	outputItems: 'perRecording' | 'perQuestion';
	unknownAnswers: 'setNull' | 'omit';
	evidence: boolean;
	/** Whether reasons and quotes are also found by key, which an AI agent would only pay for. */
	evidenceByKey: boolean;
	scorecard: ScorecardSettings;
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
	const part = scorecardPart(answered, options.scorecard);
	const origin = { transcriptId: transcriptId ?? null, model };
	if (options.outputItems === 'perQuestion') {
		return given.map((one) => ({
			...rowOf(one, options),
			...part.ofRow(one),
			...origin,
			requestId: requestId ?? null,
		}));
	}
	return [
		{
			answers: byKey(given, ({ answer }) => answer),
			// Of every question, so that an expression for its reason finds something where the answer is left out.
			...(options.evidence && options.evidenceByKey && { evidence: byKey(answered, supportOf) }),
			...part.ofRecording,
			details: answered.map((one) => ({ ...detailOf(one, options), ...part.ofDetail(one) })),
			...origin,
			usage,
			requestId: requestId ?? null,
		},
	];
}

function byKey(
	answered: AnsweredQuestion[],
	valueOf: (one: AnsweredQuestion) => unknown,
): Record<string, unknown> {
	return Object.fromEntries(answered.map((one) => [one.question.key, valueOf(one)]));
}

/** Flat, with what a person wants to read first: a row of a table or a sheet. */
function rowOf(one: AnsweredQuestion, options: AnswersOutputOptions): Record<string, unknown> {
	const { question, answer } = one;
	return {
		question: question.question,
		answer,
		...(options.evidence && supportOf(one)),
		key: question.key,
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
		...(options.evidence && { reason, evidence: { ...evidence, at: timeOf(evidence.start) } }),
	};
}

function supportOf({ reason, evidence }: AnsweredQuestion): Record<string, unknown> {
	const { quote, speaker, start, end, verified, exact, problem } = evidence;
	return { reason, quote, speaker, at: timeOf(start), verified, exact, problem, start, end };
}

function timeOf(start: number | null): string | null {
	return start === null ? null : readableTime(start);
}
