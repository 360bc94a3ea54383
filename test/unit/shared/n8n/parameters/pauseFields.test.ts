import {
	pauseAfterField,
	pauseAfterSeconds,
} from '../../../../../nodes/shared/n8n/parameters/pauseFields';

test.each([
	[undefined, 30],
	[null, 30],
	['', 30],
	[0, 0],
	['45', 45],
])('a pause after %j begins after %d seconds', (value, seconds) => {
	expect(pauseAfterSeconds.parse(value)).toBe(seconds);
});

test.each([
	[-1, 'it must not be below 0'],
	['soon', 'it is not a number of seconds'],
])('a pause after %j is refused', (value, said) => {
	expect(pauseAfterSeconds.safeParse(value).error?.issues[0]?.message).toBe(said);
});

test('the panel begins with what holds without it', () => {
	expect(pauseAfterField.default).toBe(pauseAfterSeconds.parse(undefined));
});
