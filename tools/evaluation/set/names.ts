import type { LabelledCall } from './labelledSet';

/** Words with a capital that do not begin a sentence, in transcripts that have capitals at all. */
export function namesIn(calls: readonly LabelledCall[]): string[] {
	const names = new Set<string>();
	for (const { text } of calls.flatMap(({ turns }) => turns)) {
		let before = '.';
		for (const word of text.split(/\s+/)) {
			const bare = word.replace(/[^\p{L}]/gu, '');
			const isInside = !/[.?!]$/.test(before);
			if (isInside && /^\p{Lu}\p{Ll}{2,}$/u.test(bare)) names.add(bare);
			before = word;
		}
	}
	return [...names].sort();
}
