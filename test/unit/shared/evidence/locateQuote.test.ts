import fc from 'fast-check';
import { EvidenceFinder, wordsOfText } from '../../../../nodes/shared/evidence/evidence';
import { isNegation } from '../../../../nodes/shared/evidence/negations';
import { QuoteLocator, type LocatableWord } from '../../../../nodes/shared/evidence/locateQuote';

const call = wordsOfText(
	`Good morning, this is Dana. Well, I, um, I really would like the e-mail with the offer by tomorrow.
	It costs 1,299 dollars and version 1.5 has 15 maps. I don't want the other one, it isn't worth the
	money. You can always recommended colours to her.`,
);
const found = (quote: string, words: readonly LocatableWord[] = call) => {
	const range = new QuoteLocator(words).locate(quote);
	return (
		range &&
		words
			.slice(range.first, range.last + 1)
			.map(({ text }) => text)
			.join(' ')
	);
};

test.each([
	['as it was said', 'this is Dana.', 'this is Dana.'],
	['in another case, without its signs', 'GOOD MORNING THIS', 'Good morning, this'],
	['with other signs', '“good morning” – this!', 'Good morning, this'],
	['with a compound taken apart', 'the e mail with the offer', 'the e-mail with the offer'],
	['with a number written otherwise', 'costs 1299 dollars', 'costs 1,299 dollars'],
	['with accents', 'thís is Däna', 'this is Dana.'],
	['with its time and speaker', '[00:05] Speaker B: this is Dana', 'this is Dana.'],
	['with its speaker alone', 'Speaker AB: this is Dana', 'this is Dana.'],
	[
		'without a stutter and a filler',
		'Well, I really would like the',
		'Well, I, um, I really would like the',
	],
	[
		'with a word left out',
		'I would like the e-mail with the offer',
		'I really would like the e-mail with the offer',
	],
	['with a word added', 'I really would so like the offer mail', undefined],
])('a quote %s is found in the original words', (_, quote, words) => {
	expect(found(quote)).toBe(words);
});

test.each([
	['nobody said it', 'I will never come back'],
	['it is empty', ''],
	['it has no words', '– … !'],
	['it begins within a word', 'ood morning'],
	['it ends within a word', 'good morn'],
	['it is short and one word differs', 'this is Dora'],
	['a word means something else', 'I really would hate the'],
	['a word was added', 'I really would so like the e-mail with the offer'],
	['a word is another form', 'you can always recommend colours to her'],
	['a negation was dropped', 'I want the other one, it isn’t worth the money'],
	['a negation was added', 'I really would not like the e-mail with the offer'],
	['a number differs', 'It costs 1,399 dollars and version 1.5 has 15 maps'],
	['a point was dropped', 'version 15 has'],
	['numbers ran together', 'has 1 5 maps'],
	['its words stand far apart', 'Good morning colours to her'],
])('a quote is not found when %s', (_, quote) => {
	expect(found(quote)).toBeUndefined();
});

test.each([
	['I will not be calling again.', 'be calling again', 'not be calling again.'],
	[
		'Because no one told me about the fee.',
		'told me about the fee',
		'no one told me about the fee.',
	],
	['We do not even want the plan.', 'want the plan', 'not even want the plan.'],
	[
		'Ich will das Paket wirklich nicht.',
		'Ich will das Paket',
		'Ich will das Paket wirklich nicht.',
	],
	['Δεν θέλω τη συνδρομή.', 'θέλω τη συνδρομή', 'Δεν θέλω τη συνδρομή.'],
	['I did not and want the plan but not the phone.', 'want the plan', 'want the plan'],
	['No, please, I want the plan.', 'I want the plan', 'I want the plan.'],
	['I did not. I want the plan.', 'I want the plan', 'I want the plan.'],
])('of "%s" the quote "%s" is shown with the "not" that belongs to it', (said, quote, shown) => {
	expect(found(quote, wordsOfText(said))).toBe(shown);
});

test.each([
	['It is 25 percent off.', "it's twenty-five percent off", 'It is 25 percent off.'],
	['It was 25 percent off.', "it's twenty-five percent off", undefined],
	['It is twenty-five percent off.', 'It is 25% off', 'It is twenty-five percent off.'],
	['Das sind 25 Prozent weniger.', 'Das sind 25 % weniger', 'Das sind 25 Prozent weniger.'],
	['I called on March third.', 'I called on March 3rd', 'I called on March third.'],
	['By the twenty-first, please.', 'by the 21st', 'By the twenty-first,'],
	['By the thirteenth, please.', 'by the 30th', undefined],
])('numbers in "%s" are found as "%s"', (said, quote, shown) => {
	expect(found(quote, wordsOfText(said))).toBe(shown);
});

test('a name before the words is left out when somebody of that name speaks', () => {
	const words = [
		{ text: 'Hello', speaker: 'Dana Miller' },
		{ text: 'there.', speaker: 'Dana Miller' },
	];
	expect(found('Dana Miller: Hello there', words)).toBe('Hello there.');
	expect(found('Somebody: Hello there', words)).toBeUndefined();
});

test('evidence has the original words, who said them and when', () => {
	const speak = (speaker: string, texts: string[], from: number) =>
		texts.map((text, i) => ({ text, speaker, start: from + i * 100, end: from + i * 100 + 90 }));
	const finder = new EvidenceFinder([
		...speak('A', ['How', 'was', 'it?'], 0),
		...speak('B', ['It', 'was', 'really', 'very', 'good,'], 1000),
		...speak('A', ['Mhm.'], 1500),
		...speak('B', ['thank', 'you.'], 1600),
	]);
	expect(finder.find('it was REALLY very good')).toEqual({
		quote: 'It was really very good,',
		verified: true,
		exact: true,
		problem: null,
		speaker: 'B',
		start: 1000,
		end: 1490,
	});
	expect(finder.find('It was really very good, thank you')).toMatchObject({
		speaker: 'B',
		end: 1790,
	});
	expect(finder.find('was it? It was')).toMatchObject({
		verified: true,
		speaker: null,
		start: 100,
	});
	expect(finder.find('nobody said this')).toEqual({
		quote: 'nobody said this',
		verified: false,
		exact: false,
		problem: 'notFound',
		speaker: null,
		start: null,
		end: null,
	});
	expect(finder.find('')).toMatchObject({ quote: null, verified: false });
});

// A negation just outside a passage belongs to it.
const anyWord = fc.stringMatching(/^[a-z]{2,9}$/).filter((word) => !isNegation(word));
const anyTranscript = fc.array(anyWord, { minLength: 1, maxLength: 60 });

test('every passage is found, however it is capitalised and punctuated, and says the same', () => {
	fc.assert(
		fc.property(anyTranscript, fc.nat(), fc.nat(), fc.boolean(), (words, from, length, shout) => {
			const first = from % words.length;
			const passage = words.slice(first, first + 1 + (length % words.length));
			const quote = passage.map((word) => (shout ? word.toUpperCase() : `"${word},"`)).join(' ');
			expect(
				found(
					quote,
					words.map((text) => ({ text })),
				),
			).toBe(passage.join(' '));
		}),
	);
});

test('words that the transcript does not have are never found', () => {
	const foreign = fc.array(fc.stringMatching(/^[0-9]{3}[a-z]{3}$/), {
		minLength: 1,
		maxLength: 20,
	});
	fc.assert(
		fc.property(anyTranscript, foreign, (words, quote) => {
			expect(
				found(
					quote.join(' '),
					words.map((text) => ({ text })),
				),
			).toBeUndefined();
		}),
	);
});

test('any text is looked up without an exception, and what is found lies within the transcript', () => {
	const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), anyWord, fc.constant('not')));
	fc.assert(
		fc.property(text, text, (words, quote) => {
			const range = new QuoteLocator(words.map((word) => ({ text: word }))).locate(quote.join(' '));
			if (!range) return;
			expect(range.first).toBeGreaterThanOrEqual(0);
			expect(range.last).toBeGreaterThanOrEqual(range.first);
			expect(range.last).toBeLessThan(words.length);
		}),
		{ numRuns: 500 },
	);
});

test('a hundred quotes, half of them not there, are looked up in a hundred thousand words', () => {
	const words = Array.from({ length: 100_000 }, (_, i) => ({
		text: `word${letters(Math.floor(Math.abs(Math.sin(i) * 1e6)) % 3000)}`,
	}));
	const locator = new QuoteLocator(words);
	for (let i = 0; i < 100; i++) {
		const first = i * 999;
		const passage = words.slice(first, first + 20).map(({ text }) => text);
		passage.splice(9, 1);
		if (i % 2) passage.splice(3, 0, 'and', 'more', 'that', 'nobody', 'said');
		const range = locator.locate(passage.join(' '));
		if (i % 2) expect(range).toBeUndefined();
		else expect(range).toMatchObject({ first, last: first + 19, isExact: false });
	}
});

function letters(number: number): string {
	return [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
}

const said = (...lines: string[]) =>
	new EvidenceFinder(
		lines.flatMap((line, turn) =>
			line.split(' ').map((text, at) => ({
				text,
				speaker: turn % 2 ? 'B' : 'A',
				start: 10_000 * turn + 300 * at,
			})),
		),
	);

test.each([
	['another last word', 'I think your support team is great.'],
	['another first word', 'They think your support team is terrible.'],
	['a last word of the next sentence', 'I think your support team is we'],
])('a quote with %s is not cut down to what was said', (_, quote) => {
	const finder = said('I think your support team is terrible. We leave.');
	expect(finder.find(quote)).toEqual({
		quote,
		verified: false,
		exact: false,
		problem: 'wordDiffers',
		speaker: null,
		start: null,
		end: null,
	});
});

test.each([
	['want the premium support', 'not want the premium support'],
	['I do not want the premium support', 'I do not want the premium support'],
])('a negation right outside of %p belongs to it', (quote, shown) => {
	const finder = said('I do not want the premium support');
	expect(finder.find(quote)).toMatchObject({ verified: true, quote: shown });
});

test('a negation that ends the sentence before, or is somebody else’s, does not', () => {
	const finder = said('No. I want it', 'not me', 'you do');
	expect(finder.find('I want it').quote).toBe('I want it');
	expect(finder.find('you do').quote).toBe('you do');
});

test.each([
	['Straße', 'STRASSE'],
	['okay', 'OK'],
	['don’t', 'do not'],
	['can’t', 'cannot'],
	['شكراً', 'شكرا'],
	['हूँ', 'हूं'],
	['İptal', 'iptal'],
	['ＡＢＣ', 'abc'],
])('%p is %p in another spelling', (one, other) => {
	expect(said(one).find(other).verified).toBe(true);
	expect(said(other).find(one).verified).toBe(true);
});

test.each([
	['thirteenth', 'thirtieth'],
	['sesenta', 'setenta'],
	['있습니다', '없습니다'],
	['istiyorum', 'istemiyorum'],
	['recommend', 'recommended'],
])('%p is not %p in another spelling', (one, other) => {
	const sentence = (word: string) => `one two three four five ${word} six seven eight nine ten`;
	expect(said(sentence(one)).find(sentence(other)).verified).toBe(false);
});

test('a passage that ends in another speaker’s words is nobody’s alone', () => {
	const finder = said('Would you like to stay with us for another year?', 'No.');
	const found = finder.find('Would you like to stay with us for another year? No.');
	expect(found).toMatchObject({ verified: true, speaker: null });
});

test.each([
	['[00:20] Speaker A: Yes.', 'A', 20_000],
	['Speaker B: Yes.', 'B', 10_000],
	['[00:09] Speaker B: Yes.', 'B', 10_000],
	['Sprecher B: Yes.', 'B', 10_000],
])('%p stands where its label says', (quote, speaker, start) => {
	expect(said('Yes.', 'Yes.', 'Yes.').find(quote)).toMatchObject({ speaker, start });
});

test('a quote that stands in several places says so, and has no time and no speaker that it may not be', () => {
	const finder = said('Yes. I see.', 'Yes. Bye.', 'I see.');
	const nowhere = { verified: true, problem: 'severalPlaces', start: null, end: null };
	expect(finder.find('Yes.')).toMatchObject({ ...nowhere, quote: 'Yes.', speaker: null });
	expect(finder.find('I see.')).toMatchObject({ ...nowhere, quote: 'I see.', speaker: 'A' });
	expect(finder.find('Bye.')).toMatchObject({ problem: null, speaker: 'B' });
});

test('of several places the one without a negation beside it is the quote', () => {
	const finder = said('I do not want it.', 'You know that I do want it.');
	expect(finder.find('want it')).toMatchObject({ quote: 'want it.', speaker: 'B', problem: null });
});

describe('whose words count', () => {
	const finder = said('Yes, I can help you with that.', 'Great.', 'Yes.');

	test('picks the place', () => {
		expect(finder.find('Yes', 'A')).toMatchObject({ verified: true, speaker: 'A' });
	});

	test('refuses somebody else’s, and says whose they are', () => {
		expect(finder.find('I can help you with that', 'B')).toMatchObject({
			quote: 'I can help you with that.',
			verified: false,
			problem: 'otherSpeaker',
			speaker: 'A',
		});
	});

	test('is left open where the transcript has nobody of this name', () => {
		expect(finder.find('I can help you with that', 'Customer').verified).toBe(true);
	});
});

test.each([
	['I will never come back at all, my friend', 'notFound'],
	['I do not want the basic support', 'wordDiffers'],
	['I do not want the premium support', null],
	['', null],
])('%p has the problem %p', (quote, problem) => {
	expect(said('Well, I do not want the premium support').find(quote).problem).toBe(problem);
});

test('what was left out makes a quote no longer exact, a filler or a stutter does not', () => {
	const finder = said('I, um, I really would like to have the large plan then');
	expect(finder.find('I really would like to have')).toMatchObject({ verified: true, exact: true });
	expect(finder.find('I would like to have the large plan')).toMatchObject({
		quote: 'I really would like to have the large plan',
		exact: false,
	});
});

test('a short quote without its filler is found', () => {
	expect(said('I, um, like it').find('I like it')).toMatchObject({
		quote: 'I, um, like it',
		exact: true,
	});
});

test.each([
	['twenty', '20'],
	['twenty-five dollars', '25 dollars'],
	['a two-year plan', 'a 2 year plan'],
	['a two-year plan', 'a two year plan'],
])('%p is %p in digits', (words, digits) => {
	expect(said(words).find(digits).verified).toBe(true);
	expect(said(digits).find(words).verified).toBe(true);
});

test.each([
	['twenty five', '205'],
	['no one', 'no 1'],
	['ten', '12'],
])('%p is not %p', (one, other) => {
	expect(said(one).find(other).verified).toBe(false);
});

test('a digit that was said twice is no stutter', () => {
	const finder = said('My number is 5 5 1 7 and I, I want to call.');
	expect(finder.find('My number is 5 1 7').verified).toBe(false);
	expect(finder.find('7 and I want to call')).toMatchObject({ verified: true, exact: true });
});
