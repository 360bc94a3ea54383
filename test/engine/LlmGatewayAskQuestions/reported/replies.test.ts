import { askScripted, type Turn } from '../../../support/engine/scriptedCall';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

const call: readonly Turn[] = [
	['A', 'Hello, Dana here, support.'],
	['B', 'I pay 1299 dollars. She leaves.'],
];
const questions = [
	{ key: 'agent', question: 'Who is the agent?', answerType: 'text' },
	{ key: 'topic', question: 'What is it about?', answerType: 'text' },
	{ key: 'price', question: 'What does it cost?', answerType: 'number' },
];
const ANSWERS = { agent: 'Dana', topic: 'support', price: 1_299 };
const TEXTS = ['Dana', 'support', '1299'];

const entry = (index: number, answer: string) =>
	`{"index":${index},"known":true,"answer":"${answer}","reason":"r","quote":""}`;
const reply = (from = 1, texts: readonly string[] = TEXTS) =>
	`{"answers":[${texts.map((text, i) => entry(i + from, text)).join(',')}]}`;
const whole = reply();
const draft = reply(1, ['Bob', 'sales', '12']);

const ask = async (text: string, finishReason?: string) => {
	const { run, json, requests } = await askScripted(
		bench,
		call,
		questions,
		text,
		finishReason === undefined ? {} : { finishReason },
	);
	return { answers: json?.answers, requests, message: run.run.data.resultData.error?.message };
};

test.each([
	['as it was asked for', whole],
	[
		'in another order',
		`{"answers":[${[3, 1, 2].map((i) => entry(i, TEXTS[i - 1] ?? '')).join(',')}]}`,
	],
	['with one entry twice', whole.replace(']}', `,${entry(3, '1299')}]}`)],
	['with a trailing comma', whole.replace(']}', ',]}')],
	['encoded twice', JSON.stringify(whole)],
	[
		'as an object by index',
		`{"answers":{"1":{"known":true,"answer":"Dana"},"2":"support","3":{"answer":1299}}}`,
	],
	[
		'with names in another case',
		whole.replace(/index|known|answers?|quote/g, (name) => name.toUpperCase()),
	],
	['with "known": "yes"', whole.replaceAll('"known":true', '"known":"yes"')],
	['in a list', `[${whole}]`],
	['as the list alone', whole.slice(11, -1)],
	['with a reason that is an object', whole.replace('"reason":"r"', '"reason":{"text":"r"}')],
	['with indexes as text', whole.replaceAll(/"index":(\d)/g, '"index":"Q$1"')],
	['between apostrophes', whole.replaceAll('"', "'").replaceAll('true', 'True')],
	['without quotation marks at names', whole.replaceAll(/"(\w+)":/g, '$1:')],
	['without commas between entries', whole.replaceAll('},{', '}\n{')],
	['in a fence between sentences', `Here you go:\n\`\`\`json\n${whole}\n\`\`\`\nAnything else?`],
	['wrapped once more', `{"result":${whole}}`],
	['behind thoughts with a draft', `<think>Maybe ${draft}? No.</think>${whole}`],
	['behind a fenced draft in thoughts', `<think>\`\`\`json\n${draft}\n\`\`\`</think>\n${whole}`],
	['behind thoughts that begin without a mark', `Maybe ${draft}</think>${whole}`],
	['behind thoughts by another name', `<reasoning>${draft}</reasoning>${whole}`],
])('a reply %s is read at once', async (_, text) => {
	expect(await ask(text)).toEqual({ answers: ANSWERS, requests: 1, message: undefined });
});

test.each([
	['is numbered from 0', reply(0), /answered a question 0, which was not asked/],
	['is numbered from 2', reply(2), /answered a question 4, which was not asked/],
	[
		'has an answer too many',
		whole.replace(']}', `,${entry(4, 'x')}]}`),
		/a question 4, which was not asked/,
	],
	['numbers an object from 0', '{"answers":{"0":"Dana","1":"support","2":"1299"}}', /a question 0/],
	['has a negative index', whole.replace('"index":3', '"index":-3'), /a question -3/],
	['has no indexes', whole.replaceAll(/"index":\d,/g, ''), /no answer to agent/],
	['names its answers otherwise', whole.replaceAll('"answer":', '"value":'), /no answer to agent/],
	['is no JSON', 'agent: Dana', /said "agent: Dana" instead of JSON/],
])('a reply that %s gives no answer and is asked for again', async (_, text, message) => {
	expect(await ask(text)).toEqual({
		answers: undefined,
		requests: 2,
		message: expect.stringMatching(message),
	});
});

test('two answers to one question are none', async () => {
	expect(await ask(whole.replace(']}', `,${entry(3, '12')}]}`))).toMatchObject({
		answers: undefined,
		requests: 2,
	});
});

test.each(['length', 'max_tokens', 'MAX_TOKENS', 'model_length'])(
	'of a reply that ended with %s the last entry is never taken, however well it was closed',
	async (finishReason) => {
		const short = reply(1, ['Dana', 'support', '12']);
		expect(await ask(short, finishReason)).toMatchObject({
			answers: undefined,
			message: expect.stringContaining('was cut off'),
		});
	},
);

test('a draft in thoughts that break off is no answer', async () => {
	expect(await ask(`<think>Maybe ${draft}. But wait`, 'length')).toMatchObject({
		answers: undefined,
		message: expect.stringContaining('was cut off'),
	});
});

test.each<[string, string, object, unknown]>([
	['thoughts before a text', '<think>He was rude.</think>\n\nDear customer', {}, 'Dear customer'],
	[
		'a fenced draft before JSON',
		'<think>```json {"amount": 1}``` no</think>{"amount": 1299}',
		{ responseFormat: 'json' },
		{ amount: 1_299 },
	],
])('in Prompt %s are no part of the response', async (_, content, parameters, response) => {
	bench.sandbox.fail({ path: '/v1/chat/completions', fault: { kind: 'chatReply', content } });
	const { output } = await bench.ask([{ json: { call: 'Speaker A: Hello.' } }], {
		operation: 'prompt',
		transcriptSource: 'text',
		transcriptText: '={{ $json.call }}',
		prompt: 'Write a reply.',
		...parameters,
	});
	expect(output[0]?.json.response).toEqual(response);
});
