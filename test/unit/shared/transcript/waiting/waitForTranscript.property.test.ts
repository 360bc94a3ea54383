import fc from 'fast-check';
import { ApiError, AssemblyAiError } from '../../../../../nodes/shared/api/core/errors';
import { outcomeOf } from '../../../../../nodes/shared/outcome';
import { waitForTranscript } from '../../../../../nodes/shared/transcript/waiting/waitForTranscript';
import {
	ID,
	jobReply,
	lost,
	refusal,
	textReply,
	timedOut,
	unreachable,
} from '../../../../support/unit/replies';
import type { Step } from '../../../../support/unit/services/scriptedHttp';
import { scripted } from '../../../../support/unit/services/service';

const MAX_OWN_PAUSE_MS = 11_000;
const SILENCE_MS = 5 * 60_000;

interface Look {
	step: Step;
	takesMs: number;
	/** What its reply asked for, in milliseconds. */
	retryAfterMs: number;
}

const takesMs = fc.integer({ min: 0, max: 60_000 });
const plain = (step: Step) => takesMs.map((ms): Look => ({ step, takesMs: ms, retryAfterMs: 0 }));
const refused = fc
	.tuple(fc.constantFrom(429, 500, 502, 503, 504, 408), fc.integer({ min: 0, max: 600 }), takesMs)
	.map(
		([status, seconds, ms]): Look => ({
			step: refusal(status, 'no', { 'retry-after': String(seconds) }),
			takesMs: ms,
			retryAfterMs: seconds * 1000,
		}),
	);
const passing = fc.oneof(
	...[jobReply('queued'), jobReply('processing'), textReply(200, '{"id"'), textReply(503, '')].map(
		plain,
	),
	...[lost(), timedOut(), unreachable()].map(plain),
	refused,
);
const last = fc.oneof(
	fc.constant('the transcript'),
	fc.constantFrom('the job failed', 'the key is refused', 'the id is unknown'),
);
const ENDS: Readonly<Record<string, Step>> = {
	'the transcript': jobReply('completed', { text: 'Hello.', words: [] }),
	'the job failed': jobReply('error', { error: 'Audio duration is too short.' }),
	'the key is refused': refusal(401, 'API token missing/invalid'),
	'the id is unknown': refusal(400, 'Transcript lookup error, transcript id not found'),
};

test('whatever the looks give, a wait ends, and in the right way', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(passing, { maxLength: 60 }),
			last,
			fc.integer({ min: 1, max: 3 * 3600_000 }),
			fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
			async (looks, end, timeLimitMs, random) => {
				const steps = looks.map(
					({ step, takesMs: ms }): Step =>
						async (request) => {
							await clock.passed(ms);
							if (step instanceof Error) throw step;
							return typeof step === 'function' ? await step(request) : step;
						},
				);
				const { service, clock, http } = scripted([...steps, ENDS[end] ?? lost()], {
					random: () => random,
				});

				const outcome = await outcomeOf(waitForTranscript(service, ID, { timeLimitMs }));

				const isAtEnd = http.requests.length === looks.length + 1;
				if (outcome.ok) {
					expect(end).toBe('the transcript');
					expect(outcome.value).toEqual({ id: ID, status: 'completed', text: 'Hello.', words: [] });
				} else {
					expect(outcome.error).toBeInstanceOf(AssemblyAiError);
					expect(outcome.error).toMatchObject({ facts: { transcriptId: ID } });
				}
				// Before the last look only the time limit or five minutes of silence may end it.
				if (!isAtEnd)
					expect(clock.elapsed()).toBeGreaterThanOrEqual(Math.min(timeLimitMs, SILENCE_MS));
				// Only the last look can give the transcript, and when it is made it must.
				expect(outcome.ok).toBe(isAtEnd && end === 'the transcript');
				if (isAtEnd && end === 'the key is refused') {
					expect(!outcome.ok && outcome.error).toBeInstanceOf(ApiError);
				}

				// No pause is longer than our own longest or what that very look asked for.
				clock.pauses.forEach((pause, index) => {
					const asked = looks[index]?.retryAfterMs ?? 0;
					expect(pause).toBeLessThanOrEqual(Math.max(MAX_OWN_PAUSE_MS, asked));
				});
				const begins = http.requests.map(({ at }) => at - (http.requests[0]?.at ?? 0));
				expect(Math.max(...begins)).toBeLessThanOrEqual(timeLimitMs);
			},
		),
		{ numRuns: 300 },
	);
});
