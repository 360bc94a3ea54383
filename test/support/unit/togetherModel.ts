import { z } from 'zod';
import { said, type ChatBody } from './services/scriptedGateway';

const entrySchema = z.object({
	entry: z.number(),
	theme: z.string().optional(),
	answer: z.string().optional(),
	calls: z.number().optional(),
	quotes: z.array(z.object({ quote: z.number(), text: z.string() })).default([]),
});

export type GivenEntry = z.infer<typeof entrySchema>;

/** The lines of a request that has answers put together, as the model reads them. */
export function linesIn({ messages }: ChatBody): unknown[] {
	const text = messages.at(-1)?.content ?? '';
	const [, lines = ''] = /^<calls>\n([\s\S]*)\n<\/calls>\n\n<questions>\n/.exec(text) ?? [];
	return lines
		.split('\n')
		.filter((line) => line !== '')
		.map((line): unknown => JSON.parse(line));
}

export function entriesIn(body: ChatBody): GivenEntry[] {
	return linesIn(body).flatMap((line) => {
		const parsed = entrySchema.safeParse(line);
		return parsed.success ? [parsed.data] : [];
	});
}

export interface SaidTheme {
	title: string;
	entries?: number[];
	quotes?: number[];
}

export function saidTogether(themes: SaidTheme[], answer = 'All of it.', more = {}) {
	const named = themes.map((theme) => ({ entries: [], quotes: [], ...theme }));
	return said(JSON.stringify({ answer, themes: named }), 'end_turn', more);
}

/** A model that makes one theme of the entries that say the same. */
export function groupedReply(body: ChatBody) {
	const groups = new Map<string, GivenEntry[]>();
	for (const entry of entriesIn(body)) {
		const title = entry.theme ?? entry.answer ?? '';
		groups.set(title, [...(groups.get(title) ?? []), entry]);
	}
	return saidTogether(
		[...groups].map(([title, entries]) => ({
			title,
			entries: entries.map(({ entry }) => entry),
			quotes: entries.flatMap(({ quotes }) => quotes.map(({ quote }) => quote)).slice(0, 3),
		})),
	);
}
