import fc from 'fast-check';
import { EvidenceFinder, wordsOfText } from '../../../../nodes/shared/evidence/evidence';
import { plainWord } from '../../../../nodes/shared/evidence/plainWord';
import { isFiller } from '../../../../nodes/shared/evidence/wordKinds';
import { CALLS } from '../../../../tools/quotes/calls';

/** A language's sentences as words, and how its words are put together. */
function languageOf(name: string) {
	const sentences = (CALLS[name] ?? []).map((sentence) => sentence.split(/[| ]/));
	const joint = CALLS[name]?.[0]?.includes('|') ? '' : ' ';
	const words = sentences.flat();
	const byId = new EvidenceFinder(
		words.map((text, at) => ({ text, start: 300 * at, end: 300 * at + 250, speaker: 'A' })),
	);
	const asText = new EvidenceFinder(
		wordsOfText(sentences.map((one) => one.join(joint)).join('\n')),
	);
	return { sentences, words, joint, finders: [byId, asText] };
}

/** Where "um" is none. */
const FILLERS: Record<string, string> = {
	Chinese: '嗯',
	German: 'ähm',
	Japanese: 'えっと',
	Russian: 'эм',
};

const letters = (text: string) => text.split(' ').map(plainWord).join('');

describe.each(Object.keys(CALLS))('what was said in %s', (name) => {
	const { sentences, words, joint, finders } = languageOf(name);
	const anySentence = fc.constantFrom(...sentences);
	const anyWord = fc.constantFrom(...words);
	const anyPlace = fc.nat();

	test('is found, whatever its case and marks', () => {
		for (const finder of finders) {
			for (const sentence of sentences) {
				const said = sentence.join(joint);
				const plainer = said.replace(/\p{P}/gu, (mark) => (/['’]/.test(mark) ? mark : ''));
				for (const quote of [said, plainer, said.toUpperCase(), said.toLowerCase()]) {
					expect(finder.find(quote)).toMatchObject({ verified: true });
				}
			}
		}
	});

	test('is not found with a word exchanged for another, wherever it stands', () => {
		fc.assert(
			fc.property(anySentence, anyPlace, anyWord, (sentence, place, word) => {
				const at = place % sentence.length;
				fc.pre(plainWord(word) !== plainWord(sentence[at] ?? '') && isAnother(word, sentence, at));
				const quote = sentence.map((one, i) => (i === at ? word : one)).join(joint);
				fc.pre(!words.join('').includes(quote.replace(/ /g, '')));
				for (const finder of finders) expect(finder.find(quote).verified).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});

	test('is not found with a word added, wherever it stands', () => {
		fc.assert(
			fc.property(anySentence, anyPlace, anyWord, (sentence, place, word) => {
				const at = place % (sentence.length - 1);
				fc.pre(isAnother(word, sentence, at) && isAnother(word, sentence, at + 1));
				const quote = [...sentence.slice(0, at + 1), word, ...sentence.slice(at + 1)].join(joint);
				for (const finder of finders) expect(finder.find(quote).verified).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});

	test('is found when it was said with fillers and stutters that the quote leaves out', () => {
		const filler = FILLERS[name] ?? 'um';
		for (const sentence of sentences) {
			const [first = '', second = '', ...rest] = sentence;
			const spoken = [first, first, filler, second, ...rest].map((text) => ({ text }));
			expect(new EvidenceFinder(spoken).find(sentence.join(joint))).toMatchObject({
				verified: true,
				exact: true,
			});
		}
	});

	test('is shown whole where a word inside was left out, or not found', () => {
		for (const finder of finders) {
			for (const sentence of sentences) {
				for (let at = 1; at < sentence.length - 1; at++) {
					const found = finder.find(sentence.filter((_, i) => i !== at).join(joint));
					if (!found.verified) continue;
					expect(found.exact).toBe(false);
					expect(letters(found.quote ?? '')).toContain(letters(sentence.join(' ')));
				}
			}
		}
	});
});

/** Fillers and words said twice mean nothing, so a quote may have one more or less of them. */
function isAnother(word: string, sentence: readonly string[], at: number): boolean {
	const plain = plainWord(word);
	if (plain === '' || isFiller(plain)) return false;
	return ![at - 1, at, at + 1].some((near) => plainWord(sentence[near] ?? '') === plain);
}
