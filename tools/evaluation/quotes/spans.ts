import { plainWord } from '../../../nodes/shared/evidence/plainWord';
import type { Random } from '../../chaos/random';
import type { Turn } from '../set/labelledSet';

/** Models quote neither a word nor a speech. */
export const SHORTEST = 5;
export const LONGEST = 20;

/** Some words of one turn, next to each other. */
export interface Span {
	words: string[];
	turn: Turn;
}

/** A span of each turn that is long enough, drawn by chance. */
export function spansOf(turns: readonly Turn[], random: Random): Span[] {
	return turns.flatMap((turn) => {
		const words = turn.text.split(/\s+/).filter((word) => plainWord(word) !== '');
		if (words.length < SHORTEST) return [];
		const length = SHORTEST + random.below(Math.min(words.length, LONGEST) - SHORTEST + 1);
		const first = random.below(words.length - length + 1);
		return [{ words: words.slice(first, first + length), turn }];
	});
}

/** The letters of some words one after the other, as quotes are compared. */
export function lettersOf(words: readonly string[]): string {
	return words.map(plainWord).filter(Boolean).join(' ');
}

/** Whether these words stand next to each other in a text of such letters. */
export function stands(words: readonly string[], letters: string): boolean {
	return ` ${letters} `.includes(` ${lettersOf(words)} `);
}
