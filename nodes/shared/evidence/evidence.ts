import { QuoteLocator, type LocatableWord } from './locateQuote';
import { plainWord } from './plainWord';
import type { WordRange } from './tolerantSearch';

/**
 * What a passage cannot be relied on for: nobody said it, somebody said nearly this, it stands in several places
 * and nothing tells which one is meant, or these are the words of somebody else than asked for.
 */
export type EvidenceProblem = 'notFound' | 'otherSpeaker' | 'severalPlaces' | 'wordDiffers';

/** The passage that supports an answer. */
export interface Evidence {
	/** The transcript's own words where the passage was found there, else what the model gave; null for none. */
	quote: string | null;
	/** Whether the passage was said as a whole, by whom it was asked for. */
	verified: boolean;
	/** Whether the model left nothing out of it but fillers and repetitions. */
	exact: boolean;
	problem: EvidenceProblem | null;
	/** Null where several speak, or where several said it. */
	speaker: string | null;
	/** Milliseconds from the start of the recording; null where the transcript has no times. */
	start: number | null;
	end: number | null;
}

/** Whether there is a quote that cannot be relied on. */
export function isUnverified({ quote, verified }: Evidence): boolean {
	return quote !== null && !verified;
}

const NOWHERE = { verified: false, exact: false, speaker: null, start: null, end: null };

/** Looks up quotes in one transcript. */
export class EvidenceFinder {
	constructor(
		private readonly words: readonly LocatableWord[],
		private readonly locator = new QuoteLocator(words),
	) {}

	/**
	 * The same for a transcript of any length.
	 * @param giveWay lets others in the same process go on, every few milliseconds
	 */
	static async prepared(
		words: readonly LocatableWord[],
		giveWay: () => Promise<void>,
	): Promise<EvidenceFinder> {
		return new EvidenceFinder(words, await QuoteLocator.prepared(words, giveWay));
	}

	/**
	 * @param saidBy whose words count, as the transcript names the speaker; a name that it does not have, such as a
	 * role that nobody was identified by, is left to the model
	 */
	find(quote: string, saidBy = ''): Evidence {
		if (quote === '') return { quote: null, ...NOWHERE, problem: null };
		const speaker = this.locator.hasSpeaker(saidBy) ? saidBy : undefined;
		const location = this.locator.locate(quote, speaker);
		if (!location) {
			const problem = this.locator.isNearlySaid(quote) ? 'wordDiffers' : 'notFound';
			return { quote, ...NOWHERE, problem };
		}
		const passages = location.places.map((place) => this.passageAt(place));
		const [passage] = passages;
		if (!passage) return { quote, ...NOWHERE, problem: 'notFound' };
		const isOther =
			speaker !== undefined && !passages.some((one) => isSameSpeaker(one.speaker, speaker));
		if (isOther) return { ...passage, verified: false, exact: false, problem: 'otherSpeaker' };
		const found = { verified: true, exact: location.isExact };
		if (passages.length === 1) return { ...passage, ...found, problem: null };
		const isOneSpeaker = passages.every((one) => one.speaker === passage.speaker);
		return {
			quote: passage.quote,
			...found,
			problem: 'severalPlaces',
			speaker: isOneSpeaker ? passage.speaker : null,
			start: null,
			end: null,
		};
	}

	private passageAt({ first, last }: WordRange) {
		const passage = this.words.slice(first, last + 1);
		return {
			quote: textOf(passage),
			speaker: speakerOf(passage),
			start: passage[0]?.start ?? null,
			end: passage.at(-1)?.end ?? null,
		};
	}
}

function isSameSpeaker(one: string | null, other: string): boolean {
	return one !== null && plainWord(one) === plainWord(other);
}

/** An interjection of somebody else does not change whose words they are; a dialogue has no one speaker. */
const SHARE_OF_ONE_SPEAKER = 0.8;

function speakerOf(passage: readonly LocatableWord[]): string | null {
	const counts = new Map<string, number>();
	for (const { speaker } of passage) {
		if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
	}
	// Words of somebody else at an end are no interjection: then the passage is a dialogue.
	if (passage[0]?.speaker !== passage.at(-1)?.speaker) return null;
	const [most] = [...counts].sort(([, one], [, other]) => other - one);
	return most && most[1] >= passage.length * SHARE_OF_ONE_SPEAKER ? most[0] : null;
}

/** Written without spaces between words. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_END = new RegExp(`(?:${UNSPACED.source}|[\\u3000-\\u303f\\uff00-\\uff65])$`, 'u');
const UNSPACED_START = new RegExp(`^(?:${UNSPACED.source}|[\\u3000-\\u303f\\uff00-\\uff65])`, 'u');

function textOf(passage: readonly LocatableWord[]): string {
	const parts: string[] = [];
	let before = '';
	for (const { text } of passage) {
		const glued = before === '' || (UNSPACED_END.test(before) && UNSPACED_START.test(text));
		parts.push(glued ? '' : ' ', text);
		before = text;
	}
	return parts.join('');
}

/** The words of a plain text, which have neither speakers nor times. */
export function wordsOfText(text: string): LocatableWord[] {
	const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
	const words: LocatableWord[] = [];
	for (const word of text.split(/\s+/)) {
		if (word === '') continue;
		if (!UNSPACED.test(word)) words.push({ text: word });
		else for (const { segment } of segmenter.segment(word)) words.push({ text: segment });
	}
	return words;
}
