import { z } from 'zod';
import { parseJson } from '../api/errorText';

/** One entry of a model's reply: what it says about the question with this index. */
export interface ReplyEntry {
	index: number;
	known: boolean;
	answer: string;
	reason: string;
	quote: string;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

// Models without structured output leave fields out or send a number where text was asked for; neither
// changes what they mean.
const answerText = z
	.union([scalar, z.array(scalar).transform((values) => values.join('\n'))])
	.nullish()
	.transform((value) => (value ?? '').trim());

const entrySchema = z.object({
	index: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]),
	known: z
		.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
		.nullish(),
	answer: answerText,
	reason: answerText,
	quote: answerText,
});

const replySchema = z.union([
	z.object({ answers: z.array(z.unknown()) }).transform(({ answers }) => answers),
	z.array(z.unknown()),
]);

/**
 * Reads the entries of a reply, leaving out what cannot be read: the questions without an entry are asked
 * again. `undefined` when the reply as a whole is not the JSON that was asked for.
 */
export function readReply(text: string): ReplyEntry[] | undefined {
	for (const candidate of jsonCandidates(text)) {
		const parsed = replySchema.safeParse(parseJson(candidate));
		if (parsed.success) return parsed.data.flatMap(readEntry);
	}
	return undefined;
}

function readEntry(value: unknown): ReplyEntry[] {
	const parsed = entrySchema.safeParse(value);
	if (!parsed.success) return [];
	const { known, ...entry } = parsed.data;
	return [{ ...entry, known: known ?? entry.answer !== '' }];
}

/** The reply itself, what stands in a code fence, and what stands between the outermost brackets. */
function jsonCandidates(text: string): string[] {
	const fenced = /```(?:json)?\s*([\s\S]*?)```/i.exec(text)?.[1];
	const braced = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
	const bracketed = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1);
	return [text, fenced ?? '', braced, bracketed];
}
