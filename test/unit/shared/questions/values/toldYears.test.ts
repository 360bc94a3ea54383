import { ToldYears } from '../../../../../nodes/shared/questions/values/toldYears';

test.each([
	['2026', 'a plain year', 'It was signed in 2026.'],
	['2026', 'the end of a date', 'On 3/4/26 it begins.'],
	['1999', "an apostrophe's year", "Back in '99 we had 3 of them."],
	['2026', 'an era of its own', 'ปี 2569'],
	['2031', 'a text without digits, which has its numbers in words', 'We sign it next year.'],
	['2031', 'a year in words beside other digits', 'Two thousand thirty-one, at 3 pm.'],
])('%s is told by %s', (year, _, text) => {
	expect(new ToldYears(text).isTold(year)).toBe(true);
});

test.each([
	['2026', 'another year', 'It was signed in 2025.'],
	['2026', 'a number of two digits that is no date', 'It costs 26 dollars.'],
	['2026', 'a longer number', 'Order 120263.'],
	['2026', 'the first part of a date', 'On 26/4 at 5.'],
])('%s is not told by %s', (year, _, text) => {
	expect(new ToldYears(text).isTold(year)).toBe(false);
});

test('what is told for one question alone counts, each text by itself', () => {
	const told = new ToldYears('Call 1 of 3');
	expect(told.isTold('2026', 'Calls of 2026')).toBe(true);
	expect(told.isTold('2026', 'Floor 20', '26 calls')).toBe(false);
});
