import { z } from 'zod';
import { hurryClock, type HurriedClock } from '../../../../tools/chaos/hurriedClock';
import {
	COMPLAINTS,
	complaintOf,
	openCallsBench,
	QUESTIONS,
} from '../../../support/engine/callsBench';

const CALLS = 200;
const PER_MINUTE = 30;
/** A minute of the service and of the node takes three seconds. */
const HURRY = 20;

const quote = z.object({
	quote: z.string(),
	call: z.string(),
	transcriptId: z.string(),
	speaker: z.literal('B'),
	at: z.literal('00:04'),
	start: z.number(),
	end: z.number(),
});
const theme = z.object({
	title: z.string(),
	count: z.number(),
	calls: z.array(z.object({ call: z.string(), transcriptId: z.string() })),
	quotes: z.array(quote).min(1),
});
const output = z.object({
	answers: z.object({ complaint: z.string().min(1), mood: z.string().min(1) }),
	themes: z.object({ complaint: z.array(theme), mood: z.array(theme) }),
	counts: z.record(z.object({ answered: z.number(), unknown: z.number() }).passthrough()),
	calls: z.object({
		asked: z.number(),
		answered: z.number(),
		failed: z.number(),
		failures: z.array(
			z.object({ call: z.string(), transcriptId: z.string(), message: z.string() }),
		),
	}),
	usage: z.object({ requests: z.number() }),
});

let clock: HurriedClock;
let opened: Awaited<ReturnType<typeof openCallsBench>>;

beforeAll(async () => {
	clock = hurryClock(HURRY);
	const now = () => clock.at(performance.timeOrigin + performance.now());
	opened = await openCallsBench(CALLS, { speed: { gatewayPerMinute: PER_MINUTE }, now });
}, 120_000);
afterAll(async () => {
	clock.setRight();
	await opened.bench.close();
});

test('200 calls on an account of 30 a minute: every quote is of its call, and one that fails is named', async () => {
	const { bench, calls } = opened;
	const lost = 'no-such-transcript';
	const items = [...calls, { json: { transcriptId: lost, customer: 'Lost' } }];
	const result = await bench.ask(items, {
		operation: 'askAcrossCalls',
		callTitle: '={{ $json.customer }}',
		questions: QUESTIONS,
	});
	expect(result.error('Node')?.message).toBeUndefined();
	expect(result.output).toHaveLength(1);
	expect(result.output[0]?.pairedItem).toEqual(items.map((_, item) => ({ item })));
	const across = output.parse(result.output[0]?.json);

	expect(across.calls).toMatchObject({ asked: CALLS + 1, answered: CALLS, failed: 1 });
	expect(across.calls.failures).toEqual([
		{ call: 'Lost', transcriptId: lost, message: expect.stringContaining('not found') },
	]);
	expect(across.counts).toEqual({
		complaint: { answered: CALLS, unknown: 0 },
		mood: {
			answered: CALLS,
			unknown: 0,
			values: { positive: 0, neutral: 0, negative: CALLS },
		},
	});

	// Each complaint was made by a quarter of the calls, and by which is known.
	const { complaint, mood } = across.themes;
	expect(complaint.map(({ title, count }) => [title, count]).sort()).toEqual(
		COMPLAINTS.map((title) => [title, CALLS / COMPLAINTS.length]).sort(),
	);
	for (const { title, calls: named, count } of complaint) {
		expect(named).toHaveLength(count);
		for (const { call, transcriptId } of named) {
			const number = numberOf(call);
			expect(COMPLAINTS[number % COMPLAINTS.length]).toBe(title);
			expect(calls[number]?.json.transcriptId).toBe(transcriptId);
		}
	}
	for (const { quotes, calls: named } of [...complaint, ...mood]) {
		for (const { quote: words, call, transcriptId } of quotes) {
			expect(words).toBe(complaintOf(numberOf(call)));
			expect(named).toContainEqual({ call, transcriptId });
		}
	}

	const asked = bench.sandbox.requestsTo('POST', '/v1/chat/completions');
	const taken = asked.filter(({ status }) => status === 200);
	expect(across.usage.requests).toBe(taken.length);
	// One for each call, and one for each question that is put together.
	expect(taken).toHaveLength(CALLS + 2);
}, 300_000);

function numberOf(call: string): number {
	return Number(call.replace('Customer ', ''));
}
