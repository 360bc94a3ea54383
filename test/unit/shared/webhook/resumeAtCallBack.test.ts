import fc from 'fast-check';
import { resumeAtCallBack, type Ended } from '../../../../nodes/shared/webhook/resumeAtCallBack';
import type { Refusal } from '../../../../nodes/shared/webhook/sender';
import { jobReply, lost, refusal } from '../../../support/unit/replies';
import { serviceOver } from '../../../support/unit/services/service';
import { VirtualClock } from '../../../support/unit/virtualClock';

const SECRET = 'hush';
const HOUR_MS = 3_600_000;

type State = 'completed' | 'error' | 'processing' | 'unknown' | 'unanswered';

/** An account whose jobs are in given states. */
function account(states: readonly State[], random: () => number = () => 0.5) {
	const clock = new VirtualClock();
	const ids = states.map((_, index) => `job-${index}`);
	const looks: string[] = [];
	const current = [...states];
	const service = serviceOver(
		async ({ url }) => {
			const id = url.split('/').at(-1) ?? '';
			looks.push(id);
			const state = current[ids.indexOf(id)];
			if (state === 'unanswered') throw lost();
			if (state === 'unknown' || state === undefined) {
				return refusal(404, 'Transcript lookup error, transcript id not found');
			}
			return jobReply(state, { id });
		},
		clock,
		{ random },
	);
	const call = async (
		named: number,
		waitedMs = HOUR_MS,
		{ secret }: { secret: string | undefined } = { secret: SECRET },
	) =>
		await resumeAtCallBack(
			{ service, secret: SECRET, transcriptIds: ids, since: clock.now() - waitedMs },
			{ secret, query: {}, body: { transcript_id: ids[named], status: 'completed' } },
		);
	return { call, ids, looks, current };
}

const states = fc.array(
	fc.constantFrom<State>('completed', 'error', 'processing', 'unknown', 'unanswered'),
	{ minLength: 1, maxLength: 30 },
);

function statusOf(reception: { ended: Ended } | Refusal): number | 'resumes' {
	return 'status' in reception ? reception.status : 'resumes';
}

test('an execution resumes when all of its jobs have ended, and only then', async () => {
	await fc.assert(
		fc.asyncProperty(
			states,
			fc.nat(),
			fc.double({ min: 0, max: 1, noNaN: true }),
			async (all, at, r) => {
				const named = at % all.length;
				const { call, ids, looks } = account(all, () => r);
				const reception = await call(named);
				const others = all.filter((_, index) => index !== named);
				const possible = new Set<number | 'resumes'>();
				if (all[named] === 'processing' || all.includes('unanswered')) possible.add(503);
				if (all[named] !== 'processing' && others.includes('processing')) possible.add(200);
				if (possible.size === 0) possible.add('resumes');
				expect(possible).toContain(statusOf(reception));
				expect(new Set(looks).size).toBe(looks.length);
				if ('status' in reception) return;
				expect([...reception.ended.keys()].sort()).toEqual([...ids].sort());
				expect(ids.map((id) => reception.ended.get(id)?.ok)).toEqual(
					all.map((state) => state === 'completed'),
				);
			},
		),
	);
});

test('a job that is not visible yet is not taken for one that is gone', async () => {
	const { call } = account(['completed', 'unknown']);
	expect(statusOf(await call(0, 10_000))).toBe(503);
	expect(statusOf(await call(0))).toBe('resumes');
});

test.each([undefined, '', 'guess'])('the secret %p looks at nothing', async (secret) => {
	const { call, looks } = account(['completed']);
	expect(statusOf(await call(0, HOUR_MS, { secret }))).toBe(403);
	expect(looks).toEqual([]);
});

test('a credential that has lost its secret resumes nothing', async () => {
	const service = serviceOver(async () => jobReply('completed'), new VirtualClock());
	const reception = await resumeAtCallBack(
		{ service, secret: undefined, transcriptIds: ['job-0'], since: 0 },
		{ secret: undefined, query: {}, body: { transcript_id: 'job-0', status: 'completed' } },
	);
	expect(reception).toEqual({
		status: 403,
		message: 'The AssemblyAI credential has no Webhook Secret any more',
	});
});

test.each([
	['no call-back', { hello: 'world' }, 400],
	[
		'redacted audio',
		{ redacted_audio_url: 'https://a.test/b', status: 'redacted_audio_ready' },
		200,
	],
	['another transcript', { transcript_id: 'job-7', status: 'completed' }, 404],
])('%s resumes nothing', async (_, body, status) => {
	const service = serviceOver(async () => jobReply('completed'), new VirtualClock());
	const reception = await resumeAtCallBack(
		{ service, secret: SECRET, transcriptIds: ['job-0'], since: 0 },
		{ secret: SECRET, query: {}, body },
	);
	expect(statusOf(reception)).toBe(status);
});

test('the calls of five hundred jobs cost a few looks at each, in whatever order they end', async () => {
	const COUNT = 500;
	let seed = 1;
	const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	const { call, looks, current } = account(Array<State>(COUNT).fill('processing'), random);
	for (let index = 0; index < COUNT; index++) {
		current[index] = 'completed';
		expect(statusOf(await call(index))).toBe(index === COUNT - 1 ? 'resumes' : 200);
	}
	expect(looks.length).toBeLessThan(20 * COUNT);
});
