import { spelledOut, spellingsOf } from '../../../../nodes/shared/evidence/spellings';

test.each([
	['Später', 'spaeter'],
	['ÖRTLICH', 'oertlich'],
	['über', 'ueber'],
	['på', 'paa'],
	['købe', 'koebe'],
	// Composed of a letter and a mark of its own.
	['Spa\u0308ter', 'spaeter'],
	['schöne Grüße', 'schoene gruesse'.replace('ss', 'ß')],
])('%s is spelled out as %s', (word, expected) => {
	expect(spelledOut(word)).toBe(expected);
});

test.each(['later', 'née', '', 'Ærø'.replace('ø', 'o')])('%s has nothing to spell out', (word) => {
	expect(spelledOut(word)).toBeUndefined();
});

const spellings = (quote: string, umlauts: Array<[string, string]> = []) => [
	...spellingsOf(quote, new Map(umlauts)),
];

test('a quote without anything to spell otherwise has one spelling', () => {
	expect(spellings('We call them tomorrow.')).toEqual([['we', 'call', 'them', 'tomorrow']]);
	expect(spellings(' - ')).toEqual([[]]);
});

test('what the transcript has with umlauts is looked for with them', () => {
	expect(spellings('Bis spaeter', [['spaeter', 'spater']])).toEqual([
		['bis', 'spaeter'],
		['bis', 'spater'],
	]);
});

test('what the quote has with umlauts is looked for without them', () => {
	expect(spellings('Bis später, Jörg')).toEqual([
		['bis', 'spater', 'jorg'],
		['bis', 'spaeter', 'joerg'],
	]);
});

test('tens and units in two words are looked for as one', () => {
	expect(spellings('Twenty five or thirty Six units')).toEqual([
		['20', '5', 'or', '30', '6', 'units'],
		['25', 'or', '36', 'units'],
	]);
	expect(spellings('twenty five, maybe')).toContainEqual(['25', 'maybe']);
	for (const apart of ['ten five', 'twenty ten', 'my twenty. Five of us', 'fifty fiver']) {
		expect(spellings(apart)).toHaveLength(1);
	}
});

test('blanks and dashes beside tens and units do not matter', () => {
	expect(spellings('twenty  five')).toContainEqual(['25']);
	expect(spellings('twenty five - or thirty\n six')).toContainEqual(['25', 'or', '36']);
});
