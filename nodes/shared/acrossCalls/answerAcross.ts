import { CanceledError } from '../api/core/errors';
import type { GatewaySession } from '../gateway/gatewaySession';
import type { Limiter } from '../limiter';
import { outcomeOf, type Outcome } from '../outcome';
import type { Question } from '../questions/question';
import { countAnswers, type AnswerCounts } from './answerCounts';
import type { AnsweredCall } from './calls';
import type { Together, TogetherInquiry } from './together/askTogether';
import { putTogether } from './together/putTogether';

/** One question over all calls. */
export interface AcrossQuestion {
	question: Question;
	counts: AnswerCounts;
	/** What a model put together, or why it could not; the counts hold in any case. */
	together: Outcome<Together>;
}

export interface AcrossInquiry extends Omit<TogetherInquiry, 'question'> {
	questions: readonly Question[];
}

/**
 * Counts and puts together what the calls answered, question by question.
 * @throws CanceledError when the user stopped the execution
 */
export async function answerAcross(
	gateway: GatewaySession,
	{ questions, ...inquiry }: AcrossInquiry,
	calls: readonly AnsweredCall[],
	inTurn: Limiter,
): Promise<AcrossQuestion[]> {
	const across = await Promise.all(
		questions.map(async (question, place) => {
			const answers = calls.map(({ answered }) => answered[place]?.answer ?? null);
			const together = await outcomeOf(
				putTogether(gateway, { ...inquiry, question }, calls, place, inTurn),
			);
			return { question, counts: countAnswers(question, answers), together };
		}),
	);
	for (const { together } of across) {
		if (!together.ok && together.error instanceof CanceledError) throw together.error;
	}
	return across;
}
