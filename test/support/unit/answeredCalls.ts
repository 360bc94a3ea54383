import type { AnsweredCall } from '../../../nodes/shared/acrossCalls/calls';
import type { AnsweredQuestion } from '../../../nodes/shared/questions/answerEntry';
import type { AnswerValue, Question } from '../../../nodes/shared/questions/question';
import { question as anyQuestion } from './questions';

interface Told {
	answer: AnswerValue;
	reason?: string | null;
	/** Of the call, word for word; left out for an answer without one. */
	quote?: string;
	verified?: boolean;
}

/** Calls that have answered one question. */
export function answeredCalls(
	told: readonly Told[],
	question: Question = anyQuestion(),
): AnsweredCall[] {
	return told.map((one, place) => ({
		transcriptId: `transcript-${place}`,
		title: `Call ${place}`,
		answered: [answerOf(one, question)],
	}));
}

function answerOf(
	{ answer, reason = null, quote, verified = true }: Told,
	question: Question,
): AnsweredQuestion {
	const place = quote === undefined || !verified ? [null, null] : [1_000, 2_000];
	const [start = null, end = null] = place;
	return {
		question,
		answer,
		reason,
		evidence: {
			quote: quote ?? null,
			verified: quote !== undefined && verified,
			exact: quote !== undefined && verified,
			problem: quote === undefined || verified ? null : 'notFound',
			speaker: start === null ? null : 'B',
			start,
			end,
		},
	};
}
