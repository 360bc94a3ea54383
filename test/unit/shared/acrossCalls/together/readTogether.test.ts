import fc from 'fast-check';
import { readTogether } from '../../../../../nodes/shared/acrossCalls/together/readTogether';

const theme = { title: 'Price', entries: [1, 2], quotes: [1] };
const reply = { answer: 'It is too dear.', themes: [theme] };

test.each([
	['as it was asked for', JSON.stringify(reply)],
	['in a code fence', `Here it is:\n\`\`\`json\n${JSON.stringify(reply, null, 2)}\n\`\`\``],
	['behind some words', `Sure! ${JSON.stringify(reply)} Anything else?`],
	[
		'with numbers as text',
		JSON.stringify({ ...reply, themes: [{ ...theme, entries: ['1', '#2'] }] }),
	],
	['with more than was asked for', JSON.stringify({ ...reply, count: 14 })],
	[
		'as JavaScript would',
		"{answer: 'It is too dear.', themes: [{title: 'Price', entries: [1,2,], quotes: [1]}]}",
	],
])('a reply %s is read', (_, text) => {
	expect(readTogether(text)).toEqual(reply);
});

test('a theme that cannot be read does not take the others along', () => {
	const themes = [
		theme,
		'Map',
		{ entries: [1] },
		{ title: 'Map', entries: ['one'] },
		{ title: 'Map' },
	];
	expect(readTogether(JSON.stringify({ themes }))).toEqual({
		answer: '',
		themes: [theme, null, null, null, { title: 'Map', entries: [], quotes: [] }],
	});
});

test.each(['', 'I cannot do that.', '[]', '{"answer": "a"}', '{"answers": []}', '"themes"'])(
	'%p is no reply',
	(text) => {
		expect(readTogether(text)).toBeUndefined();
	},
);

test('whatever a model says is read or not, and never thrown', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.json(),
				fc.json().map((json) => `{"themes":[${json}]}`),
			),
			(text) => {
				const read = readTogether(text);
				for (const one of read?.themes ?? []) {
					if (one) expect(one.title.trim()).not.toBe('');
				}
			},
		),
	);
});
