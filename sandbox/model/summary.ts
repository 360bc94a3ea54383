import type { Sentence } from './transcriptLines';

const USUAL_SENTENCES = 3;

/** The sentences that hold most of what the whole text keeps coming back to, in the order they were said. */
export function summarize(sentences: Sentence[], count = USUAL_SENTENCES): string {
	const counts = new Map<string, number>();
	for (const { stems } of sentences) {
		for (const word of stems) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const weight = ({ stems }: Sentence) =>
		[...new Set(stems)].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
	const best = new Set([...sentences].sort((a, b) => weight(b) - weight(a)).slice(0, count));
	return sentences
		.filter((sentence) => best.has(sentence))
		.map(({ text }) => text)
		.join(' ');
}
