import type { PromptMessage } from '../prompt';
import { questionLines, type ListedQuestion } from './questionList';
import { cutTranscript } from './transcriptPlace';

/** A free prompt, taken apart into what is asked and what it is asked about. */
export interface SplitPrompt {
	transcript: string;
	/** Those of the last message that asks any, in their order. */
	questions: ListedQuestion[];
	/** What is said beside questions and transcript: how to answer, for instance. */
	instructions: string;
}

const INSTRUCTING = ['system', 'developer', 'user'];

/**
 * Questions may stand before or behind the transcript, or in a message of their own. Where the prompt gives
 * the transcript a place, nothing in it is taken for a question.
 */
export function splitPrompt(messages: PromptMessage[]): SplitPrompt {
	const parts = messages
		.filter(({ role }) => INSTRUCTING.includes(role))
		.map((message) => ({ role: message.role, ...cutTranscript(message) }))
		.map((part) => ({ ...part, ...questionLines(part.rest, part.transcript !== undefined) }))
		.map((part) => ({ ...part, ...tellingLines(part.others) }));
	const asking = lastOf(parts, isOfUser) ?? lastOf(parts, asksIndeed);
	const placed = parts.flatMap(({ transcript }) => transcript ?? []);
	const silent = parts.filter(({ role, questions }) => role === 'user' && questions.length === 0);
	const transcript =
		placed.length > 0
			? placed.join('\n')
			: (silent.length > 0 ? silent : parts.filter(({ role }) => role === 'user'))
					.map(({ others }) => others)
					.join('\n');
	return {
		transcript,
		questions: asking?.questions ?? looseQuestions(parts, placed.length > 0),
		instructions: parts
			.flatMap(({ role, others, telling }) =>
				placed.length > 0 || role !== 'user' ? [others, telling] : telling,
			)
			.join('\n'),
	};
}

/** Lines that tell how to answer, which nobody says on a call. */
function tellingLines(text: string): { others: string; telling: string } {
	const lines = text.split('\n');
	const tells = (line: string) => /^\s*(?:please )?(?:respond|reply|answer|write)\b/i.test(line);
	return {
		others: lines.filter((line) => !tells(line)).join('\n'),
		telling: lines.filter(tells).join('\n'),
	};
}

interface Part {
	role: string;
	questions: ListedQuestion[];
	others: string;
}

function lastOf(parts: Part[], isMeant: (part: Part) => boolean): Part | undefined {
	return [...parts].reverse().find((part) => part.questions.length > 0 && isMeant(part));
}

function isOfUser({ role }: Part): boolean {
	return role === 'user';
}

/** A list in a system prompt is mostly one of rules: `- Give short answers.` */
function asksIndeed({ questions }: Part): boolean {
	return questions.some(({ label, question }) => label === 'Question:' || question.includes('?'));
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Questions in running text; only where the transcript, which is full of questions, has its own place. */
function looseQuestions(
	parts: Array<Part & { telling: string }>,
	isPlaced: boolean,
): ListedQuestion[] {
	if (!isPlaced) return [];
	const texts = parts.map(({ others, telling }) => `${others}\n${telling}`);
	const last = texts.reverse().find((text) => text.includes('?')) ?? '';
	return [...sentences.segment(last)]
		.map(({ segment }) => segment.trim())
		.filter((sentence) => sentence.endsWith('?'))
		.map((question) => ({ label: '', question }));
}
