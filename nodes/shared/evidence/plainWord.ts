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
			.replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]|[^\p{L}\p{M}\p{N}٫]/gu, '')
			.replace(/[ßæœı]|\u0901/g, (letter) => SPELLED[letter] ?? letter)
	);
}

/** Letters that do not decompose and are commonly written in another way. */
const SPELLED: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', '\u0901': '\u0902' };

/** Words that are also written as two or as a sign, and OK; without the apostrophe only where no other word is meant. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
	...'do does did is are was were has have had could would should must need'
		.split(' ')
		.flatMap((verb) => [`${verb}n't`, `${verb}nt`].map((word) => [word, `${verb}not`] as const)),
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
	] as const),
	...['you', 'we', 'they'].map((who) => [`${who}'re`, `${who}are`] as const),
	...['i', 'you', 'we', 'they'].map((who) => [`${who}'ve`, `${who}have`] as const),
	...['i', 'you', 'he', 'she', 'it', 'we', 'they'].map(
		(who) => [`${who}'ll`, `${who}will`] as const,
	),
]);

/** What stands between two plain words when they are written without spaces. */
export function gapBetween(before: string, after: string): string {
	return /\d$/.test(before) && /^\d/.test(after) ? GAP : '';
}

/** Said without meaning anything, so a model leaves them out when it copies. */
const FILLERS = plainSet(
	'um umm uh uhm er erm ehm hm hmm mhm mm ah eh äh ähm öh euh heu эм мм えっと えーと ええと うーん 嗯 呃 음',
);

export function isFiller(plain: string): boolean {
	return FILLERS.has(plain);
}

function plainSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' ').map(plainWord));
}

const ENGLISH_NEGATION =
	/^((do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|will|shall)not|kein\w*)$/;
const NEGATIONS = plainSet(
	'no not non none nor never neither nothing nobody nowhere cannot without hardly barely scarcely aint nicht kaum nie niemals nichts niemand ' +
		'ohne ne pas jamais sans rien aucun aucune personne nunca jamás sin nada nadie ningún ninguno ninguna mai ' +
		'senza niente nessuno nessuna nulla não nem ninguém nenhum nenhuma sem niet geen nooit niets niemand nie nic ' +
		'nikt nigdy bez не нет ни без никогда никто ничего нельзя değil yok hayır hiç asla لا لم لن ليس ليست بدون غير ' +
		'नहीं मत ना बिना 안 못 아니 아니요 아뇨 不 没 沒 未 无 別 别 没有 ない ません なかった ไม่ มิได้ ' +
		'inte aldrig ingen inget inga utan ikke aldri ingenting ei eivät není nikdo nikdy ничего не ні немає ніхто nu fără ' +
		'niciodată nimeni nem soha senki δεν μην κανείς τίποτα χωρίς לא אין בלי không chưa chẳng đừng tidak bukan jangan ' +
		'belum هیچ نه না নেই নয় இல்லை',
);
const CONJUNCTIONS = plainSet(
	'and but or so because if when that und aber oder weil dass wenn et mais ou que y o pero porque e mas ma perché en ' +
		'maar of och men eller i a ale и но а что 但 но ve ama لكن و और लेकिन',
);
const NUMBER =
	/\d|^(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|half|twice|double)$/;

/** Whether a word turns what stands beside it into its contrary, in a language that is known here. */
export function isNegation(plain: string): boolean {
	return NEGATIONS.has(plain) || ENGLISH_NEGATION.test(plain);
}

/** Whether a word joins what stands before it to something else, in a language that is known here. */
export function isConjunction(plain: string): boolean {
	return CONJUNCTIONS.has(plain);
}

/** Whether a word is a number, in digits or in English. */
export function isNumber(plain: string): boolean {
	return NUMBER.test(plain);
}

/** Words that turn what is said into something else when they are left out. */
export function isFirm(plain: string): boolean {
	return isNegation(plain) || isNumber(plain);
}
