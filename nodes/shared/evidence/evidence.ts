import { QuoteLocator, type LocatableWord } from './locateQuote';

/** The passage that supports an answer. */
export interface Evidence {
	/** The transcript's own words where the passage was found there, else what the model gave; null for none. */
	quote: string | null;
	/** Whether the passage stands in the transcript. */
	verified: boolean;
	speaker: string | null;
	/** Milliseconds from the start of the recording; null where the transcript has no times. */
	start: number | null;
	end: number | null;
}

/** Looks up quotes in one transcript. */
export class EvidenceFinder {
	private readonly locator: QuoteLocator;

	constructor(private readonly words: readonly LocatableWord[]) {
		this.locator = new QuoteLocator(words);
	}

	find(quote: string): Evidence {
		if (quote === '')
			return { quote: null, verified: false, speaker: null, start: null, end: null };
		const range = this.locator.locate(quote);
		if (!range) return { quote, verified: false, speaker: null, start: null, end: null };
		const passage = this.words.slice(range.first, range.last + 1);
		const [first] = passage;
		return {
			quote: passage.map(({ text }) => text).join(' '),
			verified: true,
			speaker: speakerOf(passage),
			start: first?.start ?? null,
			end: passage.at(-1)?.end ?? null,
		};
	}
}

/** An interjection of somebody else does not change whose words they are; a dialogue has no one speaker. */
const SHARE_OF_ONE_SPEAKER = 0.8;

function speakerOf(passage: readonly LocatableWord[]): string | null {
	const counts = new Map<string, number>();
	for (const { speaker } of passage) {
		if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
	}
	const [most] = [...counts].sort(([, one], [, other]) => other - one);
	return most && most[1] >= passage.length * SHARE_OF_ONE_SPEAKER ? most[0] : null;
}

/** The words of a plain text, which have neither speakers nor times. */
export function wordsOfText(text: string): LocatableWord[] {
	return text
		.split(/\s+/)
		.filter(Boolean)
		.map((word) => ({ text: word }));
}
