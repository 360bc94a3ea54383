import { tellingWords } from '../../../../nodes/shared/evidence/tellingWords';

function tellingOf(...plainWords: string[]) {
	const steps = tellingWords(plainWords);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

test('fillers and bare punctuation are passed over', () => {
	expect(tellingOf('um', 'the', '', 'map')).toEqual({ words: ['the', 'map'], indexes: [1, 3] });
});

test('a word that is said twice counts once, by its second place', () => {
	expect(tellingOf('the', 'the', 'map')).toEqual({ words: ['the', 'map'], indexes: [1, 2] });
	expect(tellingOf('the', 'um', 'the')).toEqual({ words: ['the'], indexes: [2] });
});

test('a number that is said twice is another number', () => {
	expect(tellingOf('five', 'five', 'one').words).toEqual(['five', 'five', 'one']);
});

test('in a long text others can go on in between', () => {
	const steps = tellingWords(Array.from({ length: 100_000 }, (_, index) => `w${index}`));
	expect(steps.next().done).toBe(false);
});
