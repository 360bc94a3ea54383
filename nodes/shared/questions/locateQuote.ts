/** A word of the transcript as far as locating needs it; plain text has words without times. */
export interface LocatableWord {
	text: string;
	/** Milliseconds from the start of the recording. */
	start?: number;
	end?: number;
	speaker?: string | null | undefined;
}

/** Where a quote stands: the range of words, the last one included. */
export interface WordRange {
	first: number;
	last: number;
}

/** A share of words that may differ: models drop a filler or mend a stutter while they copy. */
const TOLERATED_SHARE = 0.2;
/** A shorter quote must match exactly: with one word of four replaced it could say anything. */
const SHORTEST_TOLERANT_QUOTE = 5;

/** The words of a transcript, prepared once for locating many quotes. */
export class QuoteLocator {
	private readonly plainWords: string[];

	/** All words as plain letters without gaps, so that "e-mail" and "e mail" are the same. */
	private readonly letters: string;

	/** For each letter's position at which a word begins or ends, the index of that word. */
	private readonly beginnings = new Map<number, number>();

	private readonly endings = new Map<number, number>();

	constructor(words: readonly LocatableWord[]) {
		this.plainWords = words.map(({ text }) => plain(text));
		let position = 0;
		this.plainWords.forEach((word, index) => {
			if (word === '') return;
			this.beginnings.set(position, index);
			position += word.length;
			this.endings.set(position, index);
		});
		this.letters = this.plainWords.join('');
	}

	/**
	 * Finds a quote, tolerant of case, punctuation and small slips.
	 * @returns `undefined` when the transcript does not say this
	 */
	locate(quote: string): WordRange | undefined {
		const words = withoutLabels(quote).split(/\s+/).map(plain).filter(Boolean);
		if (words.length === 0) return undefined;
		return this.locateExactly(words.join('')) ?? this.locateTolerantly(words);
	}

	private locateExactly(letters: string): WordRange | undefined {
		for (
			let at = this.letters.indexOf(letters);
			at >= 0;
			at = this.letters.indexOf(letters, at + 1)
		) {
			const first = this.beginnings.get(at);
			const last = this.endings.get(at + letters.length);
			if (first !== undefined && last !== undefined) return { first, last };
		}
		return undefined;
	}

	/**
	 * The passage with the fewest words to add, drop or replace (Sellers' algorithm: an edit distance that may
	 * begin and end anywhere in the transcript).
	 */
	private locateTolerantly(quote: string[]): WordRange | undefined {
		if (quote.length < SHORTEST_TOLERANT_QUOTE) return undefined;
		const allowed = Math.floor(quote.length * TOLERATED_SHARE);
		let column: Passage[] = [
			{ slips: 0, first: 0 },
			...quote.map((_, i) => ({ slips: i + 1, first: 0 })),
		];
		let best: (Passage & { last: number }) | undefined;
		this.plainWords.forEach((word, index) => {
			if (word === '') return;
			column = nextColumn(column, quote, word, index);
			const whole = column.at(-1);
			if (whole && whole.slips <= allowed && (!best || whole.slips < best.slips)) {
				best = { ...whole, last: index };
			}
		});
		return best && { first: best.first, last: best.last };
	}
}

/** The best way to read the quote's beginning up to one of its words so that it ends at the current word. */
interface Passage {
	slips: number;
	/** Index of the transcript's word at which the passage begins. */
	first: number;
}

function nextColumn(before: Passage[], quote: string[], word: string, index: number): Passage[] {
	const column: Passage[] = [{ slips: 0, first: index + 1 }];
	quote.forEach((quoted, i) => {
		const diagonal = before[i] ?? UNREACHABLE;
		const matched = {
			slips: diagonal.slips + (quoted === word ? 0 : 1),
			first: i === 0 ? index : diagonal.first,
		};
		const dropped = withSlip(before[i + 1] ?? UNREACHABLE);
		const added = withSlip(column[i] ?? UNREACHABLE);
		column.push(leastSlips(matched, dropped, added));
	});
	return column;
}

const UNREACHABLE: Passage = { slips: Number.POSITIVE_INFINITY, first: 0 };

function withSlip({ slips, first }: Passage): Passage {
	return { slips: slips + 1, first };
}

function leastSlips(...passages: Passage[]): Passage {
	return passages.reduce((least, passage) => (passage.slips < least.slips ? passage : least));
}

/** Times and speaker names that a model copied along with the words. */
function withoutLabels(quote: string): string {
	return quote.replace(/\[\d+(?::\d\d)+\]\s*(?:[^:\n]{1,40}:)?|^\s*Speaker \w{1,3}:/gim, ' ');
}

function plain(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
