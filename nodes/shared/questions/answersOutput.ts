import type { AnsweredQuestion } from './answerEntry';
import type { Answers } from './answerQuestions';
import type { Source } from '../gateway/source';
import { readableTime } from '../transcript/dialogue';
import { scorecardPart } from './scorecardPart';
import type { ReviewReason } from './review/reviewReasons';
import type { ScorecardSettings } from '../scorecard/scorecard';
import type { Fields } from '../values';

export interface AnswersOutputOptions {
	outputItems: 'perRecording' | 'perQuestion';
	unknownAnswers: 'setNull' | 'omit';
	evidence: boolean;
	/** Whether reasons and quotes are also found by key, which an AI agent would only pay for. */
	evidenceByKey: boolean;
	scorecard: ScorecardSettings;
	/** What a person should look at; absent where nobody asked for it. */
	review?: readonly ReviewReason[] | undefined;
}

/** One item for the next node. */
export interface AnswersItem {
	json: Fields;
	/** Whether a person should look at it first. */
	needsReview: boolean;
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
): AnswersItem[] {
	const given = answered.filter(
		({ answer }) => options.unknownAnswers === 'setNull' || answer !== null,
	);
	const item = (json: Fields, reasons = options.review): AnswersItem =>
		reasons === undefined
			? { json, needsReview: false }
			: { json: { ...json, needsReview: reasons }, needsReview: reasons.length > 0 };
	const part = scorecardPart(answered, options.scorecard);
	const origin = { transcriptId: transcriptId ?? null, model };
	if (options.outputItems === 'perQuestion') {
		// Who has open questions looked at gets those that are left out elsewhere.
		const isOpen = ({ question }: AnsweredQuestion) =>
			options.review?.some(({ key, code }) => key === question.key && code === 'unknownAnswer');
		const rows = answered.filter((one) => given.includes(one) || isOpen(one));
		return rows.map((one) =>
			item(
				{
					...rowOf(one, options),
					...part.ofRow(one),
					...origin,
					requestId: requestId ?? null,
				},
				options.review?.filter(({ key }) => key === null || key === one.question.key),
			),
		);
	}
	return [
		item({
			answers: byKey(given, ({ answer }) => answer),
			// Of every question, so that an expression for its reason finds something where the answer is left out.
			...(options.evidence && options.evidenceByKey && { evidence: byKey(answered, supportOf) }),
			...part.ofRecording,
			details: answered.map((one) => ({ ...detailOf(one, options), ...part.ofDetail(one) })),
			...origin,
			usage,
			requestId: requestId ?? null,
		}),
	];
}

/** What each answer has of something, under the key of its question. */
export function byKey(
	answered: readonly AnsweredQuestion[],
	valueOf: (one: AnsweredQuestion) => unknown,
): Fields {
	return Object.fromEntries(answered.map((one) => [one.question.key, valueOf(one)]));
}

/** Flat, with what a person wants to read first: a row of a table or a sheet. */
function rowOf(one: AnsweredQuestion, options: AnswersOutputOptions): Fields {
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
): Fields {
	return {
		key: question.key,
		question: question.question,
		answer,
		...(options.evidence && { reason, evidence: { ...evidence, at: timeOf(evidence.start) } }),
	};
}

/** Why an answer is what it is: its reason and its quote, flat. */
export function supportOf({ reason, evidence }: AnsweredQuestion): Fields {
	const { quote, speaker, start, end, verified, exact, problem } = evidence;
	return { reason, quote, speaker, at: timeOf(start), verified, exact, problem, start, end };
}

/** When something is said, for people. */
export function timeOf(start: number | null): string | null {
	return start === null ? null : readableTime(start);
}
