import { LetterIndex } from './letterIndex';
import { isNegation, unspacedNegation } from './negations';
import { plainWord } from './plainWord';
import { readLabels, type Place } from './quoteLabel';
import { spelledOut, spellingsOf } from './spellings';
import { atOnce, inSteps, isStep } from './steps';
import { tellingWords } from './tellingWords';
import { TolerantSearch, type WordRange } from './tolerantSearch';
import { isConjunction } from './wordKinds';

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

/** What is made of a transcript's words once, for all its quotes. */
interface Prepared {
	plainWords: readonly string[];
	speakers: ReadonlySet<string>;
	/** For each word with an umlaut its plain word, by the one that it has without. */
	umlauts: ReadonlyMap<string, string>;
	letters: LetterIndex;
	/** For quotes that leave something out. */
	telling: { letters: LetterIndex; search: TolerantSearch };
}

function* prepare(words: readonly LocatableWord[]): Generator<void, Prepared> {
	const remembered = rememberedPlainWords();
	const plainWords: string[] = [];
	const speakers = new Set<string>();
	const umlauts = new Map<string, string>();
	for (const [i, { text, speaker }] of words.entries()) {
		plainWords.push(remembered(text));
		speakers.add(remembered(speaker ?? ''));
		const other = spelledOut(text);
		if (other !== undefined) umlauts.set(remembered(other), remembered(text));
		if (isStep(i)) yield;
	}
	const letters = yield* LetterIndex.of(plainWords);
	const telling = yield* tellingWords(plainWords);
	const isBorder = (index: number) => endsSentence(words, index - 1) || endsSentence(words, index);
	return {
		plainWords,
		speakers,
		umlauts,
		letters,
		telling: {
			letters: yield* LetterIndex.of(telling.words, telling.indexes),
			search: yield* TolerantSearch.over(telling, isBorder),
		},
	};
}

/** The words of a transcript, prepared once for locating many quotes. */
export class QuoteLocator {
	private readonly plainWords: readonly string[];

	private readonly speakers: ReadonlySet<string>;

	private readonly umlauts: Prepared['umlauts'];

	private readonly letters: LetterIndex;

	private readonly telling: Prepared['telling'];

	private readonly negationsBefore = new Map<number, number>();

	private readonly negationsBehind = new Map<number, number>();

	constructor(
		private readonly words: readonly LocatableWord[],
		{ plainWords, speakers, umlauts, letters, telling }: Prepared = atOnce(prepare(words)),
	) {
		this.plainWords = plainWords;
		this.speakers = speakers;
		this.umlauts = umlauts;
		this.letters = letters;
		this.telling = telling;
	}

	/** The same for a transcript of any length, with something done every few milliseconds. */
	static async prepared(
		words: readonly LocatableWord[],
		between: () => Promise<void>,
	): Promise<QuoteLocator> {
		return new QuoteLocator(words, await inSteps(prepare(words), between));
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
		const { words, place: labelled } = readLabels(quote, this.speakers);
		const place = { ...labelled, ...(speaker !== undefined && { speaker: plainWord(speaker) }) };
		return (
			this.locateWords(quote, place) ??
			(words === quote ? undefined : this.locateWords(words, place))
		);
	}

	/** Whether a quote that was not found was said but for a word or two. */
	isNearlySaid(quote: string): boolean {
		const { words } = atOnce(tellingWords(plainWordsOf(readLabels(quote, this.speakers).words)));
		return this.telling.search.isNear(words);
	}

	private locateWords(quote: string, place: Place): Location | undefined {
		for (const words of spellingsOf(quote, this.umlauts)) {
			const location = this.locatePlain(words, place);
			if (location) return location;
		}
		return undefined;
	}

	private locatePlain(words: readonly string[], place: Place): Location | undefined {
		const exact = this.bestOf(this.letters.placesOf(words), place);
		if (exact) return exact;
		const telling = atOnce(tellingWords(words)).words;
		const { letters, search } = this.telling;
		const withoutFillers = this.bestOf(letters.placesOf(telling), place);
		if (withoutFillers) return withoutFillers;
		const passage = search.find(telling);
		if (!passage) return undefined;
		const range = this.withNegations(passage);
		return { ...range, isExact: false, places: [range] };
	}

	/** The places that fit best to where the quote should stand, those without a "not" beside it first. */
	private bestOf(places: WordRange[], place: Place): Location | undefined {
		const distances = places.map(({ first }) => this.distance(first, place));
		const least = Math.min(...distances);
		const best = places.filter((_, i) => distances[i] === least);
		const plain = best.filter((range) => isSame(range, this.withNegations(range)));
		const shown =
			plain.length > 0 ? plain : distinct(best.map((range) => this.withNegations(range)));
		const [first] = shown;
		return first && { ...first, isExact: true, places: shown };
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

	/**
	 * A "not" right outside of what a model copied belongs to it, also with a word between ("no one told me", "do
	 * not even want"), unless a phrase ends between them.
	 */
	private withNegations({ first, last }: WordRange): WordRange {
		return { first: this.lastNegationFrom(first, -1), last: this.lastNegationFrom(last, 1) };
	}

	/** Remembered for every word on the way: a passage may stand in thousands of places among thousands of "no". */
	private lastNegationFrom(end: number, step: 1 | -1): number {
		const known = step < 0 ? this.negationsBefore : this.negationsBehind;
		const passed: number[] = [];
		let at = end;
		let reached = known.get(at);
		while (reached === undefined) {
			passed.push(at);
			const far = this.negationFrom(at, step);
			if (far === 0) reached = at;
			else {
				at += far * step;
				reached = known.get(at);
			}
		}
		for (const index of passed) known.set(index, reached);
		return reached;
	}

	/** How many words away from an end of a passage a "not" stands that belongs to it; 0 for none. */
	private negationFrom(end: number, step: 1 | -1): number {
		const next = end + step;
		if (this.endsPhrase(Math.min(end, next))) return 0;
		if (this.isNegationAt(next)) return 1;
		const unspaced = unspacedNegation(this.outward(end, step), step < 0 ? 'before' : 'behind');
		if (unspaced > 0) return unspaced;
		const second = next + step;
		const isApart =
			isConjunction(this.plainWords[next] ?? '') || this.endsPhrase(Math.min(next, second));
		return !isApart && this.isNegationAt(second) ? 2 : 0;
	}

	/** The plain words beside an end of a passage, up to where a phrase ends. */
	private *outward(end: number, step: 1 | -1): Generator<string> {
		for (let at = end; !this.endsPhrase(step < 0 ? at - 1 : at); ) {
			at += step;
			const word = this.plainWords[at];
			if (word === undefined) return;
			yield word;
		}
	}

	private isNegationAt(index: number): boolean {
		return isNegation(this.plainWords[index] ?? '');
	}

	private endsPhrase(index: number): boolean {
		return /[\p{P}]$/u.test(this.words[index]?.text ?? '') || isOtherSpeaker(this.words, index);
	}
}

function endsSentence(words: readonly LocatableWord[], index: number): boolean {
	return /[.?!…。？！؟।]["'”’»)]?$/u.test(words[index]?.text ?? '') || isOtherSpeaker(words, index);
}

/** Whether somebody else says the next word. */
function isOtherSpeaker(words: readonly LocatableWord[], index: number): boolean {
	return words[index]?.speaker !== words[index + 1]?.speaker;
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

/** In ascending order; several "no" in a row lead to the same passage. */
function distinct(ranges: readonly WordRange[]): WordRange[] {
	return ranges.filter((range, i) => {
		const before = ranges[i - 1];
		return !before || !isSame(range, before);
	});
}
