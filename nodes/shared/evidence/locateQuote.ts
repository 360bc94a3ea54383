import { gapBetween, isNegation, plainWord } from './plainWord';
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

	constructor(private readonly words: readonly LocatableWord[]) {
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
		const place = placeIn(quote);
		const words = withoutLabels(quote, this.speakers);
		const range =
			this.locateWords(quote, place) ??
			(words === quote ? undefined : this.locateWords(words, place));
		return range && this.withNegations(range);
	}

	private locateWords(quote: string, place: Place): WordRange | undefined {
		const words = quote.split(/\s+/).map(plainWord).filter(Boolean);
		if (words.length === 0) return undefined;
		return this.locateExactly(words, place) ?? this.locateTolerantly(words);
	}

	/** The passage that fits best to where the model says that it stands, else the first one. */
	private locateExactly(words: string[], place: Place): WordRange | undefined {
		const letters = words.map((word, i) => gapBetween(words[i - 1] ?? '', word) + word).join('');
		let best: (WordRange & { distance: number }) | undefined;
		for (
			let at = this.letters.indexOf(letters);
			at >= 0;
			at = this.letters.indexOf(letters, at + 1)
		) {
			const first = this.beginnings.get(at);
			const last = this.endings.get(at + letters.length);
			if (first === undefined || last === undefined) continue;
			const distance = this.distance(first, place);
			if (!best || distance < best.distance) best = { first, last, distance };
			if (distance === 0) break;
		}
		return best && { first: best.first, last: best.last };
	}

	/** 0 where a passage is as good as it gets. */
	private distance(first: number, { startMs, speaker }: Place): number {
		const word = this.words[first];
		const other = speaker === undefined || plainWord(word?.speaker ?? '') === speaker ? 0 : 1;
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

	private locateTolerantly(words: string[]): WordRange | undefined {
		this.tolerantSearch ??= new TolerantSearch(
			this.plainWords,
			(index) => this.endsSentence(index - 1) || this.endsSentence(index),
		);
		return this.tolerantSearch.find(words);
	}
}

/** Where a quote stands by the label that a model copied along with it. */
interface Place {
	startMs?: number;
	/** As a plain word. */
	speaker?: string;
}

function placeIn(quote: string): Place {
	const label = quote.trimStart().slice(0, 60);
	const [, time] = /^\[(\d{1,3}(?::\d\d){1,2})\]/.exec(label) ?? [];
	const [, name] = /^(?:\[[\d:]+\] ?)?(?:speaker )?([^:[\]\n]{1,40}):/i.exec(label) ?? [];
	return {
		...(time !== undefined && { startMs: 1_000 * secondsOf(time) }),
		...(name !== undefined && { speaker: plainWord(name) }),
	};
}

function secondsOf(time: string): number {
	return time.split(':').reduce((seconds, part) => 60 * seconds + Number(part), 0);
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
