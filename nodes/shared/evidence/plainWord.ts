/**
 * Keeps digits apart that a sign or a space keeps apart: "1.5" and "1 5" must not read as "15". Any sign will
 * do that no word is spelled with.
 */
const GAP = '٫';

/**
 * A word as far as it matters for finding it again: its letters and digits in lower case without accents.
 * Marks that are letters of their own in scripts such as Devanagari stay.
 */
export function plainWord(text: string): string {
	return (
		text
			.normalize('NFKD')
			.toLowerCase()
			// The sign before each third digit is only there to read it better: 1,299 is 1299.
			.replace(/(\d)[.,'’](?=\d{3}(?!\d))/g, '$1')
			.replace(/(\d)[^\p{L}\p{N}]+(?=\d)/gu, `$1${GAP}`)
			.replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}٫]/gu, '')
	);
}

/** What stands between two plain words when they are written without spaces. */
export function gapBetween(before: string, after: string): string {
	return /\d$/.test(before) && /^\d/.test(after) ? GAP : '';
}

/** Said without meaning anything, so a model leaves them out when it copies. */
const FILLERS = new Set('um umm uh uhm er erm ehm hm hmm mhm mm ah eh'.split(' '));

export function isFiller(plain: string): boolean {
	return FILLERS.has(plain);
}

const NEGATION =
	/^(no|not|non|none|nor|never|neither|nothing|nobody|nowhere|cannot|without|hardly|(do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|ai)nt|nicht|kein\w*|nie|niemals|ohne|ne|pas|jamais|sans|nunca|jamas|sin|mai|senza|nao|sem|niet|geen|nooit)$/;
const NUMBER =
	/\d|^(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|half|twice|double)$/;

/** Words that turn what is said into something else when they are dropped, added or replaced. */
export function isFirm(plain: string): boolean {
	return NEGATION.test(plain) || NUMBER.test(plain);
}

const SHORTEST_WORD_WITH_SLIP = 5;
const SHORTEST_WORD_WITH_TWO_SLIPS = 9;

/** Whether two plain words are spellings of one: color and colour, recommend and recommended. */
export function isSimilar(one: string, other: string): boolean {
	const length = Math.min(one.length, other.length);
	if (length < SHORTEST_WORD_WITH_SLIP || one[0] !== other[0]) return false;
	const allowed = length < SHORTEST_WORD_WITH_TWO_SLIPS ? 1 : 2;
	return Math.abs(one.length - other.length) <= allowed && editDistance(one, other) <= allowed;
}

function editDistance(one: string, other: string): number {
	let before = Array.from({ length: other.length + 1 }, (_, i) => i);
	for (let i = 1; i <= one.length; i++) {
		const row = [i];
		for (let j = 1; j <= other.length; j++) {
			const replaced = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			row.push(Math.min(replaced, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		before = row;
	}
	return before[other.length] ?? 0;
}
