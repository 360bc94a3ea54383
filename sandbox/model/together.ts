import { z } from 'zod';
import type { PromptMessage } from './prompt';
import { spokenForms } from './relevance';
import { stems } from './words';

const MAX_THEMES = 6;
const MAX_QUOTES = 3;
/** What one entry alone says is no theme. */
const LEAST_ENTRIES = 2;

const entrySchema = z.object({
	entry: z.number().int(),
	theme: z.string().optional(),
	answer: z.string().optional(),
	quotes: z.array(z.object({ quote: z.number().int(), text: z.string() })).default([]),
});

type Entry = z.infer<typeof entrySchema>;

interface Theme {
	title: string;
	entries: number[];
	quotes: number[];
}

const wantedSchema = z.object({
	properties: z.object({ answer: z.unknown(), themes: z.object({ items: z.unknown() }) }),
});

/**
 * Puts the answers of many calls together, for the package's own prompt that asks for it: entries with the same
 * answer are a theme, or where answers are sentences those that share a word. Undefined for every other prompt.
 */
export function answerTogether(messages: PromptMessage[], schema: unknown): string | undefined {
	const prompt = readPrompt(messages);
	if (!prompt || (schema !== undefined && !wantedSchema.safeParse(schema).success))
		return undefined;
	const { entries, question } = prompt;
	const themes = sameAnswers(entries) ?? sharedWords(entries, new Set(stems(question)));
	const named = themes.map(({ title }) => title.replace(/[.!?]$/, '')).join(', ');
	const [first] = entries;
	const answer =
		named !== '' ? `What comes up most: ${named}.` : first ? `One call says: ${textOf(first)}` : '';
	return JSON.stringify({ answer, themes });
}

function readPrompt(messages: PromptMessage[]): { entries: Entry[]; question: string } | undefined {
	const content = messages.filter(({ role }) => role === 'user').at(-1)?.content ?? '';
	const lines = between(content, '<calls>', '</calls>');
	const asked = between(content, '<questions>', '</questions>');
	if (!content.startsWith('<calls>') || lines === undefined || asked === undefined)
		return undefined;
	const entries = lines.split('\n').flatMap((line) => {
		const parsed = entrySchema.safeParse(jsonOf(line));
		return parsed.success ? [parsed.data] : [];
	});
	return { entries, question: asked };
}

function between(text: string, opening: string, closing: string): string | undefined {
	const start = text.indexOf(opening);
	const end = text.indexOf(closing, start);
	return start < 0 || end < 0 ? undefined : text.slice(start + opening.length, end);
}

function jsonOf(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

function textOf({ theme, answer, quotes }: Entry): string {
	return theme ?? answer ?? quotes[0]?.text ?? '';
}

/** Where most entries say what another one says as well, as with choices and with themes of parts. */
function sameAnswers(entries: Entry[]): Theme[] | undefined {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries) {
		const key = textOf(entry).toLowerCase();
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	const isTold = entries.some(({ theme }) => theme !== undefined);
	if (!isTold && groups.size > entries.length / 2) return undefined;
	return largest(
		[...groups.values()].map((group) => themeOf(textOf(group[0] ?? emptyEntry), group)),
	);
}

const emptyEntry: Entry = { entry: 0, quotes: [] };

/** The words that most entries have in common, one after the other, each with the entries that are left. */
function sharedWords(entries: Entry[], asked: ReadonlySet<string>): Theme[] {
	const told = entries.map((entry) => {
		const text = [textOf(entry), ...entry.quotes.map((quote) => quote.text)].join(' ');
		return { entry, text, words: new Set(stems(text).filter((word) => !asked.has(word))) };
	});
	const themes: Theme[] = [];
	const usual = usualWords(told);
	let left = told;
	while (themes.length < MAX_THEMES) {
		const word = mostShared(left, usual) ?? mostShared(left, new Set());
		if (word === undefined) break;
		const group = left.filter(({ words }) => words.has(word));
		const spoken = spokenForms({ text: group[0]?.text ?? '', speaker: null, stems: [] }, [word]);
		themes.push(
			themeOf(
				spoken[0] ?? word,
				group.map(({ entry }) => entry),
			),
		);
		left = left.filter((one) => !group.includes(one));
	}
	return largest(themes);
}

interface ToldEntry {
	words: ReadonlySet<string>;
}

/** What nearly all say tells them apart least. */
const USUAL_SHARE = 0.75;

function usualWords(told: ToldEntry[]): Set<string> {
	const counts = countsIn(told);
	return new Set(
		[...counts].flatMap(([word, count]) => (count > told.length * USUAL_SHARE ? [word] : [])),
	);
}

function mostShared(told: ToldEntry[], leftOut: ReadonlySet<string>): string | undefined {
	const [most] = [...countsIn(told)]
		.filter(([word, count]) => count >= LEAST_ENTRIES && !leftOut.has(word))
		.sort(([, one], [, other]) => other - one);
	return most?.[0];
}

function countsIn(told: ToldEntry[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { words } of told) {
		for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return counts;
}

function themeOf(title: string, group: Entry[]): Theme {
	return {
		title,
		entries: group.map(({ entry }) => entry),
		quotes: group.flatMap(({ quotes }) => quotes.map(({ quote }) => quote)).slice(0, MAX_QUOTES),
	};
}

function largest(themes: Theme[]): Theme[] {
	return [...themes]
		.sort((one, other) => other.entries.length - one.entries.length)
		.slice(0, MAX_THEMES);
}
