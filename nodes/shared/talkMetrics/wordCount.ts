import type { Utterance } from '../api/transcriptSchema';

/** The service's words where it tells them; in scripts without spaces the text alone is read otherwise. */
export function wordCountOf({ words, text }: Utterance): number {
	if (words?.length) return words.length;
	const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
	return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
