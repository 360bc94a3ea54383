import fc from 'fast-check';
import { trimSigns } from '../../../../../nodes/shared/questions/values/trimSigns';

test.each([
	['  "yes". ', '".', 'yes'],
	['"a "b" c"', '"', 'a "b" c'],
	['Strong', '"', 'Strong'],
	[' \n ', '', ''],
	['...', '.', ''],
	['\u00a0no\t', '', 'no'],
])('%j without %j at its ends is %j', (text, signs, trimmed) => {
	expect(trimSigns(text, signs)).toBe(trimmed);
});

test('what is left begins and ends with none of the signs, and was there as it is', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (text, signs) => {
			const left = trimSigns(text, signs);
			expect(text).toContain(left);
			for (const end of [left.charAt(0), left.charAt(left.length - 1)]) {
				expect(end !== '' && (end.trim() === '' || signs.includes(end))).toBe(false);
			}
		}),
	);
});
