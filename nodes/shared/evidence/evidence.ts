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
			quote: textOf(passage),
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
