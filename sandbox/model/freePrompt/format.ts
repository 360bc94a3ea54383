/** How an answer shall look, as far as it was understood. */
export interface AnswerFormat {
	/** Literal text and `<placeholders>` in their order; undefined where the format has none. */
	parts: FormatPart[] | undefined;
	type: 'yesNo' | 'number' | 'date' | 'list' | 'quote' | 'oneOf' | undefined;
	choices: string[];
	sentences: number | undefined;
	maxWords: number | undefined;
	letters: 'upper' | 'lower' | undefined;
	withReason: boolean;
	withQuote: boolean;
	/** A language other than English. */
	language: string | undefined;
	/** What of it was not understood; empty where all was. */
	rest: string;
}

export interface FormatPart {
	kind: 'literal' | 'answer' | 'reason' | 'quote' | 'unknown';
	text: string;
	/** Of a placeholder: what it says of itself. */
	format: AnswerFormat | undefined;
}
