import fc from 'fast-check';
import { unitsOfCalls } from '../../../../../nodes/shared/acrossCalls/together/entry';
import { themesOf } from '../../../../../nodes/shared/acrossCalls/together/themesOf';
import { answeredCalls } from '../../../../support/unit/answeredCalls';

const told = fc.record({
	answer: fc.option(fc.string()),
	reason: fc.option(fc.string()),
	quote: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
	verified: fc.boolean(),
});
const number = fc.integer({ min: -2, max: 30 });
const named = fc.record({
	title: fc.string({ minLength: 1 }),
	entries: fc.array(number, { maxLength: 12 }),
	quotes: fc.array(number, { maxLength: 6 }),
});

test('a theme that comes out names only calls and quotes that were given, each once', () => {
	fc.assert(
		fc.property(fc.array(told, { maxLength: 20 }), fc.array(fc.option(named)), (calls, themes) => {
			const answered = answeredCalls(calls);
			const units = unitsOfCalls(answered, 0);
			const given = new Set(units.flatMap(({ entries }) => entries.flatMap((one) => one.calls)));
			const found = themesOf({ answer: '', themes }, units);
			for (const theme of found.themes) {
				expect(theme.calls.length).toBeGreaterThan(0);
				expect(theme.calls).toEqual([...new Set(theme.calls)].sort((one, other) => one - other));
				for (const call of theme.calls) expect(given.has(call)).toBe(true);
				for (const { call, quote } of theme.quotes) {
					const place = answered.findIndex(
						({ transcriptId }) => transcriptId === call.transcriptId,
					);
					expect(theme.calls).toContain(place);
					expect(calls[place]).toMatchObject({ quote, verified: true });
				}
			}
		}),
	);
});

const units = unitsOfCalls(
	answeredCalls([
		{ answer: 'The price', quote: 'It is too dear.' },
		{ answer: null },
		{ answer: 'The map', quote: 'Nobody said this.', verified: false },
		{ answer: 'The map', quote: 'The map is old.' },
	]),
	0,
);
const one = (theme: { entries?: number[]; quotes?: number[] }) =>
	themesOf({ answer: '', themes: [{ title: 'Map', entries: [], quotes: [], ...theme }] }, units);

test('numbers stand for the calls that tell, in their order', () => {
	expect(one({ entries: [3, 2, 3] }).themes).toMatchObject([{ calls: [2, 3], quotes: [] }]);
});

test('a quote that shows a theme counts its call', () => {
	expect(one({ entries: [2], quotes: [2] }).themes).toMatchObject([
		{ calls: [2, 3], quotes: [{ quote: 'The map is old.', call: { title: 'Call 3' } }] },
	]);
});

test.each([
	[
		'an entry that was not given',
		{ entries: [1, 4] },
		'the theme "Map" names 4, which was not given',
	],
	['an entry 0', { entries: [0] }, 'the theme "Map" names 0, which was not given'],
	[
		'a quote that was not given',
		{ entries: [1], quotes: [3] },
		'the theme "Map" names 3, which was not given',
	],
	['no entry', {}, 'the theme "Map" names no entry'],
])('a theme with %s is left out', (_, theme, fault) => {
	expect(one(theme)).toEqual({ themes: [], faults: [fault] });
});

test('the largest come first, and no more than people read', () => {
	const themes = Array.from({ length: 20 }, (_, i) => ({
		title: `Theme ${i}`,
		entries: i === 7 ? [1, 2, 3] : [1 + (i % 3)],
		quotes: [],
	}));
	const found = themesOf({ answer: '', themes }, units);
	expect(found.themes).toHaveLength(12);
	expect(found.themes[0]?.title).toBe('Theme 7');
});
