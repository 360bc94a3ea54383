import fc from 'fast-check';
import { withOwnQuestions } from '../../../../../nodes/shared/questions/list/ownQuestions';

const set = [{ key: 'mood' }, { key: 'price' }, { key: 'next' }];

test('own questions follow those of the set', () => {
	const own = [{ key: 'weather', question: 'Rain?' }, { question: 'Without a key?' }];
	expect(withOwnQuestions(set, own)).toEqual({ questions: [...set, ...own], replacedKeys: [] });
});

test('a question with a key of the set stands where the one of the set stood', () => {
	const own = [{ key: 'a' }, { key: ' price ', question: 'What is it?' }, { key: 'b' }];
	expect(withOwnQuestions(set, own)).toEqual({
		questions: [set[0], own[1], set[2], own[0], own[2]],
		replacedKeys: ['price'],
	});
});

test('two with the same key both stand there, to be refused by name', () => {
	const own = [
		{ key: 'mood', question: 'One?' },
		{ key: 'mood', question: 'Two?' },
	];
	expect(withOwnQuestions(set, own)).toEqual({
		questions: [own[0], own[1], set[1], set[2]],
		replacedKeys: ['mood'],
	});
});

test.each([7, null, 'mood', ['mood'], {}, { key: 1 }, { key: null }, { Key: 'mood' }])(
	'%j takes no place',
	(question) => {
		expect(withOwnQuestions(set, [question])).toEqual({
			questions: [...set, question],
			replacedKeys: [],
		});
	},
);

test('what has no key does not take the place of a question that has an empty one', () => {
	const own = [{ question: 'Without a key?' }];
	const { questions, replacedKeys } = withOwnQuestions([{ key: '' }], own);
	expect([questions, replacedKeys]).toEqual([own, ['']]);
});

test('every own question is asked once, and of the set those whose keys nobody took', () => {
	const key = fc.constantFrom('mood', 'price', 'next', 'other', '');
	fc.assert(
		fc.property(fc.array(fc.record({ key })), (own) => {
			const { questions, replacedKeys } = withOwnQuestions(set, own);
			const taken = set.filter((one) => own.some((other) => other.key === one.key));
			expect(replacedKeys).toEqual(taken.map((one) => one.key));
			for (const one of own) expect(questions.filter((other) => other === one)).toHaveLength(1);
			for (const one of set) expect(questions.includes(one)).toBe(!taken.includes(one));
			expect(questions).toHaveLength(own.length + set.length - taken.length);
		}),
	);
});
