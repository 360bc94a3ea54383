import type { AnsweredQuestion } from '../questions/answerEntry';

/** How people know a call. */
export interface CallName {
	/** Null for a text. */
	transcriptId: string | null;
	title: string;
}

/** A call with its answers, in the order of the questions. */
export interface AnsweredCall extends CallName {
	answered: readonly AnsweredQuestion[];
}

/** Words of a call that were found in it. */
export interface CallQuote {
	call: CallName;
	quote: string;
	speaker: string | null;
	start: number | null;
	end: number | null;
}
