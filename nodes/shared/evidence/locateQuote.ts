import { gapBetween, isNegation, plainWord } from './plainWord';
import { placeIn, withoutLabels, type Place } from './quoteLabel';
import { TolerantSearch, type WordRange } from './tolerantSearch';

/** A word of the transcript as far as locating needs it; plain text has words without times. */
export interface LocatableWord {
	text: string;
	/** Milliseconds from the start of the recording. */
	start?: number;
	end?: number;
	speaker?: string | null | undefined;
}

/** Where a quote was said. */
export interface Location extends WordRange {
	/** Whether nothing but fillers, repetitions and spellings tells the quote from what was said. */
	isExact: boolean;
	/** All places that are as good as this one, itself the first of them. */
	places: WordRange[];
}

/** Places of one quote that are compared; a word such as "yes" stands in thousands of them. */
const MAX_PLACES = 1_000;

/** The words of a transcript, prepared once for locating many quotes. */
export class QuoteLocator {
	private readonly plainWords: string[];

	/** All words as plain letters without spaces, so that "e-mail" and "e mail" are the same. */
	private readonly letters: string;

	/** For each letter's position at which a word begins or ends, the index of that word, else -1. */
	private readonly beginnings: Int32Array;

	private readonly endings: Int32Array;

	private readonly speakers: Set<string>;

	private tolerantSearch: TolerantSearch | undefined;

	constructor(private readonly words: readonly LocatableWord[]) {
		const remembered = rememberedPlainWords();
		this.plainWords = words.map(({ text }) => remembered(text));
		this.speakers = new Set(words.map(({ speaker }) => remembered(speaker ?? '')));
		let before = '';
		const spaced = this.plainWords.map((word) => {
			const gap = gapBetween(before, word);
			if (word !== '') before = word;
			return gap + word;
		});
		this.letters = spaced.join('');
		this.beginnings = new Int32Array(this.letters.length + 1).fill(-1);
		this.endings = new Int32Array(this.letters.length + 1).fill(-1);
		let position = 0;
		spaced.forEach((letters, index) => {
			if (letters === '') return;
			position += letters.length;
			this.beginnings[position - (this.plainWords[index]?.length ?? 0)] = index;
			this.endings[position] = index;
		});
	}

	/** Whether one of those who speak has this name or label. */
	hasSpeaker(name: string): boolean {
		return name.trim() !== '' && this.speakers.has(plainWord(name));
	}

	/**
	 * Finds a quote, tolerant of case, punctuation and small slips.
	 * @param speaker whose words count most where it stands in several places
	 * @returns `undefined` when the transcript does not say this
	 */
	locate(quote: string, speaker?: string): Location | undefined {
		const place: Place = {
			...placeIn(quote, this.speakers),
			...(speaker !== undefined && { speaker: plainWord(speaker) }),
		};
		const words = withoutLabels(quote, this.speakers);
		return (
			this.locateWords(quote, place) ??
			(words === quote ? undefined : this.locateWords(words, place))
		);
	}

	/** Whether a quote that was not found was said but for a word or two. */
	isNearlySaid(quote: string): boolean {
		return this.search().isNear(plainWordsOf(withoutLabels(quote, this.speakers)));
	}

	private locateWords(quote: string, place: Place): Location | undefined {
		const words = plainWordsOf(quote);
		if (words.length === 0) return undefined;
		const [first, ...others] = this.bestOf(this.placesOf(words), place);
		if (first) return { ...first, isExact: true, places: [first, ...others] };
		const passage = this.search().find(words);
		if (!passage) return undefined;
		const range = this.withNegations(passage);
		return { ...range, isExact: passage.slips === 0 && isSame(range, passage), places: [range] };
	}

	/** The places that fit best to where the quote should stand, those without a "not" beside it first. */
	private bestOf(places: WordRange[], place: Place): WordRange[] {
		const distances = places.map(({ first }) => this.distance(first, place));
		const least = Math.min(...distances);
		const best = places.filter((_, i) => distances[i] === least);
		const plain = best.filter((range) => isSame(range, this.withNegations(range)));
		return plain.length > 0 ? plain : best.map((range) => this.withNegations(range));
	}

	private placesOf(words: string[]): WordRange[] {
		const letters = words.map((word, i) => gapBetween(words[i - 1] ?? '', word) + word).join('');
		const places: WordRange[] = [];
		for (
			let at = this.letters.indexOf(letters);
			at >= 0 && places.length < MAX_PLACES;
			at = this.letters.indexOf(letters, at + 1)
		) {
			const first = this.beginnings[at] ?? -1;
			const last = this.endings[at + letters.length] ?? -1;
			if (first >= 0 && last >= 0) places.push({ first, last });
		}
		return places;
	}

	/** 0 where a passage is as good as it gets. */
	private distance(first: number, { startMs, speaker }: Place): number {
		const word = this.words[first];
		// Who speaks is told more reliably than when.
		const isOther = speaker !== undefined && plainWord(word?.speaker ?? '') !== speaker;
		const other = isOther ? Number.MAX_SAFE_INTEGER / 2 : 0;
		if (startMs === undefined || word?.start === undefined) return other;
		// A label has whole seconds.
		return Math.floor(Math.abs(word.start - startMs) / 1_000) + other;
	}

	/** A "not" right outside of what a model copied belongs to it, unless a sentence ends between them. */
	private withNegations({ first, last }: WordRange): WordRange {
		let [from, to] = [first, last];
		while (this.isNegationAt(from - 1) && !this.endsPhrase(from - 1)) from--;
		while (this.isNegationAt(to + 1) && !this.endsPhrase(to)) to++;
		return { first: from, last: to };
	}

	private isNegationAt(index: number): boolean {
		return isNegation(this.plainWords[index] ?? '');
	}

	private endsPhrase(index: number): boolean {
		return /[\p{P}]$/u.test(this.words[index]?.text ?? '') || this.isOtherSpeaker(index);
	}

	private endsSentence(index: number): boolean {
		const text = this.words[index]?.text ?? '';
		return /[.?!…。？！؟।]["'”’»)]?$/u.test(text) || this.isOtherSpeaker(index);
	}

	private isOtherSpeaker(index: number): boolean {
		return this.words[index]?.speaker !== this.words[index + 1]?.speaker;
	}

	private search(): TolerantSearch {
		this.tolerantSearch ??= new TolerantSearch(
			this.plainWords,
			(index) => this.endsSentence(index - 1) || this.endsSentence(index),
		);
		return this.tolerantSearch;
	}
}

/** Of a hundred thousand words few are different ones. */
function rememberedPlainWords(): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		const plain = known.get(text) ?? plainWord(text);
		known.set(text, plain);
		return plain;
	};
}

function plainWordsOf(quote: string): string[] {
	return quote.split(/\s+/).map(plainWord).filter(Boolean);
}

function isSame(one: WordRange, other: WordRange): boolean {
	return one.first === other.first && one.last === other.last;
}
