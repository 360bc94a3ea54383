import type { AnswerValue } from '../../questions/question';
import type { AnsweredQuestion } from '../../questions/answerEntry';
import type { AnsweredCall, CallQuote } from '../calls';
import type { Theme } from './theme';
import { shortenedTo } from '../../values';

/** What a model is to put together with others: the answer of one call, or a theme of several. */
export interface Entry {
	/** What the model is told of it besides its quotes. */
	says: Readonly<Record<string, string | number>>;
	/** The calls behind it, by their places in the list of calls. */
	calls: readonly number[];
	quotes: readonly CallQuote[];
}

/** What stays together when entries are portioned: one call, or what a part of the calls was put together to. */
export interface Unit {
	/** The answer over a part of the calls, and how many there are in it. */
	part?: { answer: string; calls: number };
	entries: readonly Entry[];
}

// A model that is asked for one sentence and writes a page must not crowd the other calls out.
const MAX_ANSWER = 1_000;
const MAX_REASON = 400;
const MAX_QUOTE = 400;

/** The answers of the calls to one question; a call that does not tell has none. */
export function unitsOfCalls(calls: readonly AnsweredCall[], question: number): Unit[] {
	return calls.flatMap((call, place) => {
		const one = call.answered[question];
		return one === undefined || one.answer === null
			? []
			: [{ entries: [entryOf(call, place, one)] }];
	});
}

function entryOf(call: AnsweredCall, place: number, one: AnsweredQuestion): Entry {
	const { reason, evidence, question } = one;
	const { quote, verified, speaker, start, end } = evidence;
	const { transcriptId, title } = call;
	return {
		says: {
			// The quote is told beside it.
			...(question.answerType !== 'quote' && {
				answer: shortenedTo(MAX_ANSWER, wordsOf(one.answer)),
			}),
			...(reason !== null && { reason: shortenedTo(MAX_REASON, reason) }),
		},
		calls: [place],
		// Only what was really said may be shown as somebody's words.
		quotes:
			quote !== null && verified
				? [{ call: { transcriptId, title }, quote, speaker, start, end }]
				: [],
	};
}

/** What a part of the calls was put together to, as what is put together next. */
export function unitOfPart(answer: string | null, themes: readonly Theme[], calls: number): Unit {
	return {
		...(answer !== null && { part: { answer: shortenedTo(MAX_ANSWER, answer), calls } }),
		entries: themes.map((theme) => ({
			says: { theme: theme.title, calls: theme.calls.length },
			calls: theme.calls,
			quotes: theme.quotes,
		})),
	};
}

/** The words of a quote as a model gets them. */
export function toldQuote({ quote }: CallQuote): string {
	return shortenedTo(MAX_QUOTE, quote);
}

function wordsOf(answer: AnswerValue): string {
	if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
	if (Array.isArray(answer)) return answer.length === 0 ? 'none' : answer.join('; ');
	return String(answer);
}
