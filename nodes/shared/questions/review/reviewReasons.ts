import { isUnverified, type EvidenceProblem } from '../../evidence/evidence';
import type { Source } from '../../gateway/source';
import type { AnsweredQuestion } from '../answerEntry';
import type { Answers } from '../answerQuestions';
import { fallbackAmong, type ChosenModels } from './fallbackAmong';
import { asksWhoSaidWhat, lacksSpeakers } from './speakersMatter';

/**
 * Why a person should look at answers before they are used. No name may end in "eNotFound": n8n takes a message
 * with ENOTFOUND in it for a host that was not found, and replaces it.
 */
export const REVIEW_CODES = [
	'fallbackModel',
	'noQuote',
	'noSpeakers',
	'transcriptWarning',
	'unknownAnswer',
	'unverifiedQuote',
] as const;

export type ReviewCode = (typeof REVIEW_CODES)[number];

export interface ReviewReason {
	/** Of the question; null for what concerns the whole recording. */
	key: string | null;
	question: string | null;
	code: ReviewCode;
	/** The same for people. */
	reason: string;
}

export interface ReviewSettings {
	/** Which reasons count. */
	codes: readonly ReviewCode[];
	models: ChosenModels;
	/** Whether quotes were asked for. */
	evidence: boolean;
}

/** What a person should look at in the answers about one recording: first what concerns all of them. */
export function reviewReasons(
	{ answered, models }: Pick<Answers, 'answered' | 'models'>,
	source: Source,
	settings: ReviewSettings,
): ReviewReason[] {
	const isGuess = lacksSpeakers(source);
	const fallback = fallbackAmong(models, settings.models);
	const all = [
		...(fallback === undefined
			? []
			: [ofAll('fallbackModel', `${fallback} answered in place of ${settings.models.model}`)]),
		...source.warnings.map((warning) => ofAll('transcriptWarning', warning)),
		...answered.flatMap((one) => [
			...(isGuess && asksWhoSaidWhat(one.question) ? [of(one, 'noSpeakers', GUESS)] : []),
			...faultsOf(one, settings.evidence),
		]),
	];
	return all.filter(({ code }) => settings.codes.includes(code));
}

const GUESS = 'The transcript does not tell speakers apart, so who said what is a guess';

function faultsOf(one: AnsweredQuestion, isQuoted: boolean): ReviewReason[] {
	const { answer, evidence, question } = one;
	const isInvented = isUnverified(evidence);
	const lostQuote = isInvented && question.answerType === 'quote';
	return [
		...(isInvented ? [of(one, 'unverifiedQuote', faultOfQuote(evidence.problem))] : []),
		...(answer === null
			? [of(one, 'unknownAnswer', lostQuote ? NO_ANSWER_WITHOUT_QUOTE : NOT_TOLD)]
			: []),
		...(isQuoted && evidence.quote === null && restsOnWords(answer)
			? [of(one, 'noQuote', 'The model gave no quote for this answer')]
			: []),
	];
}

const NOT_TOLD = 'The recording does not tell';
const NO_ANSWER_WITHOUT_QUOTE = 'There is no answer, since the quote cannot be relied on';

/** Nobody can quote what was not said: a no, or that nothing of a list applies. */
function restsOnWords(answer: AnsweredQuestion['answer']): boolean {
	return answer !== null && answer !== false && !(Array.isArray(answer) && answer.length === 0);
}

function faultOfQuote(problem: EvidenceProblem | null): string {
	switch (problem) {
		case 'otherSpeaker':
			return 'The quote is of somebody else than asked for';
		case 'wordDiffers':
			return 'Not quite these words were said';
		default:
			return 'Nobody said the words of the quote';
	}
}

function of({ question }: AnsweredQuestion, code: ReviewCode, reason: string): ReviewReason {
	return { key: question.key, question: question.question, code, reason };
}

function ofAll(code: ReviewCode, reason: string): ReviewReason {
	return { key: null, question: null, code, reason };
}
