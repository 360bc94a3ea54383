import { readAnswer } from './values/answerValue';
import type { Evidence, EvidenceFinder } from '../evidence/evidence';
import type { IndexedQuestion } from './questionPrompt';
import type { AnswerValue, Question } from './question';
import type { ReplyEntry } from './reply/replyEntry';
import type { YearSource } from './values/toldYears';

export interface AnsweredQuestion {
	question: Question;
	answer: AnswerValue;
	reason: string | null;
	evidence: Evidence;
}

/** What answers are held against. */
export interface Facts {
	finder: EvidenceFinder;
	years: YearSource;
}

/** The answer to one question, or what is wrong with the entries that the model gave for it. */
export function answerAmong(
	entries: readonly ReplyEntry[],
	{ index, question }: IndexedQuestion,
	facts: Facts,
): AnsweredQuestion | string {
	const [entry, ...more] = entries.filter((candidate) => candidate.index === index);
	if (entry === undefined) return `no answer to ${question.key}`;
	if (more.some((other) => !isSame(other, entry))) return `several answers to ${question.key}`;
	return toAnswer(question, entry, facts);
}

/** Whether a model gave one answer twice, which is no contradiction. */
function isSame(one: ReplyEntry, other: ReplyEntry): boolean {
	return one.known === other.known && String(one.answer) === String(other.answer);
}

function toAnswer(
	question: Question,
	entry: ReplyEntry,
	{ finder, years }: Facts,
): AnsweredQuestion | string {
	const isQuote = question.answerType === 'quote';
	const said = typeof entry.answer === 'string' ? entry.answer : entry.answer.join(' ');
	const evidence = finder.find(isQuote && entry.known ? said : entry.quote, question.saidBy);
	const reason = entry.reason || null;
	if (!entry.known) return { question, answer: null, reason, evidence };
	if (said === '') return { question, answer: emptyAnswer(question), reason, evidence };
	// A quote that the recording does not have must not end up in a record as somebody's words.
	if (isQuote)
		return { question, answer: evidence.verified ? evidence.quote : null, reason, evidence };
	const reading = readAnswer(question, entry.answer);
	if (!reading.ok) return `${question.key}: ${reading.problem}`;
	const answer = isGuessedDate(question, reading.value, years) ? null : reading.value;
	return { question, answer, reason, evidence };
}

function isGuessedDate(question: Question, value: AnswerValue, years: YearSource): boolean {
	if (question.answerType !== 'date' || typeof value !== 'string') return false;
	return !years.isTold(
		value.slice(0, 4),
		question.question,
		question.context,
		question.answerFormat,
	);
}

/** That nothing of a list applies can be known; that there is no text is not an answer. */
function emptyAnswer({ answerType }: Question): AnswerValue {
	return answerType === 'list' || answerType === 'severalOf' ? [] : null;
}
