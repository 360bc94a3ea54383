import { readChoice, readChoices } from './choiceValue';
import type { Question } from './question';
import { entriesOf, problem, reading, type Reading } from './reading';

/** What models write instead of leaving an answer empty. A text may well be "none", a number cannot. */
const NOT_TOLD =
	/^[\s"'(]*(n\/?a|null|none|unknown|undefined|not (mentioned|stated|specified|given|known|told|discussed|provided|applicable|available|sure|clear)|-+|—|\?)[\s"').]*$/i;
const NOT_TOLD_AS_TEXT = /^[\s"'(]*(n\/a|null)[\s"').]*$/i;

/**
 * Turns the text of an answer into the value its question asks for, `null` where it says that the recording
 * does not tell. What can be meant in only one way is accepted ("Yes." for yes, "1,299" for 1299); anything
 * else is a problem, never a guess.
 */
export function readAnswer(question: Question, text: string): Reading {
	const read = readValue(question, text);
	const isFreeText = ['text', 'list', 'quote'].includes(question.answerType);
	if (isFreeText) return NOT_TOLD_AS_TEXT.test(text) ? reading(null) : read;
	return !read.ok && NOT_TOLD.test(text) ? reading(null) : read;
}

function readValue(question: Question, text: string): Reading {
	switch (question.answerType) {
		case 'text':
		case 'quote':
			return reading(text);
		case 'yesNo':
			return readYesNo(text);
		case 'number':
			return readNumber(text);
		case 'date':
			return readDate(text);
		case 'list':
			return reading(NONE.test(text) ? [] : entriesOf(text));
		case 'oneOf':
			return readChoice(text, question.choices);
		case 'severalOf':
			return noneOf(readChoices(text, question.choices), text);
	}
}

const NONE = /^[\s"']*none[\s"'.]*$/i;

function noneOf(read: Reading, text: string): Reading {
	return !read.ok && NONE.test(text) ? reading([]) : read;
}

/** An instruction such as "Answer in German" translates these two as well. */
const YES = new Set(['yes', 'y', 'true', 'ja', 'oui', 'si', 'sí', 'sim']);
const NO = new Set(['no', 'n', 'false', 'nein', 'non', 'não', 'nao', 'nee']);

function readYesNo(text: string): Reading {
	// A word must end the answer or be set off from the rest: "Yes and no" and "No idea" are neither.
	const word = /^[\s"'“‘*(]*(\p{L}+)[\s"'”’*)]*(?:$|[.,;:!(–—-])/u.exec(text)?.[1]?.toLowerCase();
	if (word !== undefined && YES.has(word)) return reading(true);
	if (word !== undefined && NO.has(word)) return reading(false);
	return problem(`"${text}" is neither yes nor no`);
}

const CURRENCY = '[$€£¥]|usd|eur|gbp|dollars?|euros?|pounds?';
const AROUND_NUMBER = new RegExp(
	`^\\s*(${CURRENCY})?\\s*|\\s*(${CURRENCY}|%|percent)?[\\s.]*$`,
	'gi',
);

function readNumber(text: string): Reading {
	const plain = text.replace(AROUND_NUMBER, '').replace(/^[−–]/, '-');
	const withoutThousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
		? plain.replaceAll(',', '')
		: plain;
	const isNumber = /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(withoutThousands);
	// Adding 0 makes a plain 0 of the -0 that some models write.
	const value = Number(withoutThousands) + 0;
	return isNumber && Number.isFinite(value) ? reading(value) : problem(`"${text}" is not a number`);
}

function readDate(text: string): Reading {
	const date = /^[\s"']*(\d{4}-\d{2}-\d{2})(?:[T ].*)?[\s"'.]*$/.exec(text)?.[1];
	if (date === undefined) return problem(`"${text}" is not a date as YYYY-MM-DD`);
	const time = Date.parse(`${date}T00:00:00Z`);
	const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
	return isReal ? reading(date) : problem(`${date} is not a day of the calendar`);
}
