import { z } from 'zod';
import { parseLenientJson } from '../../gateway/lenientJson';
import { jsonCandidates } from '../../gateway/jsonInText';

/** A theme as a model names it: by the numbers of entries and quotes. */
export interface NamedTheme {
	title: string;
	entries: number[];
	quotes: number[];
}

export interface TogetherReply {
	answer: string;
	/** Null for a theme that cannot be read. */
	themes: Array<NamedTheme | null>;
}

/** As a number or as models write one: "2", "#2". */
const number = z.union([
	z.number().int(),
	z
		.string()
		.trim()
		.regex(/^#?\d{1,9}$/)
		.transform((name) => Number(name.replace('#', ''))),
]);

const numbers = z
	.array(number)
	.nullish()
	.transform((list) => list ?? []);

const theme = z.object({ title: z.string().trim().min(1), entries: numbers, quotes: numbers });

const reply = z.object({
	answer: z
		.string()
		.nullish()
		.transform((answer) => (answer ?? '').trim()),
	themes: z.array(z.unknown()).transform((list) => list.map(readTheme)),
});

function readTheme(value: unknown): NamedTheme | null {
	const parsed = theme.safeParse(value);
	return parsed.success ? parsed.data : null;
}

/** What a model put together; `undefined` when its reply is not what was asked for. */
export function readTogether(text: string): TogetherReply | undefined {
	for (const candidate of jsonCandidates(text)) {
		const parsed = reply.safeParse(parseLenientJson(candidate));
		if (parsed.success) return parsed.data;
	}
	return undefined;
}
