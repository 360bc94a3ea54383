import { z } from 'zod';
import { answerQuestion, type Answer } from './answerQuestion';
import { valueForSchema } from './fromSchema';
import { answerFreePrompt, inOwnFormat } from './freePrompt/answerFreePrompt';
import { splitPrompt } from './freePrompt/splitPrompt';
import { readOwnPrompt, type PromptMessage } from './prompt';
import { summarize } from './summary';
import { answerTogether } from './together';
import { readTranscript } from './transcriptLines';

export type { PromptMessage } from './prompt';

const answersSchema = z.object({
	properties: z.object({
		answers: z.object({
			items: z.object({
				properties: z.object({ index: z.unknown(), answer: z.unknown() }).passthrough(),
			}),
		}),
	}),
});

/**
 * What the stand-in model says: deterministic, and taken from the transcript it is given. Questions are
 * answered one by one, in the package's own shape or as anybody lists them; a schema gets an object that
 * is valid for it; anything else a short extract.
 */
export function modelAnswer(messages: PromptMessage[], schema: unknown): string {
	const together = answerTogether(messages, schema);
	if (together !== undefined) return together;
	const own = readOwnPrompt(messages);
	if (own && takesAnswers(schema)) {
		const sentences = readTranscript(own.transcript);
		const answers = own.questions.map((question) =>
			inOwnFormat(question, answerQuestion(question, sentences)),
		);
		return JSON.stringify({ answers: answers.map((answer) => keepWanted(answer, schema)) });
	}
	const { transcript, questions } = splitPrompt(messages);
	const sentences = readTranscript(own?.transcript ?? transcript);
	if (schema !== undefined) return JSON.stringify(valueForSchema(schema, sentences, questions));
	const answers = answerFreePrompt(messages);
	if (answers !== undefined) return answers;
	if (sentences.length === 0) return 'There is no text here to answer from.';
	return `In the words of the text: ${summarize(sentences)}`;
}

/** Without a schema, the prompt itself asks for this shape. */
function takesAnswers(schema: unknown): boolean {
	return schema === undefined || answersSchema.safeParse(schema).success;
}

/** The schema may leave out the evidence; further properties would break it. */
function keepWanted(answer: Answer, schema: unknown): Partial<Answer> {
	const parsed = answersSchema.safeParse(schema);
	if (!parsed.success) return answer;
	const wanted = Object.keys(parsed.data.properties.answers.items.properties);
	return Object.fromEntries(Object.entries(answer).filter(([name]) => wanted.includes(name)));
}
