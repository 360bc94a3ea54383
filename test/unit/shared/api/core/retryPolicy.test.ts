import fc from 'fast-check';
import {
	ApiError,
	ConnectionError,
	InputError,
	InvalidReplyError,
} from '../../../../../nodes/shared/api/core/errors';
import {
	isPassing,
	isRateLimit,
	readRetryAfter,
	resendDelay,
	type Resend,
} from '../../../../../nodes/shared/api/core/retryPolicy';

const status = (httpStatus: number, retryAfterMs?: number) =>
	new ApiError('refused', { httpStatus, said: '', retryAfterMs });
const connection = (failure: ConnectionError['failure']) => new ConnectionError('cut', failure);

const delayOf = (error: unknown, resend: Resend, attempt = 1, random = 0.5) =>
	resendDelay({ error, attempt, resend, random });

describe('which failures are sent again', () => {
	test.each([408, 429, 500, 502, 503, 504])('always: status %i passes', (code) => {
		expect(delayOf(status(code), 'always')).toBeGreaterThan(0);
	});

	test.each([400, 401, 403, 404, 409, 410, 413, 422, 501])('always: status %i does not', (code) => {
		expect(delayOf(status(code), 'always')).toBeUndefined();
	});

	test.each([
		['unreachable', true],
		['lost', true],
		['timeout', false],
	] as const)('always: a connection that is %s: %s', (failure, isResent) => {
		expect(delayOf(connection(failure), 'always') !== undefined).toBe(isResent);
	});

	test.each([408, 500, 502, 503, 504])('ifRefused: status %i may have been accepted', (code) => {
		expect(delayOf(status(code), 'ifRefused')).toBeUndefined();
	});

	test.each([
		['a rate limit', status(429), true],
		['an unreachable service', connection('unreachable'), true],
		['a lost reply', connection('lost'), false],
		['a time limit', connection('timeout'), false],
		['an unreadable reply', new InvalidReplyError('?'), false],
	])('ifRefused: %s', (_, error, isResent) => {
		expect(delayOf(error, 'ifRefused') !== undefined).toBe(isResent);
	});

	test('never: not even a rate limit', () => {
		expect(delayOf(status(429, 1000), 'never')).toBeUndefined();
		expect(delayOf(connection('unreachable'), 'never')).toBeUndefined();
	});

	test('what is no fault of network or service is not sent again', () => {
		expect(delayOf(new InvalidReplyError('?'), 'always')).toBeUndefined();
		expect(delayOf(new InputError('no file'), 'always')).toBeUndefined();
		expect(delayOf(new TypeError('a fault of ours'), 'always')).toBeUndefined();
		expect(delayOf('thrown text', 'always')).toBeUndefined();
	});
});

describe('how long', () => {
	test('delays double from half a second', () => {
		expect([1, 2, 3].map((attempt) => delayOf(status(503), 'always', attempt))).toEqual([
			500, 1000, 2000,
		]);
	});

	test('jitter is a quarter either way', () => {
		expect(delayOf(status(503), 'always', 1, 0)).toBe(375);
		expect(delayOf(status(503), 'always', 1, 1)).toBe(625);
	});

	test('four attempts are enough against a fault', () => {
		expect(delayOf(status(503), 'always', 3)).toBeDefined();
		expect(delayOf(status(503), 'always', 4)).toBeUndefined();
		expect(delayOf(connection('unreachable'), 'ifRefused', 4)).toBeUndefined();
	});

	test('a rate limit is waited out for twelve attempts, growing to eight seconds', () => {
		expect(delayOf(status(429), 'ifRefused', 11, 0)).toBe(8000);
		expect(delayOf(status(429), 'ifRefused', 12)).toBeUndefined();
	});

	test('Retry-After wins over our own delays, and jitter only adds to it', () => {
		expect(delayOf(status(429, 56_000), 'always', 1, 0)).toBe(56_000);
		expect(delayOf(status(429, 56_000), 'always', 1, 1)).toBe(56_500);
		expect(delayOf(status(503, 20_000), 'always')).toBe(20_000);
	});
});

test('a rate limit is an API error with status 429 and nothing else', () => {
	expect(isRateLimit(status(429))).toBe(true);
	expect(isRateLimit(status(503))).toBe(false);
	expect(isRateLimit({ httpStatus: 429 })).toBe(false);
});

describe('readRetryAfter', () => {
	const now = Date.parse('2026-11-22T12:00:00Z');

	test.each([
		['7', 7000],
		[' 7 ', 7000],
		['0', 0],
		['0.5', 500],
		['-3', 0],
		['Sun, 22 Nov 2026 12:01:30 GMT', 90_000],
		['Sun, 22 Nov 2026 11:00:00 GMT', 0],
		['', undefined],
		['  ', undefined],
		['soon', undefined],
		['wait 7', undefined],
		// What a proxy makes of a header that was sent twice.
		['7, 7', undefined],
		['Infinity', undefined],
		[undefined, undefined],
	])('%j is %j ms', (header, expected) => {
		expect(readRetryAfter(header, now)).toBe(expected);
	});
});

describe('for any failure', () => {
	const retryAfter = fc.option(
		fc.oneof(fc.nat(), fc.string(), fc.date({ noInvalidDate: true }).map(String)),
		{ nil: undefined },
	);
	const anyError = fc.oneof(
		fc
			.tuple(fc.integer({ min: 400, max: 599 }), retryAfter)
			.map(([code, header]) =>
				status(code, readRetryAfter(header === undefined ? undefined : String(header), Date.now())),
			),
		fc.constantFrom('unreachable', 'lost', 'timeout').map(connection),
		fc.constant(new InvalidReplyError('?')),
		fc.anything(),
	);
	const anyAttempt = fc.record({
		error: anyError,
		attempt: fc.integer({ min: 1, max: 2000 }),
		resend: fc.constantFrom<Resend>('always', 'ifRefused', 'never'),
		random: fc.double({ min: 0, max: 1, noNaN: true }),
	});

	test('a delay is a finite number of milliseconds, not below zero', () => {
		fc.assert(
			fc.property(anyAttempt, (attempt) => {
				const delay = resendDelay(attempt);
				expect(delay === undefined || (Number.isFinite(delay) && delay >= 0)).toBe(true);
			}),
		);
	});

	test('what may have been accepted is never sent again where that could be billed', () => {
		fc.assert(
			fc.property(anyAttempt, ({ error, ...rest }) => {
				const isProvenRefusal =
					isRateLimit(error) ||
					(error instanceof ConnectionError && error.failure === 'unreachable');
				const delay = resendDelay({ ...rest, error, resend: 'ifRefused' });
				expect(delay === undefined || isProvenRefusal).toBe(true);
			}),
		);
	});

	test('every request is given up at last', () => {
		fc.assert(
			fc.property(anyAttempt, (attempt) => {
				expect(resendDelay({ ...attempt, attempt: 12 })).toBeUndefined();
			}),
		);
	});

	test('what is sent again is what may pass', () => {
		fc.assert(
			fc.property(anyAttempt, (attempt) => {
				expect(resendDelay(attempt) === undefined || isPassing(attempt.error)).toBe(true);
			}),
		);
	});
});
