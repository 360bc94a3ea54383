import { z } from 'zod';

export interface PromptMessage {
	role: string;
	content: string;
	/** Where in `content` the Gateway put a transcript: that part is never read as instructions. */
	inserted?: { start: number; end: number };
}

const questionSchema = z.object({
	index: z.number().int(),
	question: z.string(),
	context: z.string().optional(),
	answer_type: z
		.enum(['text', 'yesNo', 'number', 'oneOf', 'severalOf', 'date', 'list', 'quote'])
		.default('text'),
	choices: z.array(z.string()).optional(),
	answer_format: z.string().optional(),
});

export type Question = z.infer<typeof questionSchema>;

/** The package's own prompt, taken apart. */
export interface OwnPrompt {
	transcript: string;
	questions: Question[];
}

const TRANSCRIPT_OPENING = '<transcript>';
const TRANSCRIPT_CLOSING = '</transcript>';
const QUESTIONS_OPENING = '<questions>';
const QUESTIONS_CLOSING = '</questions>';

/** Finds the transcript and, behind it, the questions; undefined for every other prompt. */
export function readOwnPrompt(messages: PromptMessage[]): OwnPrompt | undefined {
	for (const message of [...messages].reverse()) {
		const asked = message.role === 'user' ? readQuestions(message) : undefined;
		if (asked) return asked;
	}
	return undefined;
}

/**
 * A transcript may hold the very tags that fence it. The real questions come last and stand behind the
 * last closing tag of the transcript; in their JSON no tag can stand, since `<` is written `\u003c`.
 */
function readQuestions(message: PromptMessage): OwnPrompt | undefined {
	const visible = blankInserted(message);
	const opening = visible.lastIndexOf(QUESTIONS_OPENING);
	const transcriptEnd = visible.lastIndexOf(TRANSCRIPT_CLOSING);
	const transcriptStart = visible.indexOf(TRANSCRIPT_OPENING);
	if (transcriptStart < 0 || transcriptEnd < transcriptStart || opening < transcriptEnd) {
		return undefined;
	}
	const closing = visible.indexOf(QUESTIONS_CLOSING, opening);
	if (closing < 0) return undefined;
	const questions = parseQuestions(visible.slice(opening + QUESTIONS_OPENING.length, closing));
	if (!questions) return undefined;
	const start = transcriptStart + TRANSCRIPT_OPENING.length;
	return { transcript: message.content.slice(start, transcriptEnd), questions };
}

function parseQuestions(text: string): Question[] | undefined {
	try {
		const parsed = z.array(questionSchema).safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}

function blankInserted({ content, inserted }: PromptMessage): string {
	if (!inserted) return content;
	const { start, end } = inserted;
	return content.slice(0, start) + ' '.repeat(end - start) + content.slice(end);
}
