import { isFirm } from './wordKinds';
import { isStep } from './steps';
import type { TellingWords } from './tellingWords';

/** Where a quote stands: the range of words, the last one included. */
export interface WordRange {
	first: number;
	last: number;
}

/** A share of words that may be left out: models shorten what they copy. */
const TOLERATED_SHARE = 0.2;
/** A shorter quote must match exactly: with one word of four left out it could say anything. */
const MIN_QUOTE = 5;
/** A longer passage that is not there word for word is a retelling, not a quote. */
const MAX_QUOTE = 150;
const FORBIDDEN = 1_000;

/** A passage that differs by one word in three is what the model had in mind; a shorter one could be any. */
const LIKE_SHARE = 0.34;
const MIN_LIKE = 3;

/**
 * Finds passages of which a quote leaves out a few inner words, in the telling words of a transcript.
 * A word that was not said, or stands in place of another, is never a slip, so a passage begins and ends with
 * the quote's own first and last word.
 *
 * A quote with at most k slips, cut into k + 1 pieces, has a piece without a slip. So the pieces' first two
 * words are looked up in an index, and only around such places is the edit distance computed (Sellers'
 * algorithm, in which a passage may begin and end anywhere).
 */
export class TolerantSearch {
	private readonly words: readonly string[];

	private readonly indexes: readonly number[];

	/** For each pair of neighbours the last place where it stands. */
	private readonly lastPlaces = new Map<string, number>();

	/** For each place the one before it where the same pair stands, else -1. */
	private readonly placesBefore: Int32Array;

	private constructor(
		{ words, indexes }: TellingWords,
		private readonly isBorder: (index: number) => boolean,
	) {
		this.words = words;
		this.indexes = indexes;
		this.placesBefore = new Int32Array(words.length).fill(-1);
	}

	/**
	 * Prepares a search step by step, so that others can go on in between.
	 * @param isBorder whether the word of an index begins or ends a sentence or what one speaker says, so that it
	 * must not be left out: a word of the next sentence would pass for the last word of this one
	 */
	static *over(
		telling: TellingWords,
		isBorder: (index: number) => boolean,
	): Generator<void, TolerantSearch> {
		const search = new TolerantSearch(telling, isBorder);
		for (let place = 0; place + 1 < search.words.length; place++) {
			const pair = search.pairAt(search.words, place);
			search.placesBefore[place] = search.lastPlaces.get(pair) ?? -1;
			search.lastPlaces.set(pair, place);
			if (isStep(place)) yield;
		}
		return search;
	}

	private *placesOf(pair: string): Generator<number> {
		let place = this.lastPlaces.get(pair) ?? -1;
		for (; place >= 0; place = this.placesBefore[place] ?? -1) yield place;
	}

	/** The passage that leaves out the fewest words, `undefined` when there is none that leaves out few enough. */
	find(quote: readonly string[]): WordRange | undefined {
		if (quote.length < MIN_QUOTE || quote.length > MAX_QUOTE) return undefined;
		const allowed = Math.floor(quote.length * TOLERATED_SHARE);
		const best = this.bestOf(quote, allowed, STRICT);
		if (!best) return undefined;
		const { [best.first]: first, [best.last]: last } = this.indexes;
		return first === undefined || last === undefined || last < first ? undefined : { first, last };
	}

	/** Whether a passage differs from the quote by a word in three at most, exchanged, added or left out. */
	isNear(quote: readonly string[]): boolean {
		if (quote.length < MIN_LIKE || quote.length > MAX_QUOTE) return false;
		return this.bestOf(quote, Math.floor(quote.length * LIKE_SHARE), LOOSE) !== undefined;
	}

	private bestOf(quote: readonly string[], allowed: number, rule: Rule): Passage | undefined {
		const costs = new Costs(quote, rule);
		let best: Passage | undefined;
		for (const window of this.windowsOf(quote, allowed)) {
			const passage = this.bestIn(window, costs);
			if (passage.slips > allowed) continue;
			if (!best || passage.slips < best.slips) best = passage;
		}
		return best;
	}

	private pairAt(words: readonly string[], place: number): string {
		return `${words[place] ?? ''} ${words[place + 1] ?? ''}`;
	}

	/** Stretches of the transcript in which the quote can stand, in order and without overlap. */
	private windowsOf(quote: readonly string[], allowed: number): WordRange[] {
		const windows: WordRange[] = [];
		for (let piece = 0; piece <= allowed; piece++) {
			const begin = Math.floor((piece * quote.length) / (allowed + 1));
			const end = Math.floor(((piece + 1) * quote.length) / (allowed + 1));
			for (const place of this.placesOf(this.pairAt(quote, begin))) {
				if (!this.standsAt(place, quote, begin, end)) continue;
				windows.push({
					first: Math.max(0, place - begin - allowed),
					last: Math.min(this.words.length - 1, place - begin + quote.length + allowed),
				});
			}
		}
		return merged(windows);
	}

	private standsAt(place: number, quote: readonly string[], begin: number, end: number): boolean {
		for (let i = begin; i < end; i++) {
			if (this.words[place + i - begin] !== quote[i]) return false;
		}
		return true;
	}

	private bestIn({ first, last }: WordRange, costs: Costs): Passage {
		const { length, adding, keepsFixed } = costs;
		// For each number of words of the quote: fewest slips to read them up to the current word, and the
		// word at which that reading begins. Plain loops over numbers: a transcript has 100,000 words.
		let slips = Int32Array.from({ length: length + 1 }, (_, i) => i * adding);
		let nextSlips = new Int32Array(length + 1);
		let begins = new Int32Array(length + 1).fill(first);
		let nextBegins = new Int32Array(length + 1);
		let best: Passage = { slips: FORBIDDEN, first, last };
		for (let at = first; at <= last; at++) {
			const { dropping, replacing } = costs.of(this.words[at] ?? '');
			const isKept = keepsFixed && this.isBorder(this.indexes[at] ?? 0);
			const leavingOut = isKept ? FORBIDDEN : dropping;
			nextBegins[0] = at + 1;
			for (let i = 1; i <= length; i++) {
				const replaced = (slips[i - 1] ?? 0) + (replacing[i - 1] ?? 0);
				const dropped = (slips[i] ?? 0) + leavingOut;
				const added = (nextSlips[i - 1] ?? 0) + adding;
				const least = Math.min(replaced, dropped, added);
				nextSlips[i] = least;
				if (least === replaced) nextBegins[i] = i === 1 ? at : (begins[i - 1] ?? at);
				else nextBegins[i] = (least === dropped ? begins[i] : nextBegins[i - 1]) ?? at;
			}
			[slips, nextSlips] = [nextSlips, slips];
			[begins, nextBegins] = [nextBegins, begins];
			const whole = slips[length] ?? FORBIDDEN;
			if (whole < best.slips) best = { slips: whole, first: begins[length] ?? first, last: at };
		}
		return best;
	}
}

interface Passage extends WordRange {
	slips: number;
}

/** What a difference costs. */
interface Rule {
	/** A word that was not said, or another one in its place. */
	another: number;
	/** Whether what must not be left out may not. */
	keepsFixed: boolean;
}

const STRICT: Rule = { another: FORBIDDEN, keepsFixed: true };
const LOOSE: Rule = { another: 1, keepsFixed: false };

/** How many slips it takes to read one quote's words instead of what was said, worked out once for each word. */
class Costs {
	readonly length: number;

	private readonly known = new Map<string, { dropping: number; replacing: Int32Array }>();

	readonly adding: number;

	readonly keepsFixed: boolean;

	constructor(
		private readonly quote: readonly string[],
		{ another, keepsFixed }: Rule,
	) {
		this.length = quote.length;
		this.adding = another;
		this.keepsFixed = keepsFixed;
	}

	/** Of a word that was said, when the quote leaves it out or has another one in its place. */
	of(said: string): { dropping: number; replacing: Int32Array } {
		const known = this.known.get(said);
		if (known) return known;
		const replacing = Int32Array.from(this.quote, (quoted) => (said === quoted ? 0 : this.adding));
		const isKept = this.keepsFixed && isFirm(said);
		const costs = { dropping: isKept ? FORBIDDEN : 1, replacing };
		this.known.set(said, costs);
		return costs;
	}
}

function merged(windows: WordRange[]): WordRange[] {
	const result: WordRange[] = [];
	for (const { first, last } of windows.sort((one, other) => one.first - other.first)) {
		const before = result.at(-1);
		if (before && first <= before.last) before.last = Math.max(before.last, last);
		else result.push({ first, last });
	}
	return result;
}
