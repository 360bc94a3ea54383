import { readAnswer } from './answerValue';
import type { Evidence, EvidenceFinder } from '../evidence/evidence';
import type { IndexedQuestion } from './questionPrompt';
import type { AnswerValue, Question } from './question';
import type { ReplyEntry } from './replyEntry';

export interface AnsweredQuestion {
	question: Question;
	answer: AnswerValue;
	reason: string | null;
	evidence: Evidence;
}

/** The answer to one question, or what is wrong with the entries that the model gave for it. */
export function answerAmong(
	entries: readonly ReplyEntry[],
	{ index, question }: IndexedQuestion,
	finder: EvidenceFinder,
): AnsweredQuestion | string {
	const [entry, ...more] = entries.filter((candidate) => candidate.index === index);
	if (entry === undefined) return `no answer to ${question.key}`;
	if (more.length > 0) return `several answers to ${question.key}`;
	return toAnswer(question, entry, finder);
}

function toAnswer(
	question: Question,
	entry: ReplyEntry,
	finder: EvidenceFinder,
): AnsweredQuestion | string {
	const isQuote = question.answerType === 'quote';
	const said = typeof entry.answer === 'string' ? entry.answer : entry.answer.join(' ');
	const evidence = finder.find(isQuote && entry.known ? said : entry.quote);
	const reason = entry.reason || null;
	if (!entry.known) return { question, answer: null, reason, evidence };
	if (said === '') return { question, answer: emptyAnswer(question), reason, evidence };
	// A quote that the recording does not have must not end up in a record as somebody's words.
	if (isQuote)
		return { question, answer: evidence.verified ? evidence.quote : null, reason, evidence };
	const reading = readAnswer(question, entry.answer);
	if (!reading.ok) return `${question.key}: ${reading.problem}`;
	return { question, answer: reading.value, reason, evidence };
}

/** That nothing of a list applies can be known; that there is no text is not an answer. */
function emptyAnswer({ answerType }: Question): AnswerValue {
	return answerType === 'list' || answerType === 'severalOf' ? [] : null;
}
