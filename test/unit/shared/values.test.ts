import { isBlank, isObject, shortenedTo } from '../../../nodes/shared/values';

test('a text is shortened only where there is no room for it', () => {
	expect(shortenedTo(3, 'abc')).toBe('abc');
	expect(shortenedTo(3, 'abcd')).toBe('abc…');
});

test.each([undefined, null, '', ' \n'])('%j says nothing', (value) => {
	expect(isBlank(value)).toBe(true);
});

test.each([0, false, 'a', [], {}])('%j says something', (value) => {
	expect(isBlank(value)).toBe(false);
});

test('objects have fields, lists and null do not', () => {
	expect([{}, { a: 1 }, [], null, 'a'].map(isObject)).toEqual([true, true, false, false, false]);
});
