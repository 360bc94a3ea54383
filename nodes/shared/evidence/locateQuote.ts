import { gapBetween, plainWord } from './plainWord';
import { TolerantSearch, type WordRange } from './tolerantSearch';

/** A word of the transcript as far as locating needs it; plain text has words without times. */
export interface LocatableWord {
	text: string;
	/** Milliseconds from the start of the recording. */
	start?: number;
	end?: number;
	speaker?: string | null | undefined;
}

/** The words of a transcript, prepared once for locating many quotes. */
export class QuoteLocator {
	private readonly plainWords: string[];

	/** All words as plain letters without spaces, so that "e-mail" and "e mail" are the same. */
	private readonly letters: string;

	/** For each letter's position at which a word begins or ends, the index of that word. */
	private readonly beginnings = new Map<number, number>();

	private readonly endings = new Map<number, number>();

	private readonly speakers: Set<string>;

	private tolerantSearch: TolerantSearch | undefined;

	constructor(words: readonly LocatableWord[]) {
		this.plainWords = words.map(({ text }) => plainWord(text));
		this.speakers = new Set(words.map(({ speaker }) => plainWord(speaker ?? '')));
		const parts: string[] = [];
		let position = 0;
		let before = '';
		this.plainWords.forEach((word, index) => {
			if (word === '') return;
			const gap = gapBetween(before, word);
			this.beginnings.set(position + gap.length, index);
			position += gap.length + word.length;
			this.endings.set(position, index);
			parts.push(gap, word);
			before = word;
		});
		this.letters = parts.join('');
	}

	/**
	 * Finds a quote, tolerant of case, punctuation and small slips.
	 * @returns `undefined` when the transcript does not say this
	 */
	locate(quote: string): WordRange | undefined {
		const words = withoutLabels(quote, this.speakers);
		return this.locateWords(quote) ?? (words === quote ? undefined : this.locateWords(words));
	}

	private locateWords(quote: string): WordRange | undefined {
		const words = quote.split(/\s+/).map(plainWord).filter(Boolean);
		if (words.length === 0) return undefined;
		return this.locateExactly(words) ?? this.locateTolerantly(words);
	}

	private locateExactly(words: string[]): WordRange | undefined {
		const letters = words.map((word, i) => gapBetween(words[i - 1] ?? '', word) + word).join('');
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

	private locateTolerantly(words: string[]): WordRange | undefined {
		this.tolerantSearch ??= new TolerantSearch(this.plainWords);
		return this.tolerantSearch.find(words);
	}
}

/** Leaves out times and speaker names that a model copied along with the words. */
function withoutLabels(quote: string, speakers: ReadonlySet<string>): string {
	return quote
		.replace(/\[\d+(?::\d\d)+\]\s*(?:[^:\n]{1,40}:)?/g, ' ')
		.split('\n')
		.map((line) => {
			const [label, name] = /^\s*([^:]{1,40}):/.exec(line) ?? [];
			const isSpeaker =
				name !== undefined &&
				(/^speaker \w{1,3}$/i.test(name.trim()) || speakers.has(plainWord(name)));
			return isSpeaker ? line.slice(label?.length ?? 0) : line;
		})
		.join('\n');
}
