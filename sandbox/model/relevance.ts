import { FAMILIES } from './lexicon';
import type { Question } from './prompt';
import { sentencesOfRole, roleAskedFor } from './speakers';
import type { Sentence } from './transcriptLines';
import { stem, stems } from './words';

export interface Match {
	sentence: Sentence;
	score: number;
	/** Words of the sentence that bear on the question, as they were said. */
	shared: string[];
}

/** Words of the asking itself: they say nothing of what is asked for. */
const ASKING = new Set(
	`quote best show shows showing level agent customer caller client representative rep speaker speakers call
	conversation recording transcript question answer mention mentions mentioned say says said tell tells ask
	asks asked give gives reason overall sentiment does did is was sentence phrase following whether express
	expresses many much detail details name`
		.split(/\s+/)
		.map(stem),
);

// What a question names outweighs what is merely related to it.
const NAMED_WEIGHT = 2;
const RELATED_WEIGHT = 1;
const PHRASE_WEIGHT = 1;

/** Sentences that bear on a question, best first; those that share nothing with it are left out. */
export function matches(question: Question, sentences: Sentence[]): Match[] {
	const subject = subjectOf(question);
	const families = FAMILIES.filter(({ names }) => subject.some((word) => names.has(word)));
	const pool = sentencesOfRole(sentences, roleAskedFor(question));
	const rarity = rarityIn(sentences);
	return pool
		.map((sentence) => {
			const shared = new Set<string>();
			let score = 0;
			for (const word of new Set(sentence.stems)) {
				const weight = subject.includes(word)
					? NAMED_WEIGHT + rarity(word)
					: families.some(({ related }) => related.has(word))
						? RELATED_WEIGHT
						: 0;
				if (weight > 0) shared.add(word);
				score += weight;
			}
			for (const { phrases } of families) {
				for (const phrase of sentence.text.match(phrases) ?? []) {
					score += PHRASE_WEIGHT;
					if (/\p{L}/u.test(phrase)) shared.add(phrase);
				}
			}
			return { sentence, score: score * fullness(sentence), shared: spokenForms(sentence, shared) };
		})
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score);
}

export function subjectOf({ question }: Pick<Question, 'question'>): string[] {
	return [...new Set(stems(question))].filter((word) => !ASKING.has(word));
}

/** Between 0 for a word in every sentence and 1 for a word in one. */
function rarityIn(sentences: Sentence[]): (word: string) => number {
	const total = Math.max(2, sentences.length);
	return (word) => {
		const count = sentences.filter((sentence) => sentence.stems.includes(word)).length;
		return 1 - Math.log(Math.max(1, count)) / Math.log(total);
	};
}

/** A sentence of two words is a poor witness. */
function fullness({ text }: Sentence): number {
	const length = text.split(/\s+/).length;
	return Math.min(1, 0.4 + length / 10);
}

/** The words of a sentence behind their stems, as they were said. */
export function spokenForms({ text }: Sentence, shared: Iterable<string>): string[] {
	const spoken = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
	const found = [...shared].map((part) =>
		part.includes(' ')
			? part
			: (spoken.find((word) => stem(word.toLowerCase().replace(/['’]/g, '')) === part) ?? part),
	);
	return [...new Set(found.map((word) => word.toLowerCase()))];
}
