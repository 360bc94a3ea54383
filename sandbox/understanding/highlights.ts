import { stems } from '../model/words';
import type { LabelledWord } from '../speechToText/jobs/speech';

const MOST = 15;

/** Words that come back: those said at least twice and not mere function words, the most frequent first. */
export function highlights(words: LabelledWord[]): unknown[] {
	const groups = new Map<string, LabelledWord[]>();
	for (const word of words) {
		const [stem] = stems(word.text);
		if (stem === undefined || !/\p{L}{3}/u.test(stem)) continue;
		groups.set(stem, [...(groups.get(stem) ?? []), word]);
	}
	const repeated = [...groups.values()].filter(({ length }) => length >= 2);
	const top = repeated.sort((a, b) => b.length - a.length).slice(0, MOST);
	const most = top[0]?.length ?? 1;
	return top.map((said) => ({
		count: said.length,
		rank: Math.round((said.length / most) * 100) / 100,
		text: (said[0]?.text ?? '').replace(/[^\p{L}\p{N}'’-]/gu, '').toLowerCase(),
		timestamps: said.map(({ start, end }) => ({ start, end })),
	}));
}
