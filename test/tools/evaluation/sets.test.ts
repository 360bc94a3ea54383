import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { textFor } from '../../../tools/evaluation/set/labelledSet';
import { readHarperValley } from '../../../tools/evaluation/set/harperValley';
import { readOwnSet } from '../../../tools/evaluation/set/ownSet';
import { temporaryFolder } from '../../support/temporaryFolder';

const QUESTIONS = [
	{ key: 'mood', question: 'Which mood?', answerType: 'oneOf', choices: ['good', 'bad'] },
	{ key: 'price', question: 'How much?', answerType: 'number' },
	{ key: 'soon', question: 'Soon?', answerType: 'yesNo' },
];

/** A folder with these files, of which a text is written as it is. */
async function folderOf(files: Record<string, unknown>): Promise<string> {
	const folder = await temporaryFolder('evaluation-');
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		const text = typeof content === 'string' ? content : JSON.stringify(content);
		writeFileSync(path.join(folder, name), text);
	}
	return folder;
}

const CALL = { text: 'Ada: hello\nBo: good day\nto you' };

test('a call is read from a text or from utterances, and a machine transcript by turns gets its times', async () => {
	const folder = await folderOf({
		'questions.json': QUESTIONS,
		'calls/a.json': { ...CALL, expected: { mood: 'good', price: null } },
		'calls/b.json': {
			id: 'second',
			utterances: [{ speaker: 'Ada', text: 'hello', start: 0, end: 500 }],
			machine: { utterances: [{ speaker: 'A', text: 'yellow there', start: 100, end: 500 }] },
		},
	});
	const { calls, questions } = readOwnSet(folder, Infinity);
	expect(questions.map(({ key }) => key)).toEqual(['mood', 'price', 'soon']);
	expect(calls.map(({ id }) => id)).toEqual(['a', 'second']);
	expect(calls[0]?.turns).toEqual([
		{ speaker: 'Ada', text: 'hello' },
		{ speaker: 'Bo', text: 'good day to you' },
	]);
	expect(calls[0]?.expected).toEqual(
		new Map<string, unknown>([
			['mood', 'good'],
			['price', null],
		]),
	);
	expect(calls[1]?.heard).toEqual([
		{ text: 'yellow', speaker: 'A', start: 100, end: 300 },
		{ text: 'there', speaker: 'A', start: 300, end: 500 },
	]);
	expect(calls.map(textFor)).toEqual(['Ada: hello\nBo: good day to you', 'A: yellow there']);
	expect(readOwnSet(folder, 1).calls).toHaveLength(1);
});

test('files as Windows writes them are read, with the mark of their encoding', async () => {
	const folder = await folderOf({
		'questions.json': `\uFEFF${JSON.stringify(QUESTIONS)}`,
		'calls/a.json': `\uFEFF${JSON.stringify(CALL)}`,
	});
	expect(readOwnSet(folder, Infinity).calls.map(({ id }) => id)).toEqual(['a']);
});

test.each<[Record<string, unknown>, RegExp]>([
	[{}, /questions\.json cannot be read$/],
	[{ 'questions.json': '[1,' }, /questions\.json: it is not valid JSON: in line 1, column 4 /],
	[
		{ 'questions.json': [{ question: 'x', answerType: 'oneOf' }] },
		/questions\.json: Question 1 \("x"\) has fewer than two choices$/,
	],
	[{ 'questions.json': QUESTIONS }, /^There is no folder .*calls$/],
	[
		{ 'questions.json': QUESTIONS, 'calls/a.txt': 'x' },
		/^There is no call \(\*\.json\) in .*calls$/,
	],
	[{ 'calls/a.json': { text: '' } }, /a\.json, text: it is empty$/],
	[{ 'calls/a.json': '{\n"text": x' }, /a\.json is no JSON: in line 2, column 9 a value belongs/],
	[{ 'calls/a.json': { text: 5 } }, /a\.json, text: /],
	[{ 'calls/a.json': {} }, /a\.json has neither utterances nor a text: nothing was said$/],
	[{ 'calls/a.json': { ...CALL, expcted: {} } }, /a\.json: .*expcted/],
	[
		{ 'calls/a.json': { ...CALL, expected: { moood: 'good' } } },
		/a\.json, expected\.moood: is the key of no question in questions\.json$/,
	],
	[
		{ 'calls/a.json': { ...CALL, expected: { mood: 'fine' } } },
		/a\.json, expected\.mood: "fine" is none of the choices good, bad$/,
	],
	[
		{ 'calls/a.json': { ...CALL, expected: { soon: 'yes' } } },
		/a\.json, expected\.soon: is not true or false \(or null for not told\)$/,
	],
	[
		{ 'calls/a.json': { ...CALL, expected: { price: '5' } } },
		/a\.json, expected\.price: is not a number, or \{ "number": 5, "tolerance": 1 \} /,
	],
	[
		{ 'calls/a.json': { ...CALL, id: 'x' }, 'calls/b.json': { ...CALL, id: 'x' } },
		/^Two calls have the id "x"$/,
	],
])('%j is refused in one line', async (files, message) => {
	const isAboutCalls = Object.keys(files).some((name) => name.startsWith('calls'));
	const folder = await folderOf({ ...(isAboutCalls && { 'questions.json': QUESTIONS }), ...files });
	expect(() => readOwnSet(folder, Infinity)).toThrow(message);
});

const segment = (role: string, start: number, human: string, machine = human) => ({
	speaker_role: role,
	start_ms: start,
	duration_ms: 900,
	human_transcript: human,
	transcript: machine,
	word_offsets_ms: machine.split(' ').map((_, i) => 100 * i),
	word_durations_ms: machine.split(' ').map(() => 90),
});

const metadata = (...tasks: Array<Record<string, unknown>>) => ({
	agent: { metadata: { agent_name: 'Ada' } },
	caller: { metadata: { 'first and last name': 'Bo Olsen' } },
	tasks,
});

test('a download of Harper Valley is read by turns, with the labels of its task', async () => {
	const folder = await folderOf({
		'data/transcript/a.json': [
			segment('caller', 3000, 'this is bo', 'this is bow'),
			segment('agent', 1000, 'hello [noise] there'),
			segment('agent', 2000, 'how are you'),
			segment('caller', 4000, '[noise]', 'uh'),
		],
		'data/metadata/a.json': metadata({ task_type: 'pay bill', 'money amount': '$1,113' }),
		'data/transcript/b.json': [segment('agent', 0, 'hello')],
		'data/metadata/b.json': metadata({ task_type: 'pay bill' }, { task_type: 'replace card' }),
	});
	const { calls, names, questions } = readHarperValley(folder, Infinity);
	expect(names).toEqual(['ada', 'bo', 'olsen']);
	expect(calls[0]?.turns).toEqual([
		{ speaker: 'agent', text: 'hello there how are you', start: 1000, end: 2900 },
		{ speaker: 'caller', text: 'this is bo', start: 3000, end: 3900 },
	]);
	expect(calls[0]?.heard.slice(0, 2)).toEqual([
		{ text: 'hello', speaker: 'agent', start: 1000, end: 1090 },
		{ text: 'there', speaker: 'agent', start: 1200, end: 1290 },
	]);
	expect(calls[0]?.heard.at(-1)?.text).toBe('uh');
	expect(Object.fromEntries(calls[0]?.expected ?? [])).toEqual({
		task: 'pay bill',
		caller_name: 'Bo Olsen',
		bill_amount: 1113,
		branch_hours: null,
		account_balance: null,
		transfer_amount: null,
		card: null,
		transfer_from: null,
	});
	expect(Object.fromEntries(calls[1]?.expected ?? [])).toEqual({ caller_name: 'Bo Olsen' });
	expect(questions.map(({ key }) => key)).toEqual(
		expect.arrayContaining([...(calls[0]?.expected.keys() ?? [])]),
	);
});

test.each<[Record<string, unknown>, RegExp]>([
	[
		{ 'questions.json': [] },
		/is not gridspace-stanford-harper-valley: it has no data\/transcript$/,
	],
	[{ 'data/transcript/a.txt': '' }, /^There is no call in .*transcript$/],
	[{ 'data/transcript/a.json': [] }, /metadata\/a\.json cannot be read$/],
	[
		{ 'data/transcript/a.json': [{}], 'data/metadata/a.json': metadata() },
		/transcript\/a\.json, 0\.speaker_role: /,
	],
])('%j is no download of Harper Valley', async (files, message) => {
	const folder = await folderOf(files);
	expect(() => readHarperValley(folder, Infinity)).toThrow(message);
});
