import type { Scoring } from '../scorecard/points';

/** What kind of value an answer is; it decides how the model is asked and what the workflow gets. */
export const ANSWER_TYPES = [
	'text',
	'yesNo',
	'number',
	'oneOf',
	'severalOf',
	'date',
	'list',
	'quote',
] as const;

export type AnswerType = (typeof ANSWER_TYPES)[number];

export interface Question {
	/** Under which the answer is found; unique within a list. */
	key: string;
	question: string;
	/** What the model should know for this question, such as who the speakers are. */
	context: string;
	answerType: AnswerType;
	/** The allowed answers of `oneOf` and `severalOf`; empty for all others. */
	choices: string[];
	/** How the answer should be worded, e.g. "one sentence". */
	answerFormat: string;
	/** Whose words count as a quote: a speaker as the transcript names him or her, or a role; empty for anybody's. */
	saidBy: string;
	/** What its answers are worth, where it counts in a scorecard. The model is never told. */
	scoring?: Scoring;
}

/** An answer as the workflow gets it; `null` where the recording does not tell. */
export type AnswerValue = string | number | boolean | string[] | null;
