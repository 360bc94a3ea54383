import { isNotTold, isNoValue } from '../../../../../nodes/shared/questions/values/notTold';

test.each([
	['...', true],
	['—', true],
	['  …  ', true],
	['', false],
	['   ', false],
	['not mentioned', true],
	['none', false],
])('%j says that it is not told: %s', (text, is) => {
	expect(isNotTold(text)).toBe(is);
});

test.each([
	['none', true],
	['unknown', true],
	['?', true],
	['89', false],
	[' ', false],
])('%j is no value: %s', (text, is) => {
	expect(isNoValue(text)).toBe(is);
});
