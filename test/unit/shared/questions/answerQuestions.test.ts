import fc from 'fast-check';
import { AssemblyAiError } from '../../../../nodes/shared/api/core/errors';
import { answerQuestions } from '../../../../nodes/shared/questions/answerQuestions';
import type { Inquiry } from '../../../../nodes/shared/questions/questionRequest';
import { GatewaySession } from '../../../../nodes/shared/gateway/gatewaySession';
import type { Question } from '../../../../nodes/shared/questions/question';
import { sourceOfText } from '../../../../nodes/shared/gateway/source';
import { listed } from '../../../support/unit/models';
import { anyQuestions, question } from '../../../support/unit/questions';
import {
	json,
	questionsIn,
	refused,
	said,
	ScriptedGateway,
	type ChatBody,
	type Reply,
} from '../../../support/unit/services/scriptedGateway';

const ask = async (
	answer: (body: ChatBody, number: number) => Reply,
	questions: Question[] = [question()],
	more: Partial<Inquiry> = {},
	models: unknown[] = [],
) => {
	const gateway = new ScriptedGateway(answer);
	gateway.models = models;
	const inquiry: Inquiry = {
		source: sourceOfText('It is a blue map. We like it very much indeed.'),
		questions,
		settings: {
			model: 'claude-sonnet-4-6',
			fallbackModels: [],
			maxTokens: 0,
			temperature: undefined,
		},
		evidence: true,
		systemPrompt: '',
		...more,
	};
	const answers = await answerQuestions(new GatewaySession(gateway.service), inquiry);
	return { ...answers, requests: gateway.requests };
};

const entry = (index: number, more = {}) => ({
	index,
	known: true,
	answer: `answer ${index}`,
	reason: `reason ${index}`,
	quote: '',
	...more,
});
const answersOf = (...entries: unknown[]) => said(JSON.stringify({ answers: entries }));

test('all questions go out in one request and come back in their order', async () => {
	const questions = ['a', 'b', 'c'].map((key) => question({ key }));
	const { answered, requests } = await ask(
		() => answersOf(entry(3), entry(1), entry(2)),
		questions,
	);
	expect(answered.map((one) => [one.question.key, one.answer])).toEqual([
		['a', 'answer 1'],
		['b', 'answer 2'],
		['c', 'answer 3'],
	]);
	expect(requests).toHaveLength(1);
});

test('a second round asks the open questions alone, under their first index, and adds up the usage', async () => {
	const questions = ['a', 'b', 'c'].map((key) => question({ key }));
	const { answered, requests, usage } = await ask(
		(_, number) => (number === 1 ? answersOf(entry(1), entry(3)) : answersOf(entry(2))),
		questions,
	);
	expect(requests).toHaveLength(2);
	expect(requests[1] && questionsIn(requests[1]).map(({ index }) => index)).toEqual([2]);
	expect(answered.map(({ answer }) => answer)).toEqual(['answer 1', 'answer 2', 'answer 3']);
	expect(usage).toEqual({ inputTokens: 20, outputTokens: 10 });
});

test('whatever is asked in however many requests, each begins with the same words', async () => {
	const mixed = fc.array(
		fc.record({
			answerType: fc.constantFrom('date' as const, 'text' as const),
			saidBy: fc.constantFrom('', 'customer'),
		}),
		{ minLength: 2, maxLength: 9 },
	);
	await fc.assert(
		fc.asyncProperty(mixed, async (kinds) => {
			const questions = kinds.map((kind, i) => question({ ...kind, key: `key_${i}` }));
			// Room for two answers at once, and every other one is left out the first time.
			const models = [listed('claude-sonnet-4-6', { longest: 1_000 })];
			const skipped = new Set<number>();
			const { requests } = await ask(
				(body) => {
					const asked = questionsIn(body).map(({ index }) => Number(index));
					const left = asked.filter((index) => index % 2 === 1 || skipped.has(index));
					for (const index of asked) skipped.add(index);
					return answersOf(...left.map((index) => entry(index, { known: false })));
				},
				questions,
				{},
				models,
			);
			expect(requests.length).toBeGreaterThan(1);
			const beginnings = requests.map(({ messages }) => {
				const text = JSON.stringify(messages);
				return text.slice(0, text.indexOf('<questions>'));
			});
			expect(new Set(beginnings).size).toBe(1);
		}),
		{ numRuns: 50 },
	);
});

describe('a reply with an index that was not asked', () => {
	const questions = ['a', 'b', 'c'].map((key) => question({ key }));
	const right = [1, 2, 3].map((index) => entry(index));

	test.each([
		['counted from 0', [0, 1, 2]],
		['counted from 2', [2, 3, 4]],
		['with one more', [1, 2, 3, 4]],
		['below 0', [-1, 1, 2, 3]],
	])('(%s) is not used at all: everything is asked again', async (_, indexes) => {
		const shifted = indexes.map((index) => entry(index, { answer: 'of another question' }));
		const { answered, requests } = await ask(
			(__, number) => (number === 1 ? answersOf(...shifted) : answersOf(...right)),
			questions,
		);
		expect(answered.map(({ answer }) => answer)).toEqual(['answer 1', 'answer 2', 'answer 3']);
		expect(requests[1] && questionsIn(requests[1]).map(({ index }) => index)).toEqual([1, 2, 3]);
	});

	test('ends the item when it comes again', async () => {
		await expect(ask(() => answersOf(entry(0), entry(1), entry(2)), questions)).rejects.toThrow(
			'also when asked again: it answered a question 0, which was not asked',
		);
	});

	test('counts among the questions of its own round: a second round may be numbered anew', async () => {
		const replies = (_: ChatBody, number: number) =>
			number === 1 ? answersOf(entry(1)) : answersOf(entry(1, { answer: 'late' }), entry(2));
		await expect(ask(replies, questions)).rejects.toThrow('a question 1, which was not asked');
	});
});

test('two answers to one question are as good as none', async () => {
	const { answered } = await ask((_, number) =>
		number === 1 ? answersOf(entry(1), entry(1, { answer: 'other' })) : answersOf(entry(1)),
	);
	expect(answered.map(({ answer }) => answer)).toEqual(['answer 1']);
});

test.each<[string, Partial<Question>, object, unknown]>([
	['what the recording does not tell is null', {}, { known: false, answer: 'guess' }, null],
	['no text is no answer', {}, { answer: ' ' }, null],
	['nothing of a list is an empty list', { answerType: 'list' }, { answer: '' }, []],
	[
		'a quote is given in the original words',
		{ answerType: 'quote' },
		{ answer: 'IT IS a blue map' },
		'It is a blue map.',
	],
	['a quote that is not there is null', { answerType: 'quote' }, { answer: 'a red map' }, null],
])('%s', async (_, asked, given, answer) => {
	const { answered } = await ask(() => answersOf(entry(1, given)), [question(asked)]);
	expect(answered[0]?.answer).toEqual(answer);
});

describe('a date', () => {
	const date = question({ answerType: 'date' });
	const answerOf = async (said: string, asked: Question[], more: Partial<Inquiry> = {}) => {
		const reply = answersOf(entry(1, { answer: '2026-03-10' }));
		const source = sourceOfText(said);
		return (await ask(() => reply, asked, { source, ...more })).answered[0]?.answer;
	};

	test.each([
		['next Tuesday, at 10', null],
		['on March 10, in room 2026', '2026-03-10'],
		['on 3/10/26', '2026-03-10'],
		['on March 10, 2025', null],
		['on March tenth, twenty twenty-six, at 10', '2026-03-10'],
		['on march tenth', '2026-03-10'],
		['ในวันที่ 10 มีนาคม 2569', '2026-03-10'],
	])('of what was said, %p, is %p without the day of the recording', async (said, answer) => {
		expect(await answerOf(said, [date])).toBe(answer);
	});

	test('may follow from the day of the recording, the context or the system prompt', async () => {
		const said = 'next Tuesday, at 10';
		expect(await answerOf(said, [date], { recordingDate: '2026-03-04' })).toBe('2026-03-10');
		expect(await answerOf(said, [{ ...date, context: 'Called on 2026-03-04' }])).toBe('2026-03-10');
		expect(await answerOf(said, [date], { systemPrompt: 'It is 2026.' })).toBe('2026-03-10');
	});
});

test('a quote of somebody else than asked for is no answer', async () => {
	const word = (text: string, speaker: string) => ({ text, speaker });
	const source = {
		...sourceOfText('I can help. Great.'),
		words: [...['I', 'can', 'help.'].map((one) => word(one, 'Agent')), word('Great.', 'Customer')],
	};
	const quoted = (saidBy: string, quote: string) =>
		ask(() => answersOf(entry(1, { answer: quote })), [question({ answerType: 'quote', saidBy })], {
			source,
		});
	const [other] = (await quoted('customer', 'I can help')).answered;
	expect(other).toMatchObject({
		answer: null,
		evidence: { verified: false, problem: 'otherSpeaker', speaker: 'Agent' },
	});
	const [own] = (await quoted('customer', 'great')).answered;
	expect(own).toMatchObject({ answer: 'Great.', evidence: { verified: true } });
	const [open] = (await quoted('manager', 'I can help')).answered;
	expect(open).toMatchObject({ answer: 'I can help.' });
});

describe('a reply that is cut off', () => {
	const questions = ['a', 'b', 'c'].map((key) => question({ key }));
	const whole = JSON.stringify({ answers: [entry(1), entry(2), entry(3)] });

	test('gives what was complete; the rest is asked again', async () => {
		const { answered, requests } = await ask(
			(_, number) =>
				number === 1
					? said(whole.slice(0, whole.indexOf('answer 3')), 'max_tokens')
					: answersOf(entry(3)),
			questions,
		);
		expect(answered.map(({ answer }) => answer)).toEqual(['answer 1', 'answer 2', 'answer 3']);
		expect(requests[1] && questionsIn(requests[1])).toHaveLength(1);
	});

	test.each(['length', 'MAX_TOKENS', 'model_context_window_exceeded'])(
		'with nothing complete ends the item at once (%s)',
		async (reason) => {
			const replies = jest.fn(() => said(whole.slice(0, 20), reason));
			await expect(ask(replies, questions)).rejects.toThrow(
				'The answer of the model claude-sonnet-4-6 was cut off after 5 tokens',
			);
			expect(replies).toHaveBeenCalledTimes(1);
		},
	);

	test('does not give its last answer, though the service has repaired it', async () => {
		const repaired = { answers: [entry(1), entry(2), entry(3, { answer: '12' })] };
		const cut = said(JSON.stringify(repaired), 'max_tokens');
		const { answered, requests } = await ask(
			(_, number) => (number === 1 ? cut : answersOf(entry(3, { answer: '1299' }))),
			questions,
		);
		expect(answered.map(({ answer }) => answer)).toEqual(['answer 1', 'answer 2', '1299']);
		expect(requests[1] && questionsIn(requests[1])).toHaveLength(1);
	});

	test('within its thoughts has no answers, whatever it drafted there', async () => {
		const reply = said(`<think>Maybe ${whole}. But wait`, 'length');
		await expect(ask(() => reply, questions)).rejects.toThrow('was cut off');
	});

	test('twice ends the item', async () => {
		const reply = () => said(whole.slice(0, whole.indexOf('answer 2')), 'length');
		await expect(ask(reply, questions)).rejects.toThrow('was cut off');
	});
});

describe('a hundred questions', () => {
	const hundred = Array.from({ length: 100 }, (_, i) => question({ key: `key ${i + 1}` }));
	const answerAll = (body: ChatBody) =>
		answersOf(...questionsIn(body).map(({ index }) => entry(Number(index))));
	const expected = Array.from({ length: 100 }, (_, i) => `answer ${i + 1}`);

	test.each([
		['that nothing is known of', []],
		['that writes long answers', [listed('claude-sonnet-4-6', { longest: 64_000 })]],
	])('go out in one request to a model %s', async (_, models) => {
		const { answered, requests } = await ask(answerAll, hundred, {}, models);
		expect(answered.map(({ answer }) => answer)).toEqual(expected);
		expect(requests).toHaveLength(1);
		expect(requests[0]?.max_tokens).toBe(25_500);
	});

	test('go out in equal parts to a model that cannot write that much', async () => {
		const models = [listed('claude-sonnet-4-6', { longest: 8_192 })];
		const { answered, requests, usage } = await ask(answerAll, hundred, {}, models);
		expect(answered.map(({ answer }) => answer)).toEqual(expected);
		expect(requests.map((body) => questionsIn(body).length)).toEqual([25, 25, 25, 25]);
		expect(requests.map(({ max_tokens }) => max_tokens)).toEqual([6750, 6750, 6750, 6750]);
		expect(usage).toEqual({ inputTokens: 40, outputTokens: 20 });
	});
});

test.each([
	['its own words', said('I cannot help with that.', 'refusal'), 'I cannot help with that.'],
	['a field of its provider', json(200, { choices: [{ message: { refusal: 'No.' } }] }), 'No.'],
	['a filter', said(null, 'content_filter'), 'its provider gave the reason "content_filter"'],
	['a filter in capitals', said('', 'SAFETY'), 'its provider gave the reason "safety"'],
	[
		'a filter amid JSON',
		said('{"answers":[', 'RECITATION'),
		'its provider gave the reason "recitation"',
	],
])('a model that declines by %s is not asked again', async (_, reply, why) => {
	const replies = jest.fn(() => reply);
	await expect(ask(replies)).rejects.toThrow(
		`The model claude-sonnet-4-6 declined to answer: ${why}`,
	);
	expect(replies).toHaveBeenCalledTimes(1);
});

test.each([
	['empty', said('')],
	['null', said(null)],
	['without choices', json(200, { request_id: 'r', choices: null })],
	['with a tool call', said(null, 'tool_use')],
])('an answer that is %s is asked for once more', async (_, reply) => {
	const { answered } = await ask((__, number) => (number === 1 ? reply : answersOf(entry(1))));
	expect(answered[0]?.answer).toBe('answer 1');
	await expect(ask(() => reply)).rejects.toThrow(
		'The model claude-sonnet-4-6 gave an empty answer, also when asked again',
	);
});

test('an answer that is split is read as one', async () => {
	const whole = JSON.stringify({ answers: [entry(1)] });
	const parts = [whole.slice(0, 15), whole.slice(15)];
	const byChoices = json(200, {
		choices: parts.map((content) => ({ message: { content }, finish_reason: 'stop' })),
	});
	const byParts = said(parts.map((text) => ({ type: 'text', text })));
	for (const reply of [byChoices, byParts]) {
		const { answered } = await ask(() => reply);
		expect(answered[0]?.answer).toBe('answer 1');
	}
});

test('thoughts are no part of an answer, however they come', async () => {
	const draft = JSON.stringify({ answers: [entry(1, { answer: 'draft' })] });
	const final = JSON.stringify({ answers: [entry(1)] });
	const replies = [
		`<think>${draft}</think>${final}`,
		`${draft}</think>${final}`,
		`${final}<think>or ${draft}`,
		[
			{ type: 'reasoning', text: draft },
			{ type: 'text', text: final },
		],
		[
			{ type: 'text', text: final },
			{ type: 'thinking', text: draft },
		],
	];
	for (const reply of replies) {
		const { answered, requests } = await ask(() => said(reply));
		expect(answered[0]?.answer).toBe('answer 1');
		expect(requests).toHaveLength(1);
	}
});

const anyEntry = fc.oneof(
	fc.record(
		{
			index: fc.oneof(fc.integer({ min: -1, max: 14 }), fc.string(), fc.constant('2')),
			known: fc.oneof(fc.boolean(), fc.constant('true'), fc.anything()),
			answer: fc.oneof(fc.string(), fc.constantFrom('yes', '3', '2026-01-01'), fc.anything()),
			reason: fc.oneof(fc.string(), fc.anything()),
			quote: fc.oneof(fc.constant('a blue map'), fc.string()),
		},
		{ requiredKeys: [] },
	),
	fc.anything(),
);

const anyContent = fc.oneof(
	fc.array(anyEntry).map((answers) => safeJson({ answers })),
	fc.string(),
	fc.constant(null),
	fc.array(fc.record({ text: fc.string() })),
	fc.json(),
);

const anyReply: fc.Arbitrary<Reply> = fc.oneof(
	{ weight: 8, arbitrary: fc.tuple(anyContent, finish()).map(([text, end]) => said(text, end)) },
	{ weight: 1, arbitrary: fc.json().map((text) => ({ status: 200, headers: {}, text })) },
	{ weight: 1, arbitrary: fc.string().map((text) => ({ status: 502, headers: {}, text })) },
	{ weight: 1, arbitrary: fc.string().map((text) => refused(400, text)) },
	{ weight: 1, arbitrary: fc.constantFrom<Reply>('lost', json(429, {}, { 'retry-after': '1' })) },
);

function finish(): fc.Arbitrary<string> {
	return fc.constantFrom('stop', 'end_turn', 'end_turn', 'max_tokens', 'refusal', 'SAFETY', '');
}

function safeJson(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		return '{"answers":[]}';
	}
}

test('any questions and any replies give an answer to each question in its order, or a clear error', async () => {
	await fc.assert(
		fc.asyncProperty(
			anyQuestions,
			fc.array(anyReply, { minLength: 1 }),
			async (questions, replies) => {
				try {
					const { answered } = await ask(
						(_, number) => replies[(number - 1) % replies.length] ?? 'lost',
						questions,
					);
					expect(answered.map(({ question: { key } }) => key)).toEqual(
						questions.map(({ key }) => key),
					);
					for (const { question: asked, answer } of answered) expectFits(asked, answer);
				} catch (error) {
					if (!(error instanceof AssemblyAiError)) throw error;
					expect(error.message).not.toBe('');
				}
			},
		),
		{ numRuns: 500 },
	);
});

test('an answer is never given to another question, whatever the order and the gaps', async () => {
	const order = fc.integer({ min: 1, max: 12 }).chain((count) =>
		fc.record({
			count: fc.constant(count),
			first: fc.shuffledSubarray(Array.from({ length: count }, (_, i) => i + 1)),
			strangers: fc.array(fc.integer({ min: count + 1, max: 99 })),
		}),
	);
	await fc.assert(
		fc.asyncProperty(order, async ({ count, first, strangers }) => {
			const questions = Array.from({ length: count }, (_, i) => question({ key: `key ${i + 1}` }));
			const { answered } = await ask(
				(body, number) =>
					number === 1
						? answersOf(...strangers.map((index) => entry(index)), ...first.map((i) => entry(i)))
						: answersOf(...questionsIn(body).map(({ index }) => entry(Number(index)))),
				questions,
			);
			expect(answered.map((one) => [one.question.key, one.answer])).toEqual(
				questions.map(({ key }, i) => [key, `answer ${i + 1}`]),
			);
		}),
	);
});

function expectFits({ answerType, choices }: Question, answer: unknown): void {
	if (answer === null) return;
	if (answerType === 'yesNo') expect(typeof answer).toBe('boolean');
	else if (answerType === 'number') expect(Number.isFinite(answer)).toBe(true);
	else if (answerType === 'oneOf') expect(choices).toContain(answer);
	else if (answerType === 'severalOf')
		expect(choices).toEqual(expect.arrayContaining([answer].flat()));
	else if (answerType === 'list') expect(Array.isArray(answer)).toBe(true);
	else expect(typeof answer).toBe('string');
}
