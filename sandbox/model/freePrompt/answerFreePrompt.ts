import { answerQuestion, asksForMood, type Answer } from '../answerQuestion';
import type { PromptMessage, Question } from '../prompt';
import { roleAskedFor } from '../speakers';
import { readTranscript, type Sentence } from '../transcriptLines';
import { readAnswerFormat } from './answerFormat';
import type { AnswerFormat } from './format';
import { formNotWritten, languageWanted } from './notWritten';
import type { ListedQuestion } from './questionList';
import { splitPrompt, type SplitPrompt } from './splitPrompt';
import { piecesOf, worded } from './wording';

/**
 * Answers the questions that a prompt in anybody's words asks, each in the format that it wants, and says
 * what it cannot do. Undefined where nothing is asked.
 */
export function answerFreePrompt(messages: PromptMessage[]): string | undefined {
	const prompt = splitPrompt(messages);
	if (prompt.questions.length === 0) return undefined;
	const sentences = readTranscript(prompt.transcript);
	const general = generalFormat(prompt);
	const formats = prompt.questions.map((listed) => formatOf(listed, general));
	const answers = prompt.questions.map((listed, at) =>
		under(listed, answerOne(listed, formats[at] ?? general, sentences)),
	);
	const notes = new Set([...formats.flatMap(notesOnFormat), ...notesOnWords(prompt)]);
	const separator = prompt.questions[0]?.label === 'Question:' ? '\n\n' : '\n';
	return [answers.join(separator), [...notes].join('\n')].filter(Boolean).join('\n\n');
}

function answerOne(listed: ListedQuestion, format: AnswerFormat, sentences: Sentence[]): string {
	const question = toQuestion(listed, format);
	const kind = question.answer_type;
	const answer = answerQuestion(question, sentences);
	const pieces = piecesOf(answer, kind, moodOfWhom(question));
	const wantsReason = /\bwhy\b|\bexplain\b/i.test(listed.question) || statesWitness(format, kind);
	const withQuote = answer.known && (format.withQuote || wantsReason);
	return worded(pieces, { ...format, withQuote }, kind);
}

/**
 * An answer in the format that its question wants, for prompts in which reason and quote have places of
 * their own. Other answers than text have a form already.
 */
export function inOwnFormat(question: Question, answer: Answer): Answer {
	const { answer_format: wanted = '', answer_type: kind } = question;
	if (!answer.known || kind !== 'text' || wanted.trim() === '') return answer;
	const format = { ...readAnswerFormat(wanted), withReason: false, withQuote: false };
	const whom = (format.parts ?? format.sentences) ? moodOfWhom(question) : undefined;
	const text = worded(piecesOf(answer, kind, whom), format, kind);
	return { ...answer, answer: [text, ...notesOnFormat(format)].join('\n') };
}

function moodOfWhom(question: Question): string | undefined {
	if (!asksForMood(question)) return undefined;
	const who = roleAskedFor(question);
	return who === undefined ? 'The overall sentiment' : `The ${who}'s sentiment`;
}

/** Yes alone persuades nobody: where no format says how, the sentence that tells it comes along. */
function statesWitness(format: AnswerFormat, kind: string): boolean {
	const isFree = format.sentences === undefined && format.maxWords === undefined;
	return kind === 'yesNo' && format.type === undefined && isFree && !format.parts;
}

const YES_NO =
	/^(did|does|do|is|are|was|were|can|could|will|would|has|have|had|should)\b(?!.*\bor\b)/i;

function toQuestion(listed: ListedQuestion, format: AnswerFormat): Question {
	const choices = listed.choices ?? format.choices;
	return {
		index: 1,
		question: listed.question,
		...(listed.context !== undefined && { context: listed.context }),
		...(choices.length > 0 && { choices }),
		answer_type: typeOf(listed, format, choices),
	};
}

function typeOf(
	{ question }: ListedQuestion,
	format: AnswerFormat,
	choices: string[],
): Question['answer_type'] {
	if (choices.length > 0) return choices.every(isYesOrNo) ? 'yesNo' : 'oneOf';
	const placeholder = format.parts?.find(({ kind }) => kind === 'answer')?.format;
	const type = format.type ?? placeholder?.type;
	if (type !== undefined && type !== 'oneOf') return type;
	if (/\bquotes?\b|\bverbatim\b|\bexact words\b/i.test(question)) return 'quote';
	return YES_NO.test(question) ? 'yesNo' : 'text';
}

function isYesOrNo(choice: string): boolean {
	return /^(yes|no)$/i.test(choice);
}

/** A question's own format wins over what the prompt says of all answers. */
function formatOf({ answerFormat }: ListedQuestion, general: AnswerFormat): AnswerFormat {
	if (answerFormat === undefined) return general;
	const own = readAnswerFormat(answerFormat);
	const choices = own.parts?.flatMap(({ format }) => format?.choices ?? []) ?? [];
	return {
		...own,
		choices: own.choices.length > 0 ? own.choices : choices,
		letters: own.letters ?? general.letters,
		language: own.language ?? general.language,
	};
}

const ABOUT_ANSWERS = /\b(answer|respond|reply|write)/i;

/** Of a whole prompt only what is understood counts: most of it is about something else. */
function generalFormat({ instructions }: SplitPrompt): AnswerFormat {
	const lines = instructions.split(/\n|(?<=[.!])\s/).filter((line) => ABOUT_ANSWERS.test(line));
	const format = readAnswerFormat(lines.join(' ').replace(/[<>{}[\]]/g, ' '));
	const language = format.language ?? languageWanted(instructions);
	return {
		...format,
		type: format.type === 'yesNo' ? 'yesNo' : undefined,
		choices: [],
		language,
		rest: '',
	};
}

/** What a prompt asks for and does not get is said, once, below the answers. */
function notesOnFormat({ language, rest }: AnswerFormat): string[] {
	return [
		language !== undefined &&
			`(The stand-in model writes English only. ${language} is not supported.)`,
		rest !== '' && `(The stand-in model does not follow this part of an answer format: “${rest}”.)`,
	].filter((note) => note !== false);
}

function notesOnWords({ questions, instructions }: SplitPrompt): string[] {
	const asked = questions.flatMap(({ question, answerFormat }) => [question, answerFormat ?? '']);
	return [...asked, instructions].flatMap((text) => {
		const form = formNotWritten(text);
		return form === undefined ? [] : `(The stand-in model ${form}.)`;
	});
}

function under({ label, question }: ListedQuestion, answer: string): string {
	if (label === 'Question:') return `Question: ${question}\nAnswer: ${answer}`;
	return [label, answer].filter(Boolean).join(' ');
}
