import { readChoice, readChoices } from './choiceValue';
import { contradicts } from './contradiction';
import { isNoValue, isNotTold, isUnknown } from './notTold';
import type { Question } from '../question';
import { entriesOf, problem, reading, type Reading } from './reading';
import { trimSigns } from './trimSigns';

/**
 * Turns an answer into the value its question asks for, `null` where it says that the recording does not
 * tell. What can be meant in only one way is accepted ("Yes." for yes, "1,299" for 1299); anything else is a
 * problem, never a guess.
 */
export function readAnswer(question: Question, answer: string | readonly string[]): Reading {
	const text = typeof answer === 'string' ? answer : answer.join('\n');
	switch (question.answerType) {
		case 'text':
		case 'quote':
			return reading(isNotTold(text) || isUnknown(text) ? null : text);
		case 'list':
			return readList(answer);
		case 'yesNo':
			return orNotTold(readYesNo(text), text);
		case 'number':
			return orNotTold(readNumber(text), text);
		case 'date':
			return orNotTold(readDate(text), text);
		case 'oneOf':
			return orNotTold(readChoice(text, question.choices), text);
		case 'severalOf':
			return orNotTold(noneOf(readChoices(answer, question.choices), text), text);
	}
}

function orNotTold(read: Reading, text: string): Reading {
	return !read.ok && isNoValue(text) ? reading(null) : read;
}

function readList(answer: string | readonly string[]): Reading {
	const entries = entriesOf(answer);
	const [only] = entries;
	if (entries.length !== 1 || only === undefined) return reading(entries);
	if (isNone(only)) return reading([]);
	return reading(isNotTold(only) || isUnknown(only) ? null : entries);
}

const SIGNS = `"'“”‘’*().,;:!`;

function isNone(text: string): boolean {
	return trimSigns(text, SIGNS).toLowerCase() === 'none';
}

function noneOf(read: Reading, text: string): Reading {
	return !read.ok && isNone(text) ? reading([]) : read;
}

/** An instruction such as "Answer in German" translates these two as well. */
const YES = new Set(['yes', 'y', 'true', 'ja', 'oui', 'si', 'sí', 'sim']);
const NO = new Set(['no', 'n', 'false', 'nein', 'non', 'não', 'nao', 'nee']);

function readYesNo(text: string): Reading {
	const answer = trimSigns(text, SIGNS).toLowerCase();
	const word = /^\p{L}+/u.exec(answer)?.[0] ?? '';
	const rest = answer.slice(word.length);
	// A word must end the answer or be set off from the rest: "Yes and no", "No idea", "Non-applicable" are
	// neither. A single letter must be all there is: "N.A." begins with one, too.
	const isSetOff =
		rest === '' || (word.length > 1 && /^["'”’*)]*(?:[.,;:!(–—]|\s+[-–—(]|-\s)/u.test(rest));
	const isPlain = isSetOff && !isNoValue(rest);
	if (isPlain && YES.has(word) && !names(rest, NO) && !contradicts(rest)) return reading(true);
	if (isPlain && NO.has(word) && !names(rest, YES)) return reading(false);
	return problem(`"${text}" is neither yes nor no`);
}

/** Whether one of the words stands in a text on its own, as "no" does in "Yes. Correction: no." */
function names(text: string, words: ReadonlySet<string>): boolean {
	return text
		.split(/[^\p{L}\p{M}\s]/u)
		.map((part) => part.trim().split(/\s+/))
		.some((part) => [part[0], part[part.length - 1]].some((word) => words.has(word ?? '')));
}

const CURRENCY = '[$€£¥]|usd|eur|gbp|dollars?|euros?|pounds?';
const BEFORE_NUMBER = new RegExp(`^(?:${CURRENCY})`, 'i');
const AFTER_NUMBER = new RegExp(`(?:${CURRENCY}|%|percent)$`, 'i');

function readNumber(text: string): Reading {
	// A point at the beginning is that of ".5", so only those at the end go.
	const end = trimSigns(`0${text}`, '.').slice(1).trim();
	const bare = end.replace(BEFORE_NUMBER, '').replace(AFTER_NUMBER, '').trim();
	const plain = bare.replace(/^[−–]/, '-');
	const withoutThousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)
		? plain.replaceAll(',', '')
		: plain;
	const isNumber = /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(withoutThousands);
	// Who adds a unit did not follow the form, so the point in "1.299 €" may be that of thousands.
	const isUnsure = bare !== end && /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(plain);
	// Adding 0 makes a plain 0 of the -0 that some models write.
	const value = Number(withoutThousands) + 0;
	const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER;
	return isNumber && isExact && !isUnsure
		? reading(value)
		: problem(`"${text}" is not a number that can be read in one way only`);
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const TIME_OF_DAY = /^[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/;

function readDate(text: string): Reading {
	const answer = trimSigns(text, SIGNS);
	const date = /^\d{4}-\d{2}-\d{2}/.exec(answer)?.[0];
	// "2026-03-04 or 2026-03-11" names no one day.
	const rest = answer.slice(date?.length).replace(TIME_OF_DAY, '');
	if (date === undefined || trimSigns(rest, SIGNS) !== '') {
		return problem(`"${text}" is not a date as YYYY-MM-DD`);
	}
	const year = Number(date.slice(0, 4));
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		return problem(`${date} is not between the years ${FIRST_YEAR} and ${LAST_YEAR}`);
	}
	const time = Date.parse(`${date}T00:00:00Z`);
	const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
	return isReal ? reading(date) : problem(`${date} is not a day of the calendar`);
}
