import type { CallQuote } from '../calls';

/** What several calls have in common. */
export interface Theme {
	title: string;
	/** By their places in the list of calls, each once, in order. */
	calls: readonly number[];
	/** Those that show it best. */
	quotes: readonly CallQuote[];
}

/** More are not read by people, and what is put together of parts has to become less. */
export const MAX_THEMES = 12;

export const MAX_QUOTES_OF_A_THEME = 3;
