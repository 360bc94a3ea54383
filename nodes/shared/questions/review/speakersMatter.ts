import type { Source } from '../../gateway/source';
import type { Question } from '../question';

/** Those of whom one must know who said what; a word of a question in whatever language it is asked. */
const ROLES =
	/(?<!\p{L})(?:agents?|callers?|customers?|clients?|prospects?|buyers?|sellers?|reps?|interviewers?|candidates?|speakers?|who|whose|kund(?:e|en|in)|anrufer(?:in)?|verkäufer(?:in)?|clientes?|vendedor(?:a|es)?|comprador(?:a|es)?|vendeurs?|acheteurs?)(?!\p{L})/iu;

/** Whether the transcript does not tell who speaks. A text may have its speakers in a form of its own. */
export function lacksSpeakers({ transcriptId, words }: Source): boolean {
	return transcriptId !== undefined && !words.some(({ speaker }) => Boolean(speaker));
}

/** Whether one has to know who said what to answer a question. */
export function asksWhoSaidWhat({ question, context, saidBy }: Question): boolean {
	return saidBy !== '' || ROLES.test(`${question} ${context}`);
}
