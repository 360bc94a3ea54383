import type { CallQuote } from '../calls';
import type { Entry, Unit } from './entry';
import type { NamedTheme, TogetherReply } from './readTogether';
import { MAX_QUOTES_OF_A_THEME, MAX_THEMES, type Theme } from './theme';

/** The themes of a reply that can be traced to what was given, and what is wrong with the others. */
export interface CheckedThemes {
	themes: Theme[];
	faults: string[];
}

/**
 * Holds the themes of a reply against the entries that were given. One that names a number that was not given
 * is not used at all: whoever counts in a way of its own means other calls by the other numbers, too.
 */
export function themesOf({ themes }: TogetherReply, units: readonly Unit[]): CheckedThemes {
	const entries = units.flatMap((unit) => unit.entries);
	const quotes = entries.flatMap((entry) => entry.quotes.map((quote) => ({ quote, entry })));
	const faults: string[] = [];
	const traced = themes.flatMap((named) => {
		const theme =
			named === null ? 'a theme that cannot be read' : traceTheme(named, entries, quotes);
		if (typeof theme !== 'string') return [theme];
		faults.push(theme);
		return [];
	});
	traced.sort((one, other) => other.calls.length - one.calls.length);
	return { themes: traced.slice(0, MAX_THEMES), faults };
}

function traceTheme(
	{ title, entries: named, quotes: shown }: NamedTheme,
	entries: readonly Entry[],
	quotes: ReadonlyArray<{ quote: CallQuote; entry: Entry }>,
): Theme | string {
	const strange =
		named.find((number) => entries[number - 1] === undefined) ??
		shown.find((number) => quotes[number - 1] === undefined);
	if (strange !== undefined) return `the theme "${title}" names ${strange}, which was not given`;
	const chosen = [...new Set(shown)].flatMap((number) => quotes[number - 1] ?? []);
	// A quote that shows a theme makes its entry one of the theme's.
	const members = [
		...named.flatMap((number) => entries[number - 1] ?? []),
		...chosen.map(({ entry }) => entry),
	];
	if (members.length === 0) return `the theme "${title}" names no entry`;
	const calls = new Set(members.flatMap((entry) => entry.calls));
	return {
		title,
		calls: [...calls].sort((one, other) => one - other),
		quotes: chosen.slice(0, MAX_QUOTES_OF_A_THEME).map(({ quote }) => quote),
	};
}
