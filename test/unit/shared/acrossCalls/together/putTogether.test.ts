import fc from 'fast-check';
import type { TogetherInquiry } from '../../../../../nodes/shared/acrossCalls/together/askTogether';
import { planTogether } from '../../../../../nodes/shared/acrossCalls/together/planTogether';
import { putTogether } from '../../../../../nodes/shared/acrossCalls/together/putTogether';
import { GatewaySession } from '../../../../../nodes/shared/gateway/gatewaySession';
import { limiterOf } from '../../../../../nodes/shared/limiter';
import { answeredCalls } from '../../../../support/unit/answeredCalls';
import { listed } from '../../../../support/unit/models';
import { question } from '../../../../support/unit/questions';
import {
	refused,
	said,
	ScriptedGateway,
	type ChatBody,
	type Reply,
} from '../../../../support/unit/services/scriptedGateway';
import {
	entriesIn,
	groupedReply,
	linesIn,
	saidTogether,
} from '../../../../support/unit/togetherModel';

const MODEL = 'claude-sonnet-4-6';

async function together(
	told: Parameters<typeof answeredCalls>[0],
	answer: (body: ChatBody, number: number) => Reply = groupedReply,
	more: { model?: object; inquiry?: Partial<TogetherInquiry> } = {},
) {
	const service = new ScriptedGateway(answer);
	service.models = [listed(MODEL, more.model)];
	const inquiry = {
		question: question({ question: 'What do customers complain about?' }),
		settings: { model: MODEL, fallbackModels: [], maxTokens: 0 },
		systemPrompt: '',
		...more.inquiry,
	};
	const gateway = new GatewaySession(service.service);
	const result = await putTogether(gateway, inquiry, answeredCalls(told), 0, limiterOf(5));
	const plan = planTogether(gateway.models.of(MODEL), inquiry, told.length);
	return { ...result, plan, requests: service.requests };
}

const complaint = (i: number) => ({
	answer: ['The price', 'The map', 'The wait'][i % 3] ?? '',
	reason: `The customer says so in call ${i}.`,
	quote: `These are the words of call ${i}.`,
});
const complaints = (count: number) => Array.from({ length: count }, (_, i) => complaint(i));

test('the answers of a few calls go out in one request, numbered, with what was really said', async () => {
	const { answer, themes, faults, models, requests } = await together([
		complaint(0),
		{ answer: null, reason: 'Nothing is said.' },
		{ ...complaint(2), verified: false },
		complaint(3),
	]);
	expect(requests).toHaveLength(1);
	expect(linesIn(requests[0] ?? { model: '', messages: [], max_tokens: 0 })).toEqual([
		{
			entry: 1,
			answer: 'The price',
			reason: 'The customer says so in call 0.',
			quotes: [{ quote: 1, text: 'These are the words of call 0.' }],
		},
		{ entry: 2, answer: 'The wait', reason: 'The customer says so in call 2.' },
		{
			entry: 3,
			answer: 'The price',
			reason: 'The customer says so in call 3.',
			quotes: [{ quote: 2, text: 'These are the words of call 3.' }],
		},
	]);
	expect({ answer, faults, models }).toEqual({ answer: 'All of it.', faults: [], models: [MODEL] });
	expect(themes).toMatchObject([
		{ title: 'The price', calls: [0, 3], quotes: [{ call: { title: 'Call 0' } }, {}] },
		{ title: 'The wait', calls: [2], quotes: [] },
	]);
});

test('the model gets neither names nor ids of calls, nor a word of a transcript that is no quote', async () => {
	const { requests } = await together(complaints(3));
	expect(JSON.stringify(requests)).not.toMatch(/transcript-\d|Call \d/);
	expect(requests[0]).not.toHaveProperty('transcript_id');
});

test('where no call tells, nothing is asked', async () => {
	const { answer, themes, requests } = await together([{ answer: null }, { answer: null }]);
	expect([answer, themes, requests]).toEqual([null, [], []]);
});

test('more than a model can read are put together in parts, and every call counts once', async () => {
	const told = complaints(200);
	const { themes, requests } = await together(told, groupedReply, { model: { context: 8_000 } });
	expect(requests.length).toBeGreaterThan(3);
	const texts = requests.flatMap(linesIn).map((line) => JSON.stringify(line));
	for (const { quote } of told) {
		expect(texts.filter((line) => line.includes('"answer"') && line.includes(quote))).toHaveLength(
			1,
		);
	}
	expect(themes.map(({ title, calls }) => [title, calls.length])).toEqual([
		['The price', 67],
		['The map', 67],
		['The wait', 66],
	]);
	expect(themes.flatMap(({ calls }) => calls).sort((one, other) => one - other)).toEqual(
		told.map((_, i) => i),
	);
	for (const { calls, quotes } of themes) {
		expect(quotes).toHaveLength(3);
		for (const { call } of quotes) expect(calls).toContain(Number(call.title.slice(5)));
	}
});

test('no request is more than the model can read', async () => {
	const context = 8_000;
	const { requests } = await together(complaints(300), groupedReply, { model: { context } });
	for (const { messages, max_tokens: written } of requests) {
		const read = messages.reduce((sum, { content }) => sum + content.length / 4, 0);
		expect(read + written).toBeLessThanOrEqual(context);
	}
});

test('the requests grow with the calls and no faster', async () => {
	const requestsFor = async (count: number) =>
		(await together(complaints(count), groupedReply, { model: { context: 6_000 } })).requests
			.length;
	const [few, many] = [await requestsFor(200), await requestsFor(1_600)];
	expect(few).toBeGreaterThan(5);
	expect(many).toBeLessThanOrEqual(8 * few + 4);
});

test('it comes to an end and counts every call, whatever is told and however small the model is', async () => {
	const told = fc.array(
		fc.record({
			answer: fc.string({ maxLength: 3_000 }),
			reason: fc.string({ maxLength: 900 }),
			quote: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
		}),
		{ minLength: 1, maxLength: 40 },
	);
	const everything = (body: ChatBody) => {
		const entries = entriesIn(body).map(({ entry }) => entry);
		return saidTogether([{ title: 'All', entries }]);
	};
	await fc.assert(
		fc.asyncProperty(told, fc.integer({ min: 1, max: 20_000 }), async (calls, context) => {
			const { themes, requests } = await together(calls, everything, { model: { context } });
			expect(themes).toMatchObject([{ title: 'All', calls: calls.map((_, i) => i) }]);
			expect(requests.length).toBeLessThan(Math.max(2, calls.length));
		}),
		{ numRuns: 40 },
	);
});

test('the answers over parts go along with their themes', async () => {
	const { requests } = await together(complaints(100), groupedReply, { model: { context: 8_000 } });
	const lines = linesIn(requests.at(-1) ?? { model: '', messages: [], max_tokens: 0 });
	const parts = lines.filter((line) => 'part_answer' in Object(line));
	expect(parts.length).toBeGreaterThan(1);
	expect(parts.reduce<number>((sum, part) => sum + Number(Object(part).calls), 0)).toBe(100);
	expect(lines).toContainEqual(
		expect.objectContaining({ theme: 'The price', calls: expect.any(Number) }),
	);
});

test('parts in which nothing was found leave nothing to put together', async () => {
	const { answer, themes, requests } = await together(complaints(100), () => saidTogether([], ''), {
		model: { context: 8_000 },
	});
	expect([answer, themes]).toEqual([null, []]);
	for (const request of requests) expect(linesIn(request)).not.toEqual([]);
});

test('a request that fails is the end of the question, once all others have ended', async () => {
	let ended = 0;
	const failing = (body: ChatBody, number: number) => {
		if (number === 1) return refused(400, 'invalid request body');
		ended++;
		return groupedReply(body);
	};
	const work = together(complaints(200), failing, { model: { context: 8_000 } });
	await expect(work).rejects.toThrow('invalid request body');
	expect(ended).toBeGreaterThan(2);
});

test.each([1, 10, 200, 2_000])(
	'a plan for %i calls says how many requests it will take',
	async (count) => {
		const { plan, requests } = await together(complaints(count));
		expect(plan.requests).toBe(requests.length);
		expect(plan.inputTokens).toBeGreaterThan(120 * count);
	},
);

test('a plan for a small model rather says too much than too little', async () => {
	const { plan, requests } = await together(complaints(400), groupedReply, {
		model: { context: 8_000 },
	});
	expect(plan.requests).toBeGreaterThanOrEqual(requests.length);
	expect(plan.requests).toBeLessThan(400);
});

test('who sets a limit of tokens has it kept to', async () => {
	const { requests } = await together(complaints(3), groupedReply, {
		inquiry: { settings: { model: MODEL, fallbackModels: [], maxTokens: 700 } },
	});
	expect(requests[0]?.max_tokens).toBe(700);
});

describe('a reply that names what was not given', () => {
	const strange = [
		{ title: 'Price', entries: [1] },
		{ title: 'Owls', entries: [1, 99] },
	];

	test('is asked for again', async () => {
		const { themes, faults, requests } = await together(complaints(3), (body, number) =>
			number === 1 ? saidTogether(strange) : groupedReply(body),
		);
		expect(requests).toHaveLength(2);
		expect(themes.map(({ title }) => title)).not.toContain('Owls');
		expect([themes.length, faults]).toEqual([3, []]);
	});

	test('twice loses the theme that does, and no other', async () => {
		const { themes, faults, requests } = await together(complaints(3), () => saidTogether(strange));
		expect(requests).toHaveLength(2);
		expect(themes).toMatchObject([{ title: 'Price', calls: [0] }]);
		expect(faults).toEqual(['the theme "Owls" names 99, which was not given']);
	});

	test('is better than none', async () => {
		const { themes } = await together(complaints(3), (_, number) =>
			number === 1 ? saidTogether(strange) : said('I cannot say that again.'),
		);
		expect(themes).toMatchObject([{ title: 'Price' }]);
	});
});

describe('a reply that cannot be used', () => {
	test.each([
		[
			'prose, twice',
			() => said('I think so.'),
			'did not answer in the form asked for, also when asked again: it said "I think so." instead of JSON',
		],
		['nothing, twice', () => said(''), 'gave an empty answer, also when asked again'],
		['half of it', () => said('{"answer": "It', 'max_tokens'), 'was cut off after 5 tokens'],
		['a refusal', () => said('I will not.', 'refusal'), 'declined to answer: I will not.'],
	])('%s, is an error', async (_, reply, message) => {
		await expect(together(complaints(3), reply)).rejects.toThrow(message);
	});

	test('is asked for once more', async () => {
		const { themes, requests } = await together(complaints(3), (body, number) =>
			number === 1 ? said('Let me see.') : groupedReply(body),
		);
		expect([requests.length, themes.length]).toEqual([2, 3]);
	});
});
