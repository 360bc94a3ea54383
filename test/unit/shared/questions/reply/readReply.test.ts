import fc from 'fast-check';
import { readCutOffReply, readReply } from '../../../../../nodes/shared/questions/reply/readReply';

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
	['with known as yes', reply.replace('true', '"yes"')],
	['with known as 1', reply.replace('true', '1')],
	['with an index that is named', reply.replace('1', '"Q1."')],
	[
		'with a comma behind the last entry and field',
		'{"answers":[' + JSON.stringify(entry).replace('}', ',}') + ',],}',
	],
	['encoded twice', JSON.stringify(reply)],
	['with its list encoded twice', JSON.stringify({ answers: JSON.stringify([entry]) })],
	['by index', '{"answers":{"1":{"known":true,"answer":"a","reason":"r","quote":"q"}}}'],
	['by index, without a list', '{"1":{"known":true,"answer":"a","reason":"r","quote":"q"}}'],
	[
		'with names in another case',
		reply.replace(/"(\w)(\w+)":/g, (_, a, b) => `"${a.toUpperCase()}${b}":`),
	],
	['in a list', `[${reply}]`],
	['in another object', `{"transcript_answers":${reply}}`],
	['of a single entry', JSON.stringify(entry)],
	[
		'with a reason and a quote in objects',
		reply.replace('"r"', '{"text":"r"}').replace('"q"', '["q"]'),
	],
	['as Python writes it', reply.replace('true', 'True')],
	['between apostrophes, as Python writes it', reply.replaceAll('"', "'")],
	['with names without marks', reply.replace(/"(\w+)":/g, '$1: ')],
	['with thoughts in an answer', reply.replace('"a"', '"<think>b?</think>a"')],
])('a reply %s is read', (_, text) => {
	expect(readReply(text)).toEqual([entry]);
});

test('fields left out and answers of another type mean what they say', () => {
	const entries = readReply(
		'{"answers":[{"index":1,"answer":89},{"index":2,"answer":["a","b"]},{"index":3,"answer":null}]}',
	);
	expect(entries).toMatchObject([
		{ index: 1, known: true, answer: '89', reason: '', quote: '' },
		{ index: 2, known: true, answer: ['a', 'b'] },
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

test('line breaks within a text and an apostrophe that is escaped are read', () => {
	const text = '{"answers":[{"index":1,"known":true,"answer":"two\nlines, it\\\'s \\"so\\""}]}';
	expect(readReply(text)).toMatchObject([{ answer: 'two\nlines, it\'s "so"' }]);
});

test('entries without a comma between them are read', () => {
	const text = '{"answers":[{"index":1,"answer":"a"} {"index":2,"answer":"b"}]}';
	expect(readReply(text)).toMatchObject([{ answer: 'a' }, { answer: 'b' }]);
});

test('texts between apostrophes have their marks as they were', () => {
	const text = `{'answers':[{'index':1,'answer':'the "best" plan, isn\\'t it'},{'index':2,'answer':"it's"}]}`;
	expect(readReply(text)).toMatchObject([
		{ answer: 'the "best" plan, isn\'t it' },
		{ answer: "it's" },
	]);
});

test('a comma before a bracket within a text stays', () => {
	const text = '{"answers":[{"index":1,"answer":"a, ] True, }",},]}';
	expect(readReply(text)).toMatchObject([{ answer: 'a, ] True, }' }]);
});

test('an entry under an index that it does not name itself is none', () => {
	const text = '{"answers":{"1":{"index":2,"answer":"x"},"2":{"index":2,"answer":"y"}}}';
	expect(readReply(text)).toMatchObject([{ index: 2, answer: 'y' }]);
});

test('a reply numbered from 0 keeps its numbers, by index as well', () => {
	expect(readReply('{"answers":{"0":"x","1":"y"}}')).toMatchObject([{ index: 0 }, { index: 1 }]);
});

test('of a reply that breaks off the entries remain behind which another one began', () => {
	const answers = [entry, { ...entry, index: 2, answer: 'with }, in it' }, { ...entry, index: 3 }];
	const three = JSON.stringify({ answers });
	expect(readCutOffReply(three.slice(0, -2))).toMatchObject([{ index: 1 }, { index: 2 }]);
	expect(readCutOffReply(three.slice(0, three.indexOf('with }') + 8))).toEqual([entry]);
	expect(readCutOffReply('{"answers":[')).toEqual([]);
	expect(readCutOffReply(JSON.stringify({ answers: [entry] }).slice(0, -2))).toEqual([]);
	expect(readCutOffReply('So }')).toEqual([]);
});

test('a reply that was cut off and repaired does not give its last entry', () => {
	const repaired = JSON.stringify({ answers: [entry, { ...entry, index: 2, answer: '12' }] });
	expect(readCutOffReply(repaired)).toEqual([entry]);
	expect(readCutOffReply(`\`\`\`json\n${repaired}\n\`\`\``)).toEqual([entry]);
});

test('a reply behind which the model went on until it was cut off may be a draft', () => {
	expect(readCutOffReply(`Maybe ${reply}. But wait`)).toEqual([]);
});

test('wherever a reply breaks off, repaired or not, only entries that were written in full come out', () => {
	const answers = [1, 2, 3].map((index) => ({
		...entry,
		index,
		answer: `answer "${index}" {},[]`,
	}));
	const whole = JSON.stringify({ answers });
	fc.assert(
		fc.property(fc.nat({ max: whole.length }), (length) => {
			const entries = readCutOffReply(whole.slice(0, length));
			expect(entries).toEqual(answers.slice(0, entries.length));
			expect(entries.length).toBeLessThan(3);
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
			for (const { index } of [...(readReply(anything) ?? []), ...readCutOffReply(anything)]) {
				expect(typeof index).toBe('number');
			}
		}),
		{ numRuns: 1000 },
	);
});
