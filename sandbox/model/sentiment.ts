import { NEGATIVE, NEGATORS, POSITIVE, SAYINGS } from './lexicon';
import type { Sentence } from './transcriptLines';
import { stem, words } from './words';

export interface Feeling {
	positive: number;
	negative: number;
	/** What was counted, as it was said, each once. */
	warmWords: string[];
	unhappyWords: string[];
}

const noFeeling = (): Feeling => ({ positive: 0, negative: 0, warmWords: [], unhappyWords: [] });

export type Mood = 'positive' | 'neutral' | 'negative';

const NEGATION_REACH = 3;

/** Counts warm and unhappy words; a negation up to three words earlier turns a word round. */
export function feelingOf(text: string): Feeling {
	const feeling = noFeeling();
	let rest = text;
	for (const { pattern, value } of SAYINGS) {
		rest = rest.replace(pattern, (saying) => {
			add(feeling, saying.toLowerCase(), value);
			return ' . ';
		});
	}
	const said = words(rest);
	said.forEach((word, position) => {
		const value = valueOf(stem(word));
		if (value === 0) return;
		const before = said.slice(Math.max(0, position - NEGATION_REACH), position);
		add(feeling, word, before.some((earlier) => NEGATORS.has(earlier)) ? -value : value);
	});
	return feeling;
}

export function feelingOfAll(sentences: Sentence[]): Feeling {
	const total = noFeeling();
	for (const { text } of sentences) {
		const { positive, negative, warmWords, unhappyWords } = feelingOf(text);
		total.positive += positive;
		total.negative += negative;
		total.warmWords = [...new Set([...total.warmWords, ...warmWords])];
		total.unhappyWords = [...new Set([...total.unhappyWords, ...unhappyWords])];
	}
	return total;
}

/** One side must clearly outweigh the other; a single word among many sentences is no mood. */
export function moodOf({ positive, negative }: Feeling): Mood {
	if (positive >= 2 * negative && positive > 0) return 'positive';
	if (negative > 0 && negative >= 1.5 * positive) return 'negative';
	return 'neutral';
}

/** The sentence in which a mood shows best: the strongest, the longer one of equals; never none. */
export function sentenceOfMood(sentences: Sentence[], mood: Mood): Sentence | undefined {
	const strength = ({ text, stems }: Sentence) => {
		const { positive, negative } = feelingOf(text);
		const balance = positive - negative;
		const fit = mood === 'positive' ? balance : mood === 'negative' ? -balance : -Math.abs(balance);
		return fit + Math.min(stems.length, 10) / 100;
	};
	return [...sentences].sort((a, b) => strength(b) - strength(a))[0];
}

function valueOf(stemmed: string): -1 | 0 | 1 {
	if (POSITIVE.has(stemmed)) return 1;
	return NEGATIVE.has(stemmed) ? -1 : 0;
}

function add(feeling: Feeling, saying: string, value: number): void {
	if (value > 0) {
		feeling.positive += 1;
		feeling.warmWords.push(saying);
	}
	if (value < 0) {
		feeling.negative += 1;
		feeling.unhappyWords.push(saying);
	}
}
