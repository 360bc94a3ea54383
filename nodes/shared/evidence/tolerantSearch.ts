import { isFiller, isFirm, isSimilar } from './plainWord';

/** Where a quote stands: the range of words, the last one included. */
export interface WordRange {
	first: number;
	last: number;
}

/** A share of words that may differ: models drop a filler or mend a stutter while they copy. */
const TOLERATED_SHARE = 0.2;
/** A shorter quote must match exactly: with one word of four replaced it could say anything. */
const SHORTEST_QUOTE = 5;
/** A longer passage that is not there word for word is a retelling, not a quote. */
const LONGEST_QUOTE = 150;
/** Replacing a word is dropping one and adding another. */
const UNLIKE_WORD = 2;
const FORBIDDEN = 1_000;

/**
 * Finds passages that differ from a quote in a few words, in a transcript whose words are prepared once.
 *
 * A quote with at most k slips, cut into k + 1 pieces, has a piece without a slip. So the pieces' first two
 * words are looked up in an index, and only around such places is the edit distance computed (Sellers'
 * algorithm, in which a passage may begin and end anywhere).
 */
export class TolerantSearch {
	/** Fillers, repetitions and bare punctuation left out. */
	private readonly words: string[] = [];

	/** For each of them its index in the transcript. */
	private readonly indexes: number[] = [];

	/** For each pair of neighbours the places where it stands. */
	private readonly pairs = new Map<string, number[]>();

	constructor(plainWords: readonly string[]) {
		plainWords.forEach((word, index) => {
			// Of a word said twice the second one counts, where the speaker goes on.
			if (word !== '' && word === this.words.at(-1)) this.indexes[this.indexes.length - 1] = index;
			if (!isTelling(word, this.words.at(-1))) return;
			this.words.push(word);
			this.indexes.push(index);
		});
		for (let place = 0; place + 1 < this.words.length; place++) {
			const pair = this.pairAt(this.words, place);
			const places = this.pairs.get(pair);
			if (places) places.push(place);
			else this.pairs.set(pair, [place]);
		}
	}

	/** The passage with the fewest slips, `undefined` when there is none with few enough. */
	find(plainQuote: readonly string[]): WordRange | undefined {
		const quote: string[] = [];
		for (const word of plainQuote) if (isTelling(word, quote.at(-1))) quote.push(word);
		if (quote.length < SHORTEST_QUOTE || quote.length > LONGEST_QUOTE) return undefined;
		const allowed = Math.floor(quote.length * TOLERATED_SHARE);
		const costs = new Costs(quote);
		let best: Passage | undefined;
		for (const window of this.windowsOf(quote, allowed)) {
			const passage = this.bestIn(window, costs);
			if (passage.slips > allowed || this.cutsMeaning(passage, quote)) continue;
			if (!best || passage.slips < best.slips) best = passage;
		}
		if (!best) return undefined;
		const { [best.first]: first, [best.last]: last } = this.indexes;
		return first === undefined || last === undefined || last < first ? undefined : { first, last };
	}

	private pairAt(words: readonly string[], place: number): string {
		return `${words[place] ?? ''} ${words[place + 1] ?? ''}`;
	}

	/** Stretches of the transcript in which the quote can stand, in order and without overlap. */
	private windowsOf(quote: string[], allowed: number): WordRange[] {
		const windows: WordRange[] = [];
		for (let piece = 0; piece <= allowed; piece++) {
			const begin = Math.floor((piece * quote.length) / (allowed + 1));
			const end = Math.floor(((piece + 1) * quote.length) / (allowed + 1));
			for (const place of this.pairs.get(this.pairAt(quote, begin)) ?? []) {
				if (!this.standsAt(place, quote, begin, end)) continue;
				windows.push({
					first: Math.max(0, place - begin - allowed),
					last: Math.min(this.words.length - 1, place - begin + quote.length + allowed),
				});
			}
		}
		return merged(windows);
	}

	private standsAt(place: number, quote: string[], begin: number, end: number): boolean {
		for (let i = begin; i < end; i++) {
			if (this.words[place + i - begin] !== quote[i]) return false;
		}
		return true;
	}

	/** Leaving out the outermost word must not hide a "not" beside it. */
	private cutsMeaning({ first, last }: WordRange, quote: string[]): boolean {
		return (
			(this.words[first] !== quote[0] && isFirm(this.words[first - 1] ?? '')) ||
			(this.words[last] !== quote.at(-1) && isFirm(this.words[last + 1] ?? ''))
		);
	}

	private bestIn({ first, last }: WordRange, costs: Costs): Passage {
		const { length } = costs.adding;
		// For each number of words of the quote: fewest slips to read them up to the current word, and the
		// word at which that reading begins. Plain loops over numbers: a transcript has 100,000 words.
		let slips = Int32Array.from({ length: length + 1 }, (_, i) => i);
		let nextSlips = new Int32Array(length + 1);
		let begins = new Int32Array(length + 1).fill(first);
		let nextBegins = new Int32Array(length + 1);
		let best: Passage = { slips: FORBIDDEN, first, last };
		for (let at = first; at <= last; at++) {
			const { dropping, replacing } = costs.of(this.words[at] ?? '');
			nextBegins[0] = at + 1;
			for (let i = 1; i <= length; i++) {
				const replaced = (slips[i - 1] ?? 0) + (replacing[i - 1] ?? 0);
				const dropped = (slips[i] ?? 0) + dropping;
				const added = (nextSlips[i - 1] ?? 0) + (costs.adding[i - 1] ?? 0);
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

function isTelling(word: string, before: string | undefined): boolean {
	return word !== '' && !isFiller(word) && word !== before;
}

/** How many slips it takes to read one quote's words instead of what was said, worked out once for each word. */
class Costs {
	/** Of each word of the quote, when nothing like it was said. */
	readonly adding: Int32Array;

	private readonly known = new Map<string, { dropping: number; replacing: Int32Array }>();

	constructor(private readonly quote: readonly string[]) {
		this.adding = Int32Array.from(quote, (word) => (isFirm(word) ? FORBIDDEN : 1));
	}

	/** Of a word that was said, when the quote leaves it out or has another one in its place. */
	of(said: string): { dropping: number; replacing: Int32Array } {
		const known = this.known.get(said);
		if (known) return known;
		const replacing = Int32Array.from(this.quote, (quoted) => replacingCost(said, quoted));
		const costs = { dropping: isFirm(said) ? FORBIDDEN : 1, replacing };
		this.known.set(said, costs);
		return costs;
	}
}

function replacingCost(said: string, quoted: string): number {
	if (said === quoted) return 0;
	if (isFirm(said) || isFirm(quoted)) return FORBIDDEN;
	return isSimilar(said, quoted) ? 1 : UNLIKE_WORD;
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
