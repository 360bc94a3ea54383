import fc from 'fast-check';
import { keyFor } from '../../../../../nodes/shared/questions/list/questionList';

const none = new Set<string>();

test.each([
	["How was the customer's mood?", 'how_was_the_customers_mood'],
	['  What -- did it COST?  ', 'what_did_it_cost'],
	['Wie hieß die Straße?', 'wie_hieß_die_straße'],
	['ग्राहक कैसा था?', 'ग्राहक_कैसा_था'],
	['???', 'question'],
	// The example in the hint below the field.
	['What does it cost?', 'what_does_it_cost'],
])('%s becomes %s', (question, key) => {
	expect(keyFor(question, none)).toBe(key);
});

test('a long question is cut at the end of a word', () => {
	const key = keyFor('Which of the many things that were said was the most important one?', none);
	expect(key).toBe('which_of_the_many_things_that_were_said_was_the');
});

test('a key that is taken gets a number', () => {
	expect(keyFor('Mood?', new Set(['mood', 'mood_2']))).toBe('mood_3');
});

test('any question gives a key of letters and digits, always the same, never a taken one', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (question, others) => {
			const key = keyFor(question, none);
			expect(key).toMatch(/^[\p{L}\p{M}\p{N}_]{1,50}$/u);
			expect(keyFor(question, none)).toBe(key);
			const taken = new Set([...others, key]);
			expect(taken).not.toContain(keyFor(question, taken));
		}),
	);
});
