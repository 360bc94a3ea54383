import { z } from 'zod';
import { withoutThoughts } from '../../gateway/thoughts';

/** One entry of a model's reply: what it says about the question with this index. */
export interface ReplyEntry {
	index: number;
	known: boolean;
	/** As a list only where the model gave one, so that nobody takes its entries for lines with bullets. */
	answer: string | readonly string[];
	reason: string;
	quote: string;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fields = z.record(z.string(), z.unknown());

/** The fields under which models put the text of an answer that was to be a text itself. */
const TEXT_FIELDS = ['value', 'text', 'answer', 'quote', 'reason'];

// Models without structured output leave fields out or send a number or an object where text was asked for;
// neither changes what they mean.
const spokenText = z.unknown().transform((value) => textOf(value));

const answerText = z
	.unknown()
	.transform((value): string | string[] | undefined =>
		Array.isArray(value)
			? value.map(textOf).filter(Boolean)
			: value === undefined
				? undefined
				: textOf(value),
	);

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	const single = scalar.safeParse(value);
	if (single.success) return withoutThoughts(single.data).trim();
	if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
	const named = fields.safeParse(value);
	const texts = TEXT_FIELDS.flatMap((name) => {
		const text = scalar.safeParse(named.success ? named.data[name] : undefined);
		return text.success ? [text.data] : [];
	});
	return texts.length === 1 ? textOf(texts[0]) : JSON.stringify(value);
}

const KNOWN: ReadonlyMap<string, boolean> = new Map([
	...['true', 'yes', 'known', '1'].map((word) => [word, true] as const),
	...['false', 'no', 'unknown', '0'].map((word) => [word, false] as const),
]);

const known = scalar.transform((word, check): boolean => {
	const means = KNOWN.get(word.trim().toLowerCase());
	if (means !== undefined) return means;
	check.addIssue({ code: 'custom', message: 'it is neither true nor false' });
	return z.NEVER;
});

/** As a number or as models number questions: "2", "2.", "#2", "Q2". */
const index = z.union([
	z.number().int(),
	z
		.string()
		.trim()
		.regex(/^(?:question ?|q|#)?\d{1,9}\.?$/i)
		.transform((name) => Number(name.replace(/\D/g, ''))),
]);

/** The letters of a field's name: models change case, spaces and underscores. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const entrySchema = fields
	// Named even where they are missing: to zod 4 a field of any kind is not one that may be left out.
	.transform((entry) => ({
		answer: undefined,
		reason: undefined,
		quote: undefined,
		...Object.fromEntries(Object.entries(entry).map(([name, value]) => [plainName(name), value])),
	}))
	.pipe(
		z.object({
			index,
			known: known.nullish(),
			answer: answerText,
			reason: spokenText,
			quote: spokenText,
		}),
	);

export function readEntry(value: unknown): ReplyEntry | undefined {
	const parsed = entrySchema.safeParse(value);
	if (!parsed.success) return undefined;
	const { known: isKnown, answer = '', ...texts } = parsed.data;
	// Who says to know and names no answer put it under a name of his own: better asked again than lost.
	if (isKnown === true && parsed.data.answer === undefined) return undefined;
	return { ...texts, answer, known: isKnown ?? answer.length > 0 };
}

/** The index of an entry, or of the name under which one stands. */
export function readIndex(value: unknown): number | undefined {
	const parsed = index.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}
