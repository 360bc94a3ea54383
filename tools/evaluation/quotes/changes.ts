import { isNegation } from '../../../nodes/shared/evidence/negations';
import { plainWord } from '../../../nodes/shared/evidence/plainWord';
import type { Random } from '../../chaos/random';

export const CHANGES = [
	'number changed',
	'negation added',
	'negation left out',
	'name changed',
] as const;

export type Change = (typeof CHANGES)[number];

const UNITS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** After which "not" can stand. */
const AUXILIARIES = new Set(
	'is are was were am do does did has have had can could will would should must may might'.split(
		' ',
	),
);

export interface Names {
	known: readonly string[];
	others: readonly string[];
}

/**
 * The words with one of them changed, so that they say something else.
 * @param names those that are known, and those that may take the place of one
 * @returns undefined where there is nothing to change in this way
 */
export function changed(
	words: readonly string[],
	change: Change,
	names: Names,
	random: Random,
): string[] | undefined {
	switch (change) {
		case 'number changed':
			return replaceOne(words, random, otherNumber);
		case 'name changed':
			return replaceOne(words, random, (word) => otherName(word, names, random));
		case 'negation left out':
			return removeOne(words, random);
		case 'negation added':
			return addOne(words, random);
	}
}

function replaceOne(
	words: readonly string[],
	random: Random,
	other: (word: string) => string | undefined,
): string[] | undefined {
	const places = words.flatMap((word, i) => {
		const instead = other(word);
		return instead === undefined ? [] : [{ i, instead }];
	});
	const place = places[random.below(places.length)];
	return place && words.map((word, i) => (i === place.i ? place.instead : word));
}

function otherNumber(word: string): string | undefined {
	const plain = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	const unit = UNITS.indexOf(plain);
	if (unit >= 0) return UNITS[(unit + 1) % UNITS.length];
	return /\d/.test(word) ? nextDigit(word) : undefined;
}

function nextDigit(word: string): string {
	return word.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) % 9) + 1));
}

function otherName(word: string, { known, others }: Names, random: Random): string | undefined {
	const isName = known.some((name) => plainWord(name) === plainWord(word));
	return isName ? others[random.below(others.length)] : undefined;
}

function removeOne(words: readonly string[], random: Random): string[] | undefined {
	const places = words.flatMap((word, i) => (isNegation(plainWord(word)) ? [i] : []));
	const place = places[random.below(places.length)];
	if (place === undefined) return undefined;
	const word = words[place] ?? '';
	const positive = word.replace(/n['’]t/i, '');
	if (positive !== word && positive !== '')
		return words.map((one, i) => (i === place ? positive : one));
	// At an end it would only be a shorter quote, and after a comma an answer: both are still what was said.
	const isInside = place > 0 && place < words.length - 1 && !/[,.!?]$/.test(word);
	return isInside ? words.filter((_, i) => i !== place) : undefined;
}

function addOne(words: readonly string[], random: Random): string[] | undefined {
	if (words.some((word) => isNegation(plainWord(word)))) return undefined;
	const places = words.flatMap((word, i) =>
		i < words.length - 1 && AUXILIARIES.has(word.toLowerCase()) ? [i] : [],
	);
	const place = places[random.below(places.length)];
	return place === undefined
		? undefined
		: [...words.slice(0, place + 1), 'not', ...words.slice(place + 1)];
}
