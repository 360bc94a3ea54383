/**
 * English numbers that are certain to be numbers, by their letters without a hyphen. "One" is a pronoun as well,
 * and words of other languages mean another number or none in English ("once", "dix").
 */
const UNITS = 'two three four five six seven eight nine'.split(' ');
const TEENS =
	'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const DIGITS: ReadonlyMap<string, string> = new Map([
	...UNITS.map((word, i) => [word, `${i + 2}`] as const),
	...TEENS.map((word, i) => [word, `${i + 10}`] as const),
	...TENS.flatMap((tens, i) => [
		[tens, `${i + 2}0`] as const,
		...['one', ...UNITS].map((unit, j) => [`${tens}${unit}`, `${i + 2}${j + 1}`] as const),
	]),
]);

/** The digits of an English number word; transcribers write "20" and models "twenty". */
export function digitsOf(letters: string): string | undefined {
	return DIGITS.get(letters);
}
