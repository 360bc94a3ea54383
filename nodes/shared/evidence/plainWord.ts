import { digitsOf } from './numberWords';

/**
 * Keeps digits apart that a sign or a space keeps apart: "1.5" and "1 5" must not read as "15". Any sign will
 * do that no word is spelled with.
 */
const GAP = '٫';

/**
 * A word as far as it matters for finding it again: its letters and digits in lower case without accents, vowel
 * signs and contractions, so that what is only spelled in another way is the same.
 * Marks that are letters of their own in scripts such as Devanagari stay.
 */
export function plainWord(text: string): string {
	const word = text
		.toLowerCase()
		.replace(/’/g, "'")
		.replace(/[^\p{L}\p{N}']/gu, '');
	return CONTRACTIONS.get(word) ?? withDigits(text);
}

/** "two-year" must read like "two year", of which the first word is a number. */
function withDigits(text: string): string {
	const letters = lettersOf(text);
	const whole = digitsOf(letters);
	if (whole !== undefined || !HYPHEN.test(text)) return whole ?? letters;
	const parts = text.split(HYPHEN).map(lettersOf);
	if (parts.every((part) => digitsOf(part) === undefined)) return letters;
	return parts
		.map((part) => digitsOf(part) ?? part)
		.reduce((joined, part) => joined + gapBetween(joined, part) + part, '');
}

const HYPHEN = /(?<=\p{L})\p{Pd}(?=\p{L})/u;

function lettersOf(text: string): string {
	return (
		text
			.normalize('NFKD')
			.toLowerCase()
			.replace(/%/g, 'percent')
			// The sign before each third digit is only there to read it better: 1,299 is 1299.
			.replace(/(\d)[.,'’](?=\d{3}(?!\d))/g, '$1')
			.replace(/(\d)[^\p{L}\p{N}]+(?=\d)/gu, `$1${GAP}`)
			.replace(
				/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u093c\u0640]|[^\p{L}\p{M}\p{N}٫]/gu,
				'',
			)
			.replace(/[ßæœı]|\u0901/g, (letter) => SPELLED[letter] ?? letter)
	);
}

/** Letters that do not decompose and are commonly written in another way. */
const SPELLED: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', '\u0901': '\u0902' };

const allOf = (words: string, pair: (word: string) => ReadonlyArray<readonly [string, string]>) =>
	words.split(' ').flatMap(pair);

/** Words that are also written as two or as a sign, and OK; without the apostrophe only where no other word is meant. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
	...allOf('do does did is are was were has have had could would should must need', (verb) => [
		[`${verb}n't`, `${verb}not`],
		[`${verb}nt`, `${verb}not`],
	]),
	...([
		["won't", 'willnot'],
		['wont', 'willnot'],
		["can't", 'cannot'],
		['cant', 'cannot'],
		['okay', 'ok'],
		['prozent', 'percent'],
		['procent', 'percent'],
		['prosent', 'percent'],
		["i'm", 'iam'],
		["let's", 'letus'],
		['gonna', 'goingto'],
		['wanna', 'wantto'],
		['gotta', 'gotto'],
	] as const),
	...allOf('you we they', (who) => [[`${who}'re`, `${who}are`]]),
	...allOf('i you we they', (who) => [[`${who}'ve`, `${who}have`]]),
	...allOf('i you he she it we they', (who) => [
		[`${who}'ll`, `${who}will`],
		[`${who}'d`, `${who}would`],
	]),
	// "It's" may be "it has" as well, which is then another word and not found.
	...allOf('it he she that what there here who where how', (who) => [[`${who}'s`, `${who}is`]]),
	...allOf('he she that what there', (who) => [[`${who}s`, `${who}is`]]),
]);

/** What stands between two plain words when they are written without spaces. */
export function gapBetween(before: string, after: string): string {
	return /\d$/.test(before) && /^\d/.test(after) ? GAP : '';
}

export function plainSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' ').map(plainWord));
}
