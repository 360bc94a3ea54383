/**
 * English numbers that are certain to be numbers, by their letters without a hyphen. "One" is a pronoun as well,
 * and words of other languages mean another number or none in English ("once", "dix").
 */
const UNITS = 'two three four five six seven eight nine'.split(' ');
const TEENS =
	'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** "First" and "second" mean other things as well. */
const ORDINALS =
	'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
	'seventeenth eighteenth nineteenth twentieth';

const DIGITS: ReadonlyMap<string, string> = new Map([
	...ORDINALS.split(' ').map((word, i) => [word, i === 0 ? '3rd' : `${i + 3}th`] as const),
	['thirtieth', '30th'],
	...['st', 'nd', 'rd', ...Array(6).fill('th')].flatMap((ending: string, i) => {
		const unit = ['first', 'second', ...ORDINALS.split(' ')][i] ?? '';
		return [
			[`twenty${unit}`, `2${i + 1}${ending}`] as const,
			[`thirty${unit}`, `3${i + 1}${ending}`] as const,
		];
	}),
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
