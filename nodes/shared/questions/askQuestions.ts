import { createChatCompletion, type ChatAnswer } from '../api/chatCompletions';
import { InvalidReplyError } from '../api/errors/InvalidReplyError';
import { AssemblyAiError } from '../api/errors/AssemblyAiError';
import type { Model } from '../api/models';
import { outcomeOf } from '../outcome';
import type { Service } from '../api/service';
import { answerFormat } from './answerFormat';
import { readAnswer } from './answerValue';
import { chatRequest, withoutRefusedParameter, type ModelSettings } from './chatRequest';
import { EvidenceFinder, type Evidence } from './evidence';
import { promptMessages, type IndexedQuestion } from './prompt';
import type { AnswerValue, Question } from './question';
import { readReply, type ReplyEntry } from './readReply';
import type { Source } from './source';

export interface Inquiry {
	source: Source;
	questions: Question[];
	settings: ModelSettings;
	/** What the region's list tells of the model; `undefined` when it is not in the list. */
	model: Model | undefined;
	/** Whether each answer comes with a reason and a quote. */
	evidence: boolean;
	systemPrompt: string;
}

export interface AnsweredQuestion {
	question: Question;
	answer: AnswerValue;
	reason: string | null;
	evidence: Evidence;
}

export interface Answers {
	answered: AnsweredQuestion[];
	/** The model that answered. */
	model: string;
	requestId: string | undefined;
	usage: { inputTokens: number; outputTokens: number };
}

/** One request in the normal case, a second one for the questions whose answers could not be used. */
const MOST_ROUNDS = 2;

/**
 * Asks all questions about one transcript in one request and returns an answer for each, in their order.
 * @throws ApiError and ConnectionError of the request; InvalidReplyError when the model declined, was cut off
 * or did not answer in the form asked for, even when asked again
 */
export async function askQuestions(service: Service, inquiry: Inquiry): Promise<Answers> {
	const finder = new EvidenceFinder(inquiry.source.words);
	const answered = new Map<number, AnsweredQuestion>();
	const usage = { inputTokens: 0, outputTokens: 0 };
	let open: IndexedQuestion[] = inquiry.questions.map((question, i) => ({
		index: i + 1,
		question,
	}));
	let problems: string[] = [];
	let last: ChatAnswer | undefined;
	for (let round = 1; open.length > 0 && round <= MOST_ROUNDS; round++) {
		last = await ask(service, inquiry, open);
		usage.inputTokens += last.inputTokens;
		usage.outputTokens += last.outputTokens;
		refuseUnusable(last, inquiry);
		const entries = readReply(last.text);
		const results = open.map((one) => ({ ...one, result: readEntries(one, entries, finder) }));
		problems = [];
		for (const { index, result } of results) {
			if (typeof result === 'string') problems.push(result);
			else answered.set(index, result);
		}
		if (!entries) problems = [`it said "${excerpt(last.text)}" instead of JSON`];
		open = open.filter(({ index }) => !answered.has(index));
	}
	if (open.length > 0) throw unusable(inquiry, problems, last);
	return {
		answered: inquiry.questions.flatMap((_, i) => answered.get(i + 1) ?? []),
		model: last?.model ?? inquiry.settings.model,
		requestId: last?.requestId,
		usage,
	};
}

async function ask(
	service: Service,
	{ source, settings, model, evidence, systemPrompt, questions }: Inquiry,
	open: IndexedQuestion[],
): Promise<ChatAnswer> {
	const messages = promptMessages({
		transcript: source.text,
		questions: open,
		systemPrompt,
		evidence,
	});
	const request = chatRequest(settings, model, {
		messages,
		format: answerFormat(evidence),
		questionCount: questions.length,
		...(source.text === undefined && { transcriptId: source.transcriptId }),
	});
	const outcome = await outcomeOf(createChatCompletion(service, request));
	if (outcome.ok) return outcome.value;
	const reduced = withoutRefusedParameter(request, outcome.error);
	if (reduced) return await createChatCompletion(service, reduced);
	throw outcome.error;
}

function refuseUnusable(answer: ChatAnswer, { settings }: Inquiry): void {
	const facts = { requestId: answer.requestId };
	if (answer.refusal) {
		throw new InvalidReplyError(
			`The model ${settings.model} declined to answer: ${answer.refusal}`,
			{
				...facts,
				hint: 'Reword the questions, or choose another model.',
			},
		);
	}
	if (answer.isCutOff) {
		throw new InvalidReplyError(
			`The answer of the model ${settings.model} was cut off after ${answer.outputTokens} tokens`,
			{
				...facts,
				hint: 'Raise the option Max Tokens, ask fewer questions, or choose another model.',
			},
		);
	}
	if (answer.text.trim() === '') {
		throw new InvalidReplyError(`The model ${settings.model} gave an empty answer`, {
			...facts,
			hint: 'Run the item again, or choose another model.',
		});
	}
}

/** The answer to one question, or what is wrong with the entries the model gave for it. */
function readEntries(
	{ index, question }: IndexedQuestion,
	entries: ReplyEntry[] | undefined,
	finder: EvidenceFinder,
): AnsweredQuestion | string {
	const [entry, ...more] = entries?.filter((candidate) => candidate.index === index) ?? [];
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
	const evidence = finder.find(isQuote && entry.known ? entry.answer : entry.quote);
	const reason = entry.reason || null;
	if (!entry.known) return { question, answer: null, reason, evidence };
	if (entry.answer === '') return { question, answer: emptyAnswer(question), reason, evidence };
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

function unusable(
	{ settings }: Inquiry,
	problems: string[],
	last: ChatAnswer | undefined,
): AssemblyAiError {
	return new InvalidReplyError(
		`The model ${settings.model} did not answer in the form asked for, also when asked again: ${problems.join('; ')}`,
		{
			requestId: last?.requestId,
			hint: 'Choose a model with structured output, make the choices or the answer type wider, or run the item again.',
		},
	);
}

function excerpt(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
