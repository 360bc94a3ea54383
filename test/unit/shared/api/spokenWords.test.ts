import fc from 'fast-check';
import { z } from 'zod';
import { utteranceList, wordList } from '../../../../nodes/shared/api/spokenWords';

/** The same in zod's own terms, which copy every word. */
const word = z
	.object({
		text: z.string(),
		start: z.number(),
		end: z.number(),
		confidence: z.number().nullish(),
		speaker: z.string().nullish(),
	})
	.passthrough();
const utterance = word.extend({ speaker: z.string(), words: z.array(word).nullish() });

const anything = fc.oneof(
	fc.string(),
	fc.integer(),
	fc.constant(null),
	fc.constant(undefined),
	fc.boolean(),
);
const nearly = (words: fc.Arbitrary<unknown>) =>
	fc.record(
		{
			text: fc.oneof({ weight: 8, arbitrary: fc.string() }, anything),
			start: fc.oneof({ weight: 8, arbitrary: fc.integer() }, anything),
			end: fc.oneof({ weight: 8, arbitrary: fc.integer() }, anything),
			confidence: fc.oneof({ weight: 4, arbitrary: fc.integer() }, anything),
			speaker: fc.oneof({ weight: 4, arbitrary: fc.string() }, anything),
			words,
		},
		{ requiredKeys: ['text', 'start', 'end'] },
	);
const words = fc.array(fc.oneof({ weight: 8, arbitrary: nearly(anything) }, anything), {
	maxLength: 3,
});

test('a list of words is taken where each of them has a text and times, and as it is', () => {
	fc.assert(
		fc.property(words, (list) => {
			const parsed = wordList.safeParse(list);
			expect(parsed.success).toBe(z.array(word).safeParse(list).success);
			if (parsed.success) expect(parsed.data).toBe(list);
		}),
	);
});

test('a list of utterances is taken where each has a speaker besides, and words if any', () => {
	const lists = fc.array(nearly(fc.oneof(words, anything)), { maxLength: 3 });
	fc.assert(
		fc.property(lists, (list) => {
			const parsed = utteranceList.safeParse(list);
			expect(parsed.success).toBe(z.array(utterance).safeParse(list).success);
			if (parsed.success) expect(parsed.data).toBe(list);
		}),
	);
});

test.each([wordList, utteranceList])('what is no list is refused in words', (list) => {
	for (const value of [null, 'words', { 0: {} }]) {
		expect(list.safeParse(value).error?.issues[0]?.message).toMatch(/^it is not a list of /);
	}
});
