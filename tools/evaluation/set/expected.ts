import { z } from 'zod';
import type { Question } from '../../../nodes/shared/questions/question';

const choices = z.array(z.string());

/** What an answer should be; `null` where the call does not tell. */
export const expectedSchema = z.union([
	z.null(),
	z.string(),
	z.number(),
	z.boolean(),
	choices,
	z.object({ contains: z.string().min(1) }).strict(),
	z.object({ number: z.number(), tolerance: z.number().nonnegative() }).strict(),
]);

export type Expected = z.infer<typeof expectedSchema>;

const FORMS: Record<Question['answerType'], { schema: z.ZodTypeAny; form: string }> = {
	text: textForm('a text, or { "contains": "…" }'),
	quote: textForm('a text, or { "contains": "…" }'),
	date: { schema: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), form: 'a date as YYYY-MM-DD' },
	yesNo: { schema: z.boolean(), form: 'true or false' },
	number: {
		schema: z.union([z.number(), z.object({ number: z.number() })]),
		form: 'a number, or { "number": 5, "tolerance": 1 }',
	},
	oneOf: { schema: z.string(), form: 'one of the choices' },
	severalOf: { schema: choices, form: 'a list of choices' },
	list: { schema: choices, form: 'a list of texts' },
};

function textForm(form: string) {
	return { schema: z.union([z.string(), z.object({ contains: z.string() })]), form };
}

/** @returns what is wrong with a label for this question, if anything */
export function faultOf(expected: Expected, question: Question): string | undefined {
	if (expected === null) return undefined;
	const { schema, form } = FORMS[question.answerType];
	if (!schema.safeParse(expected).success) return `is not ${form} (or null for not told)`;
	const chosen = question.choices.length > 0 ? [expected].flat() : [];
	const unknown = chosen.find((one) => typeof one === 'string' && !question.choices.includes(one));
	return unknown === undefined
		? undefined
		: `"${String(unknown)}" is none of the choices ${question.choices.join(', ')}`;
}
