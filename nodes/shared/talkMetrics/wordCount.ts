import type { Utterance } from '../api/transcriptSchema';

/** Made once: making it takes about as long as reading a sentence by it. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The service's words where it tells them; in scripts without spaces the text alone is read otherwise. */
export function wordCountOf({ words, text }: Utterance): number {
	if (words?.length) return words.length;
	let count = 0;
	for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
	return count;
}
