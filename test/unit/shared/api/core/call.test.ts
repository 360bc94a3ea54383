import { z } from 'zod';
import { call, type ApiCall } from '../../../../../nodes/shared/api/core/call';
import { ApiError, CanceledError, InputError } from '../../../../../nodes/shared/api/core/errors';
import type { HttpBody } from '../../../../../nodes/shared/api/core/httpClient';
import { RateGate } from '../../../../../nodes/shared/api/core/rateGate';
import { failureOf } from '../../../../support/unit/failureOf';
import {
	jsonReply,
	lost,
	refusal,
	textReply,
	timedOut,
	unreachable,
} from '../../../../support/unit/replies';
import { scripted } from '../../../../support/unit/services/service';

type Reply = { answer: number };

const read: ApiCall<Reply> = {
	purpose: 'count',
	method: 'GET',
	url: 'http://stt.test/v2/count',
	timeoutMs: 1000,
	resend: 'always',
	reply: z.object({ answer: z.number() }),
};
const pay: ApiCall<Reply> = { ...read, method: 'POST', resend: 'ifRefused' };
const done = jsonReply({ answer: 42 });

test('the request goes out as it was described and the reply comes back parsed', async () => {
	const { service, http, clock } = scripted([done]);

	expect(await call(service, { ...read, query: { limit: 3 } })).toEqual({ answer: 42 });

	expect(http.requests).toEqual([
		{ method: 'GET', url: read.url, query: { limit: 3 }, timeoutMs: 1000, at: clock.now() },
	]);
});

test('a fault that passes is sent again after growing pauses', async () => {
	const { service, clock } = scripted([textReply(503, ''), lost(), unreachable(), done]);

	expect(await call(service, read)).toEqual({ answer: 42 });

	expect(clock.pauses).toEqual([500, 1000, 2000]);
});

test('a fault that does not pass is thrown after the last attempt', async () => {
	const { service, http } = scripted([], { always: textReply(502, 'Bad Gateway') });

	const error = await failureOf(call(service, read), ApiError);

	expect(error).toMatchObject({ httpStatus: 502, said: 'Bad Gateway' });
	expect(http.requests).toHaveLength(4);
});

test.each([
	['a fault after which it may have been accepted', textReply(500, '')],
	['a lost reply', lost()],
	['a reply that did not come in time', timedOut()],
	['a reply cut off on its way', textReply(200, '{"answer":4')],
])('what costs money is not sent again after %s', async (_, step) => {
	const { service, http } = scripted([step]);

	await expect(call(service, pay)).rejects.toThrow();

	expect(http.requests).toHaveLength(1);
});

test('what costs money is sent again after a proven refusal', async () => {
	const { service, http } = scripted([refusal(429, 'Too Many Requests'), unreachable(), done]);

	expect(await call(service, pay)).toEqual({ answer: 42 });

	expect(http.requests).toHaveLength(3);
});

test('Retry-After is obeyed, in seconds and as a date', async () => {
	const { service, http, clock } = scripted(
		[
			refusal(429, 'Too Many Requests', { 'retry-after': '56' }),
			async () =>
				textReply(503, '', {
					'retry-after': new Date(clock.now() + 30_000).toUTCString(),
				}),
			done,
		],
		{ random: () => 0 },
	);

	await call(service, read);

	const [first, second, third] = http.requests.map(({ at }) => at);
	expect(Number(second) - Number(first)).toBe(56_000);
	expect(Number(third) - Number(second)).toBe(30_000);
});

test.each([
	[429, 'Too Many Requests', '301', '5.1 minutes'],
	[503, 'Down', '3600', '60 minutes'],
	[503, 'Down', '7140', '119 minutes'],
	[503, 'Down', '7200', '2 hours'],
	[429, 'Too Many Requests', '172800', '48 hours'],
])('a wait that is asked for and too long is told: %i', async (status, said, asked, readable) => {
	const { service, http, clock } = scripted([refusal(status, said, { 'retry-after': asked })]);
	const gated = { ...service, gate: new RateGate(clock) };

	const error = await failureOf(call(gated, read), ApiError);

	expect(error.message).toContain(
		`(${status}: ${said}) and asked for a pause of ${readable}, which is too long to wait for`,
	);
	expect(http.requests).toHaveLength(1);
	expect(clock.elapsed()).toBe(0);
});

test.each<Record<string, string>>([{}, { 'retry-after': '1' }])(
	'a wait that is none, or short, is not told: %j',
	async (headers) => {
		const { service } = scripted(Array.from({ length: 4 }, () => refusal(503, 'Down', headers)));
		const error = await failureOf(call(service, read), ApiError);
		expect(error.message).toMatch(/\(503: Down\)$/);
	},
);

test('five minutes are not too long', async () => {
	const { service } = scripted([refusal(429, 'no', { 'retry-after': '300' }), done]);
	expect(await call(service, read)).toEqual({ answer: 42 });
});

test('each attempt has a body of its own', async () => {
	const { service, http } = scripted([lost(), done]);
	const bodies: HttpBody[] = [];
	const body = async (): Promise<HttpBody> => {
		bodies.push({ kind: 'binary', content: new Uint8Array([bodies.length]) });
		return bodies[bodies.length - 1] ?? { kind: 'json', value: null };
	};

	await call(service, { ...read, method: 'POST', body });

	expect(bodies).toHaveLength(2);
	expect(http.requests.map((sent) => sent.body)).toEqual(bodies);
});

test('a file that cannot be opened is not tried again', async () => {
	const { service, http, clock } = scripted([]);
	const body = async (): Promise<HttpBody> => {
		throw new InputError('The file is gone');
	};

	await failureOf(call(service, { ...read, body }), InputError);

	expect(http.requests).toHaveLength(0);
	expect(clock.pauses).toEqual([]);
});

describe('cancel', () => {
	test('ends a pause in its middle and sends nothing more', async () => {
		const stop = new AbortController();
		const { service, http, clock } = scripted(
			[refusal(429, 'Too Many Requests', { 'retry-after': '60' })],
			{ signal: stop.signal },
		);
		clock.at(20_000, () => stop.abort());

		await failureOf(call(service, read), CanceledError);

		expect(clock.elapsed()).toBe(20_000);
		expect(http.requests).toHaveLength(1);
	});

	test('ends an exchange that breaks off because of it', async () => {
		const stop = new AbortController();
		const { service, http } = scripted(
			[
				async () => {
					stop.abort();
					throw lost();
				},
			],
			{ signal: stop.signal },
		);

		await failureOf(call(service, read), CanceledError);

		expect(http.requests).toHaveLength(1);
	});
});

describe('cancel, where there is nothing to break off', () => {
	test('sends nothing once it is canceled', async () => {
		const { service, http } = scripted([done], { signal: AbortSignal.abort() });
		let opened = 0;
		const body = async (): Promise<HttpBody> => {
			opened++;
			return { kind: 'json', value: null };
		};

		await failureOf(call(service, { ...pay, body }), CanceledError);

		expect(http.requests).toHaveLength(0);
		expect(opened).toBe(0);
	});

	test('sends nothing when it is canceled at the gate', async () => {
		const stop = new AbortController();
		const { service, http, clock } = scripted([done], { signal: stop.signal });
		const gate = new RateGate(clock);
		gate.close(60_000);
		clock.at(5000, () => stop.abort());

		await failureOf(call({ ...service, gate }, pay), CanceledError);

		expect(clock.elapsed()).toBe(5000);
		expect(http.requests).toHaveLength(0);
	});

	test('keeps a reply that had come already, since it may hold what was paid for', async () => {
		const stop = new AbortController();
		const { service } = scripted(
			[
				async () => {
					stop.abort();
					return done;
				},
			],
			{ signal: stop.signal },
		);

		expect(await call(service, pay)).toEqual({ answer: 42 });
	});
});

describe('the gate', () => {
	test('makes all requests wait for what one of them was told', async () => {
		const { service, http, clock } = scripted(
			[refusal(429, 'too many requests', { 'retry-after': '30' })],
			{ always: done, random: () => 0 },
		);
		const gated = { ...service, gate: new RateGate(clock) };
		const first = call(gated, read);
		await clock.sleep(1000);
		const second = call(gated, read);

		await Promise.all([first, second]);

		expect(http.requests.map(({ at }) => at - (http.requests[0]?.at ?? 0))).toEqual([
			0, 30_000, 30_000,
		]);
	});

	test('does not hold the others back for a wait that is too long', async () => {
		const { service, clock } = scripted(
			[refusal(429, 'too many requests', { 'retry-after': '3600' })],
			{ always: done },
		);
		const gated = { ...service, gate: new RateGate(clock) };
		await failureOf(call(gated, read), ApiError);

		expect(await call(gated, read)).toEqual({ answer: 42 });
		expect(clock.elapsed()).toBe(0);
	});

	test('stays open after other faults', async () => {
		const { service, http, clock } = scripted([textReply(503, '', { 'retry-after': '30' })], {
			always: done,
		});
		const gated = { ...service, gate: new RateGate(clock) };
		const first = call(gated, read);
		await clock.sleep(1000);

		await Promise.all([first, call(gated, read)]);

		expect(http.requests.map(({ at }) => at - (http.requests[0]?.at ?? 0))).toEqual([
			0, 1000, 30_000,
		]);
	});
});
