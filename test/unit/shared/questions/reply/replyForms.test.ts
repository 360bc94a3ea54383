import { readCutOffReply, readReply } from '../../../../../nodes/shared/questions/reply/readReply';

const entry = { index: 1, known: true, answer: 'a', reason: 'r', quote: 'q' };
const second = { ...entry, index: 2, answer: 'b' };
const reply = JSON.stringify({ answers: [entry] });

/** A list that is encoded so many times that no bracket of it stands plainly in the text. */
function encoded(value: unknown, times: number): string {
	let text = JSON.stringify(value);
	for (let i = 1; i < times; i++) text = JSON.stringify(text);
	return text;
}

test.each([
	[1, [entry]],
	[4, [entry]],
	[5, undefined],
	[6, undefined],
])('a list that is encoded %i times', (times, entries) => {
	expect(readReply(encoded([entry], times))).toEqual(entries);
});

const UNREADABLE = '{"answers": ?}';
const readable = '{"answers":{"1":"said first"}}';

test.each([
	[1, true],
	[9, true],
	[10, false],
	[11, false],
])('a draft with %i behind it that cannot be read is found: %s', (count, isFound) => {
	const entries = readReply(`${readable}${UNREADABLE.repeat(count)}`);
	expect(entries?.map(({ answer }) => answer)).toEqual(isFound ? ['said first'] : undefined);
});

test('of several drafts the last one counts that can be read', () => {
	const drafts = ['first', 'second'].map((answer) => `{"answers":{"1":"${answer}"}}`);
	expect(readReply(`So ${drafts.join(' or ')} ${UNREADABLE}`)).toMatchObject([
		{ answer: 'second' },
	]);
});

test.each([
	['in capitals, with blanks', `Well: { "ANSWERS" :{"1":"x"}} and {} more`],
	['with line breaks', `Well: {\n\t"answers"\n:{"1":"x"}} and {} more`],
])('a draft may begin %s', (_, text) => {
	expect(readReply(text)).toMatchObject([{ index: 1, answer: 'x' }]);
});

test.each([
	['two lists, of which neither is an entry', [[entry], [second]], []],
	['one list within a list', [[entry, second]], [entry, second]],
	['one thing that is no entry', [1], []],
	['an empty list', [], []],
	['one entry', [entry], [entry]],
	['one object with a list', [{ answers: [entry, second] }], [entry, second]],
	['an entry and something else', [entry, { answers: [second] }], [entry]],
])('a list of %s', (_, value, entries) => {
	expect(readReply(JSON.stringify(value))).toEqual(entries);
});

test.each([
	['one field', { hm: encoded([entry], 2) }, [entry]],
	['one field whose name is odd', { _: encoded([entry], 2) }, [entry]],
	['two fields', { hm: encoded([entry], 2), note: 1 }, undefined],
	['answers among others', { note: 1, Answers: encoded([entry], 2), more: 2 }, [entry]],
	['answers that are none', { answers: 'none', note: encoded([entry], 2) }, undefined],
	['an entry with a list in it', { ...entry, note: encoded([second], 2) }, [entry]],
	['no field', {}, undefined],
])('an object of %s', (_, value, entries) => {
	expect(readReply(JSON.stringify(value))).toEqual(entries);
});

const plain = { known: true, reason: '', quote: '' };

test.each([
	[
		'texts',
		{ 1: 'x', 2: 'y' },
		[
			{ index: 1, answer: 'x', ...plain },
			{ index: 2, answer: 'y', ...plain },
		],
	],
	['lists', { Q1: ['x', 'y'] }, [{ index: 1, answer: ['x', 'y'], ...plain }]],
	['nothing', { 1: null }, [{ index: 1, answer: '', ...plain, known: false }]],
	[
		'objects',
		{ '#3': { answer: 'x', quote: 'q' } },
		[{ index: 3, answer: 'x', ...plain, quote: 'q' }],
	],
	['an object of another index', { 1: { index: 2, answer: 'x' } }, []],
	[
		'an object of the same index',
		{ Q2: { index: '2', answer: 'x' } },
		[{ index: 2, answer: 'x', ...plain }],
	],
	['an object that is no entry', { 1: { known: 'perhaps', answer: 'x' } }, []],
	['names of which one is no index', { 1: 'x', mood: 'y' }, undefined],
	['a number alone', { 1: 7 }, [{ index: 1, answer: '7', ...plain }]],
])('by index, with %s', (_, answers, entries) => {
	expect(readReply(JSON.stringify({ answers }))).toEqual(entries);
});

test('a reply without any entry that can be read is one all the same', () => {
	expect(readReply('{"answers":[]}')).toEqual([]);
	expect(readReply('{"answers":[{"index":"one"}]}')).toEqual([]);
	// An empty draft behind it does not hide the whole one.
	expect(readReply(`{"answers":[]} ${reply}`)).toEqual([entry]);
});

test.each([
	['nothing', '', [entry]],
	['blanks and a fence', ' \n```\n', [entry]],
	['a word', ' ok', []],
	['a word behind a fence', '\n```\nok', []],
	['another bracket', '}', []],
])('a whole reply that was cut off with %s behind it', (_, behind, entries) => {
	const whole = JSON.stringify({ answers: [entry, second] });
	expect(readCutOffReply(`Here: ${whole}${behind}`)).toEqual(entries);
});

test('of several that were begun the last one counts', () => {
	const cut = (answer: string) => `{"answers":[${JSON.stringify({ ...entry, answer })},{"index":2`;
	expect(readCutOffReply(`${cut('first')} no: ${cut('second')}`)).toMatchObject([
		{ answer: 'second' },
	]);
	expect(readCutOffReply(`Here: { "ANSWERS" : [ ${JSON.stringify(entry)}, {`)).toEqual([entry]);
});

test('a comma within an entry ends none', () => {
	expect(readCutOffReply(`{"answers":[{"index":1,"answer":["a","b`)).toEqual([]);
	expect(readCutOffReply(`{"answers":[{"index":1,"answer":["a","b"]},{"index":2,"x":[1,`)).toEqual([
		{ index: 1, answer: ['a', 'b'], known: true, reason: '', quote: '' },
	]);
});

test.each(['', 'I cannot.', reply.slice(0, 10), '{"answers":{"1":"x"},{'])(
	'%j has no entry that was written in full',
	(text) => expect(readCutOffReply(text)).toEqual([]),
);
