import { RateGate } from '../../../../nodes/shared/api/core/rateGate';
import { limiterOf } from '../../../../nodes/shared/limiter';
import { answerQuestions } from '../../../../nodes/shared/questions/answerQuestions';
import { GatewaySession } from '../../../../nodes/shared/gateway/gatewaySession';
import { joinGates } from '../../../../nodes/shared/gateway/sharedGates';
import { sourceOfText } from '../../../../nodes/shared/gateway/source';
import { question } from '../../../support/unit/questions';
import { json, said } from '../../../support/unit/services/scriptedGateway';
import { VirtualClock } from '../../../support/unit/virtualClock';

const WINDOW_MS = 60_000;
const reply = said('{"answers":[{"index":1,"known":true,"answer":"a","reason":"","quote":""}]}');

interface Account {
	perMinute: number;
	/** From when a window counts: its first request, or a minute of the service's own clock. */
	window: 'fromFirst' | 'byTheClock' | 'sliding';
	/** Whether each reply tells the limit in its headers. */
	tells?: boolean;
	/** Whether a refusal has Retry-After. */
	retryAfter?: boolean;
	/** Requests of somebody else at the beginning of each window. */
	others?: number;
}

/** A service that counts each model's requests, the refused ones too, and answers in 2 to 6 seconds. */
function serviceOf(clock: VirtualClock, account: Account) {
	const begin = clock.now();
	let arrivals: number[] = [];
	const refusals = new Map<number, number>();
	const windowAt = (now: number) => {
		if (account.window === 'sliding') {
			arrivals = arrivals.filter((at) => at > now - WINDOW_MS);
			return arrivals[0] ?? now;
		}
		const start =
			account.window === 'byTheClock'
				? begin - 25_000 + Math.floor((now - begin + 25_000) / WINDOW_MS) * WINDOW_MS
				: arrivals[0] !== undefined && now < arrivals[0] + WINDOW_MS
					? arrivals[0]
					: now;
		arrivals = arrivals.filter((at) => at >= start);
		return start;
	};
	const http = async ({ method }: { method: string }) => {
		if (method === 'GET') return json(200, { data: [] });
		const way = 50 + Math.abs(Math.sin(arrivals.length)) * 200;
		await clock.sleep(way);
		const now = clock.now();
		const start = windowAt(now);
		arrivals.push(now);
		const headers: Record<string, string> = {};
		if (account.tells) headers['x-ratelimit-limit'] = String(account.perMinute);
		if (arrivals.length + (account.others ?? 0) > account.perMinute) {
			refusals.set(start, (refusals.get(start) ?? 0) + 1);
			const wait = Math.ceil((start + WINDOW_MS - now) / 1000);
			return json(
				429,
				{ code: 429, message: 'too many requests for this action' },
				{
					...headers,
					...(account.retryAfter !== false && { 'retry-after': String(wait) }),
				},
			);
		}
		await clock.sleep(2_000 + Math.abs(Math.cos(now)) * 4_000);
		return { ...reply, headers };
	};
	return { http, refusals };
}

/** What the node does with the items of its runs: a few at once in each, through the gates that all share. */
async function run(count: number, account: Account, executions = 1) {
	const clock = new VirtualClock();
	const { http, refusals } = serviceOf(clock, account);
	const service = {
		http,
		clock,
		signal: undefined,
		random: Math.random,
		speechToTextUrl: 'http://speech.test',
		llmGatewayUrl: 'http://gateway.test',
		account: 'one account',
	};
	const begin = clock.now();
	const runs = Array.from({ length: executions }, () => {
		const { gates, leave } = joinGates(service);
		return { gateway: new GatewaySession(service, gates), atOnce: limiterOf(5), leave };
	});
	const settings = { model: 'one', fallbackModels: [], maxTokens: 0 };
	const inquiry = {
		source: sourceOfText('a'),
		questions: [question()],
		settings,
		evidence: true,
		systemPrompt: '',
	};
	const work = runs.flatMap(({ gateway, atOnce }) =>
		Array.from({ length: count / executions }, async () => {
			const { answered } = await atOnce(async () => await answerQuestions(gateway, inquiry));
			return answered[0]?.answer;
		}),
	);
	const answers = await Promise.all(work);
	for (const { leave } of runs) leave();
	return {
		answers,
		seconds: (clock.now() - begin) / 1000,
		refusals: [...refusals.values()],
	};
}

/** The windows that must pass, and the last requests: 4 s each on average, five at once. */
const idealSeconds = (count: number, perMinute: number) => {
	const windows = Math.ceil(count / perMinute) - 1;
	return windows * 60 + (count - windows * perMinute) * (4 / 5);
};

describe.each<Account['window']>(['fromFirst', 'byTheClock', 'sliding'])('windows %s', (window) => {
	test('20 executions side by side on an account of 30 a minute', async () => {
		const { answers, seconds, refusals } = await run(200, { perMinute: 30, window }, 20);
		expect(answers).toEqual(Array.from({ length: 200 }, () => 'a'));
		expect(Math.max(0, ...refusals)).toBeLessThanOrEqual(2);
		expect(seconds).toBeLessThanOrEqual(1.1 * idealSeconds(200, 30));
	});

	test.each<[string, Partial<Account>]>([
		['that tells its limit', { tells: true }],
		['that tells Retry-After only', {}],
		['that tells nothing', { retryAfter: false }],
	])('200 recordings on an account of 30 a minute %s', async (_, more) => {
		const { answers, seconds, refusals } = await run(200, { perMinute: 30, window, ...more });
		expect(answers).toEqual(Array.from({ length: 200 }, () => 'a'));
		expect(Math.max(0, ...refusals)).toBeLessThanOrEqual(1);
		expect(refusals.length).toBeLessThanOrEqual(more.tells ? 0 : 1);
		expect(seconds).toBeLessThanOrEqual(1.1 * idealSeconds(200, 30));
	});
});

test('an account with a higher limit is not held to the documented one', async () => {
	const { seconds } = await run(200, { perMinute: 1000, window: 'fromFirst' });
	expect(seconds).toBeLessThan(60 * 6);
});

test('an account that others use as well gets through', async () => {
	const { answers } = await run(60, { perMinute: 30, window: 'fromFirst', others: 20 });
	expect(answers).toHaveLength(60);
});

test('a free account of 2 a minute gets through, with about one refusal a window', async () => {
	const { answers, refusals } = await run(10, { perMinute: 2, window: 'fromFirst' });
	expect(answers).toHaveLength(10);
	expect(refusals.slice(1).every((count) => count <= 1)).toBe(true);
});

test('requests pass in the order in which they came', async () => {
	const clock = new VirtualClock();
	const gate = new RateGate(clock);
	gate.observe({ status: 200, headers: { 'x-ratelimit-limit': '2' } });
	const begin = clock.now();
	const passed: number[] = [];
	const times: number[] = [];
	const pass = async (number: number) => {
		await gate.acquire();
		passed.push(number);
		times.push(Math.round((clock.now() - begin) / 1000));
		gate.release();
	};
	await Promise.all([1, 2, 3, 4, 5].map(pass));
	expect(passed).toEqual([1, 2, 3, 4, 5]);
	expect(times).toEqual([0, 0, 61, 61, 122]);
});

test('stopping opens the gate at once', async () => {
	const clock = new VirtualClock();
	const gate = new RateGate(clock);
	gate.observe({ status: 429, headers: { 'retry-after': '50' } });
	const stop = new AbortController();
	const begin = clock.now();
	const passing = gate.acquire(stop.signal).then(() => clock.now() - begin);
	stop.abort();
	expect(await passing).toBe(0);
});
