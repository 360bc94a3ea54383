import fc from 'fast-check';
import { readBrokenReply, readReply } from '../../../../nodes/shared/questions/readReply';

const entry = { index: 1, known: true, answer: 'a', reason: 'r', quote: 'q' };
const reply = JSON.stringify({ answers: [entry] });

test.each([
	['as it is', reply],
	['in a fence', `Here you are:\n\`\`\`json\n${reply}\n\`\`\`\nAnything else?`],
	['within a sentence', `Sure. ${reply} Done.`],
	['as a bare list', `The answers: ${JSON.stringify([entry])}`],
	['behind braces of another kind', `{hm} ${reply}`],
	['behind a draft', `<think>{"answers":[{"index":1,"answer":"draft"}]}</think>${reply}`],
	['with the index as text', reply.replace('1', '"1"')],
	['with known as text', reply.replace('true', '"True"')],
])('a reply %s is read', (_, text) => {
	expect(readReply(text)).toEqual([entry]);
});

test('fields left out and answers of another type mean what they say', () => {
	const entries = readReply(
		'{"answers":[{"index":1,"answer":89},{"index":2,"answer":["a","b"]},{"index":3,"answer":null}]}',
	);
	expect(entries).toMatchObject([
		{ index: 1, known: true, answer: '89', reason: '', quote: '' },
		{ index: 2, known: true, answer: 'a\nb' },
		{ index: 3, known: false, answer: '' },
	]);
});

test('entries that cannot be read are left out, the others kept', () => {
	const text =
		'{"answers":[{"index":"one","answer":"x"},null,{"index":2,"answer":"y"},{"index":1.5}]}';
	expect(readReply(text)).toMatchObject([{ index: 2, answer: 'y' }]);
});

test.each(['', 'I would rather not.', '{"answers":', '{"answers":{}}', 'null', '{}', '[', '}{'])(
	'%j is no reply',
	(text) => expect(readReply(text)).toBeUndefined(),
);

test('of a reply that breaks off the complete entries remain', () => {
	const two = JSON.stringify({ answers: [entry, { ...entry, index: 2, answer: 'with } in it' }] });
	expect(readBrokenReply(two.slice(0, -2))).toMatchObject([{ index: 1 }, { index: 2 }]);
	expect(readBrokenReply(two.slice(0, two.indexOf('with } in') + 8))).toEqual([entry]);
	expect(readBrokenReply('{"answers":[')).toEqual([]);
	expect(readBrokenReply('So }')).toEqual([]);
});

test('wherever a reply breaks off, only entries that were written in full come out', () => {
	const answers = [1, 2, 3].map((index) => ({ ...entry, index, answer: `answer "${index}" {}` }));
	const whole = JSON.stringify({ answers });
	fc.assert(
		fc.property(fc.nat({ max: whole.length }), (length) => {
			const entries = readBrokenReply(whole.slice(0, length));
			expect(entries).toEqual(answers.slice(0, entries.length));
		}),
	);
});

test('any text is read without an exception', () => {
	const pieces = fc.constantFrom('{', '}', '[', ']', '"', '"answers"', ':', ',', '```json', reply);
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, (anything) => {
			for (const { index } of [...(readReply(anything) ?? []), ...readBrokenReply(anything)]) {
				expect(typeof index).toBe('number');
			}
		}),
		{ numRuns: 1000 },
	);
});
