import {
	type AssemblyAiError,
	ApiError,
	CanceledError,
	ConnectionError,
	HaltedError,
	InvalidReplyError,
	TranscriptFailedError,
	WaitTimeoutError,
} from '../../../../../nodes/shared/api/core/errors';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
} from '../../../../../nodes/shared/transcript/waiting/waitForTranscript';
import { failureOf } from '../../../../support/unit/failureOf';
import {
	ID,
	jobReply,
	lost,
	refusal,
	textReply,
	timedOut,
	unreachable,
} from '../../../../support/unit/replies';
import { scripted } from '../../../../support/unit/services/service';

const MINUTE = 60_000;
const HOUR = { timeLimitMs: 60 * MINUTE };
const processing = jobReply('processing');
const completed = jobReply('completed', { text: 'Hello.' });

test('looks at once', async () => {
	const { service, http, clock } = scripted([completed]);

	const transcript = await waitForTranscript(service, ID, HOUR);

	expect(transcript).toEqual({ id: ID, status: 'completed', text: 'Hello.' });
	expect(http.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
		`GET http://stt.test/v2/transcript/${ID}`,
	]);
	expect(clock.elapsed()).toBe(0);
});

test('looks soon at first, later the longer it waits, and never rarer than every 11 s', async () => {
	const { service, clock } = scripted([...Array(80).fill(processing), completed]);

	await waitForTranscript(service, ID, HOUR);

	expect(clock.pauses.slice(0, 3)).toEqual([500, 500, 500]);
	expect([...clock.pauses].sort((one, other) => one - other)).toEqual(clock.pauses);
	expect(clock.pauses.at(-1)).toBeGreaterThan(5000);
	expect(Math.max(...clock.pauses)).toBeLessThanOrEqual(11_000);
});

test.each([
	['a fault of the service', textReply(503, '')],
	['a gateway that is down', textReply(502, '<html>Bad Gateway</html>')],
	['a rate limit', refusal(429, 'Too Many Requests')],
	['a lost connection', lost()],
	['an unreachable service', unreachable()],
	['a look without an answer in time', timedOut()],
	['a reply cut off on its way', textReply(200, '{"id":"9ea6')],
])('%s is not the end', async (_, fault) => {
	const { service, http } = scripted([processing, fault, fault, fault, fault, completed]);

	expect((await waitForTranscript(service, ID, HOUR)).status).toBe('completed');

	// One look is one request: the loop itself is what repeats it.
	expect(http.requests).toHaveLength(6);
});

test('Retry-After is obeyed where it is longer than our own pause', async () => {
	const { service, clock } = scripted([
		refusal(429, 'Too Many Requests', { 'retry-after': '45' }),
		textReply(503, '', { 'retry-after': '0' }),
		completed,
	]);

	await waitForTranscript(service, ID, HOUR);

	expect(clock.pauses).toEqual([45_000, 2250]);
});

test.each([
	[401, 'Authentication error, API token missing/invalid', /API key/],
	[400, 'Transcript lookup error, transcript id not found', /transcript ID.*region/],
	[403, 'Forbidden', /API key/],
])('%i ends it at once and names the transcript', async (status, said, hint) => {
	const { service, http } = scripted([processing, refusal(status, said)]);

	const error = await failureOf(waitForTranscript(service, ID, HOUR), ApiError);

	expect(error.said).toBe(said);
	expect(error.facts).toMatchObject({
		transcriptId: ID,
		status,
		hint: expect.stringMatching(hint),
	});
	expect(http.requests).toHaveLength(2);
});

describe('a job that is not known', () => {
	const unknown = refusal(400, 'Transcript lookup error, transcript id not found');
	const accepted = { ...HOUR, knownStatus: 'queued' };

	test('though it was accepted, is asked for again: an accepted job that is not known yet is asked for again', async () => {
		const { service } = scripted([unknown, unknown, processing, unknown, completed]);
		expect(await waitForTranscript(service, ID, accepted)).toMatchObject({ text: 'Hello.' });
	});

	test('is none after a minute', async () => {
		const { service, clock } = scripted([], { always: unknown });
		const error = await failureOf(waitForTranscript(service, ID, accepted), ApiError);
		expect(error.facts.transcriptId).toBe(ID);
		expect(clock.elapsed()).toBeGreaterThanOrEqual(MINUTE);
		expect(clock.elapsed()).toBeLessThan(2 * MINUTE);
	});

	test('and of which nobody says that it was accepted, is none at once', async () => {
		const { service, http } = scripted([unknown]);
		await failureOf(waitForTranscript(service, ID, HOUR), ApiError);
		expect(http.requests).toHaveLength(1);
	});
});

test('a fault of our own is thrown as it is', async () => {
	const fault = new TypeError('x is not a function');
	const { service } = scripted([fault]);
	expect(await failureOf(waitForTranscript(service, ID, HOUR), TypeError)).toBe(fault);
});

describe('a job that ended in an error', () => {
	test('is told in the words of the service, with the id and a hint', async () => {
		const said = 'Audio duration is too short.';
		const { service } = scripted([processing, jobReply('error', { error: said })]);

		const error = await failureOf(waitForTranscript(service, ID, HOUR), TranscriptFailedError);

		expect(error.message).toBe(`AssemblyAI could not transcribe this recording: ${said}`);
		expect(error.facts).toEqual({
			transcriptId: ID,
			status: 'error',
			hint: 'A recording must be at least 160 milliseconds long.',
		});
	});

	test('may have no reason', () => {
		expect(() => finishedTranscript({ id: ID, status: 'error' })).toThrow('no reason given');
	});

	test.each([
		['queued', false],
		['processing', false],
		['completed', true],
		['error', true],
	])('%s is finished: %s', (status, finished) => {
		expect(isFinished({ id: ID, status })).toBe(finished);
	});
});

describe('the time limit', () => {
	test('ends the wait with the id and the last status', async () => {
		const { service, clock } = scripted([], { always: jobReply('queued') });

		const error = await failureOf(
			waitForTranscript(service, ID, { timeLimitMs: 5 * MINUTE }),
			WaitTimeoutError,
		);

		expect(clock.elapsed()).toBe(5 * MINUTE);
		expect(error.message).toBe(
			'The transcript was not finished within the time limit of 5 minutes (last status: queued)',
		);
		expect(error.facts).toMatchObject({ transcriptId: ID, status: 'queued' });
		expect(error.facts.hint).toContain(ID);
	});

	test('is overshot by one look at most, however slow that is', async () => {
		const { service, clock, http } = scripted([], {
			always: async () => {
				await clock.passed(59_000);
				return processing;
			},
		});

		await failureOf(waitForTranscript(service, ID, { timeLimitMs: 2 * MINUTE }), WaitTimeoutError);

		const lastLook = http.requests.at(-1)?.at ?? Infinity;
		expect(lastLook - (http.requests[0]?.at ?? 0)).toBeLessThanOrEqual(2 * MINUTE);
		expect(clock.elapsed()).toBeLessThanOrEqual(3 * MINUTE);
	});

	test('is not overshot for the sake of Retry-After', async () => {
		const { service, clock } = scripted([processing], {
			always: refusal(429, 'Too Many Requests', { 'retry-after': '600' }),
		});
		await failureOf(waitForTranscript(service, ID, { timeLimitMs: MINUTE }), WaitTimeoutError);
		expect(clock.elapsed()).toBe(MINUTE);
	});

	test.each([
		[300, '0.3 seconds'],
		[1000, '1 second'],
		[60_000, '60 seconds'],
		[90_000, '90 seconds'],
		[120_000, '2 minutes'],
		[150_000, '2.5 minutes'],
	])('%i ms read as %s', async (timeLimitMs, readable) => {
		const { service } = scripted([], { always: processing });
		const error = await failureOf(
			waitForTranscript(service, ID, { timeLimitMs }),
			WaitTimeoutError,
		);
		expect(error.message).toContain(`time limit of ${readable} (`);
	});

	test('knows the status from before when no look was answered', async () => {
		const { service } = scripted([], { always: lost() });
		const wait = waitForTranscript(service, ID, { timeLimitMs: MINUTE, knownStatus: 'queued' });
		expect((await failureOf(wait, WaitTimeoutError)).facts.status).toBe('queued');
	});

	test('without any status says that it is unknown', async () => {
		const { service } = scripted([], { always: lost() });
		const wait = waitForTranscript(service, ID, { timeLimitMs: MINUTE });
		expect((await failureOf(wait, WaitTimeoutError)).message).toContain('last status: unknown');
	});
});

describe('silence', () => {
	test.each([
		['an unreachable service', unreachable(), ConnectionError],
		['a service that is down', textReply(503, ''), ApiError],
		['a reply that never parses', textReply(200, '<html>Sign in</html>'), InvalidReplyError],
	])('of five minutes ends the wait with its cause: %s', async (_, fault, kind) => {
		const { service, clock } = scripted([processing], { always: fault });

		const error = await failureOf<AssemblyAiError>(waitForTranscript(service, ID, HOUR), kind);

		expect(error).toMatchObject({ facts: { transcriptId: ID } });
		expect(clock.elapsed()).toBeGreaterThan(5 * MINUTE);
		expect(clock.elapsed()).toBeLessThan(5 * MINUTE + 11_500);
	});

	test('is not what a rate limit is: its window lasts five minutes and more', async () => {
		const steps = Array(12).fill(refusal(429, 'Too Many Requests', { 'retry-after': '60' }));
		const { service, clock } = scripted([processing, ...steps, completed]);

		expect((await waitForTranscript(service, ID, HOUR)).status).toBe('completed');

		expect(clock.elapsed()).toBeGreaterThan(12 * MINUTE);
	});

	test('is broken by every look that is answered', async () => {
		const { service, clock } = scripted([], {
			always: async () => {
				if (clock.elapsed() > 30 * MINUTE) return completed;
				const isAnswered = Math.floor(clock.elapsed() / MINUTE) % 4 === 0;
				if (isAnswered) return processing;
				throw lost();
			},
		});
		expect((await waitForTranscript(service, ID, HOUR)).status).toBe('completed');
	});
});

describe('no longer waited for', () => {
	test('canceled in the middle of a pause, it ends at once with the id', async () => {
		const stop = new AbortController();
		const { service, clock, http } = scripted([], { always: processing, signal: stop.signal });
		clock.at(100_000, () => stop.abort());

		const error = await failureOf(waitForTranscript(service, ID, HOUR), CanceledError);

		expect(clock.elapsed()).toBe(100_000);
		expect(error.facts.transcriptId).toBe(ID);
		expect(Math.max(...http.requests.map(({ at }) => at))).toBeLessThan(clock.now());
	});

	test('canceled during a look, it does not even return a finished transcript', async () => {
		const stop = new AbortController();
		const { service } = scripted(
			[
				async () => {
					stop.abort();
					return completed;
				},
			],
			{ signal: stop.signal },
		);
		await failureOf(waitForTranscript(service, ID, HOUR), CanceledError);
	});

	test('halted, it ends after the look that is due, with id and status', async () => {
		const { service, http } = scripted([processing, processing], {});

		const error = await failureOf(
			waitForTranscript(service, ID, { ...HOUR, isHalted: () => http.requests.length === 2 }),
			HaltedError,
		);

		expect(error.facts).toEqual({ transcriptId: ID, status: 'processing' });
	});

	test('halted, a look that finds it finished is not wasted', async () => {
		const { service } = scripted([completed]);
		const wait = waitForTranscript(service, ID, { ...HOUR, isHalted: () => true });
		expect((await wait).status).toBe('completed');
	});
});

test.each([0.05, 1, 4])(
	'a reply that never ends holds up a wait of %d min by seconds only',
	async (minutes) => {
		const { service, clock } = scripted([]);
		const timeLimitMs = minutes * MINUTE;
		const dripping = {
			...service,
			http: async ({ timeoutMs }: { timeoutMs: number }) => {
				await clock.sleep(timeoutMs);
				throw timedOut();
			},
		};
		const error = await failureOf(
			waitForTranscript(dripping, ID, { timeLimitMs }),
			WaitTimeoutError,
		);
		expect(error.facts.hint).toMatch(/^The last look at it failed: no reply came in time\. /);
		expect(clock.elapsed()).toBeLessThanOrEqual(timeLimitMs + 10_000);
	},
);
