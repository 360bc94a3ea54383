import { z } from 'zod';
import { answerQuestion, type Answer } from './answerQuestion';
import { valueForSchema } from './fromSchema';
import { readPrompt, type PromptMessage } from './prompt';
import { summarize } from './summary';
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
 * What the stand-in model says: deterministic, and taken from the transcript it is given. Questions in the
 * package's own shape are answered one by one; any other prompt gets an object valid for the schema that
 * is asked for, or a short extract.
 */
export function modelAnswer(messages: PromptMessage[], schema: unknown): string {
	const prompt = readPrompt(messages);
	const sentences = readTranscript(prompt.transcript);
	if (prompt.kind === 'questions' && takesAnswers(schema)) {
		const answers = prompt.questions.map((question) => answerQuestion(question, sentences));
		return JSON.stringify({ answers: answers.map((answer) => keepWanted(answer, schema)) });
	}
	if (schema !== undefined) return JSON.stringify(valueForSchema(schema, sentences));
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
