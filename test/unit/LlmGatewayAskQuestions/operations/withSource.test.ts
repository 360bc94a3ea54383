import { withSource } from '../../../../nodes/LlmGatewayAskQuestions/operations/withSource';
import { ApiError, HaltedError } from '../../../../nodes/shared/api/core/errors';
import { limiterOf } from '../../../../nodes/shared/limiter';
import { JobStatuses } from '../../../../nodes/shared/transcript/waiting/jobStatuses';
import { failureOf } from '../../../support/unit/failureOf';
import { jsonReply, lost, refusal } from '../../../support/unit/replies';
import type { Step } from '../../../support/unit/services/scriptedHttp';
import { scripted } from '../../../support/unit/services/service';

const AT_ONCE = 2;

/** Transcripts that are finished after the time given for each; what is done with one takes a second. */
function world(readyAfter: (id: string) => number, always?: Step) {
	const { service, clock, http } = scripted([], {
		always:
			always ??
			(async ({ url }) => {
				const id = url.split('/').at(-1) ?? '';
				const status = clock.elapsed() >= readyAfter(id) ? 'completed' : 'processing';
				await clock.passed(100);
				return jsonReply({ id, status, text: 'Hello.' });
			}),
	});
	let held = 0;
	let halted = false;
	const most = { held: 0 };
	const done: Array<[id: string | undefined, at: number]> = [];
	const access = {
		service,
		jobStatuses: new JobStatuses(service),
		inTurn: limiterOf(AT_ONCE),
		isHalted: () => halted,
	};
	const ask = async (transcriptId: string) =>
		await withSource(access, { transcriptId }, async (source) => {
			most.held = Math.max(most.held, ++held);
			await clock.passed(1000);
			held--;
			done.push([source.transcriptId, clock.elapsed()]);
			return source.transcriptId;
		});
	return { ask, access, clock, http, most, done, halt: () => void (halted = true) };
}

test('no more transcripts are in memory than are being asked about', async () => {
	const { ask, most, http } = world(() => 0);
	const ids = Array.from({ length: 7 }, (_, index) => `t${index}`);
	expect(await Promise.all(ids.map(ask))).toEqual(ids);
	expect(most.held).toBe(AT_ONCE);
	// The last is not even fetched before its turn.
	expect(http.requests.at(-1)?.at).toBeGreaterThan((http.requests[0]?.at ?? 0) + 3000);
	expect(http.requests).toHaveLength(7);
});

test('one that is still being made keeps nobody from their turn', async () => {
	const { ask, done } = world((id) => (id === 'slow' || id === 'slower' ? 60_000 : 0));
	await Promise.all(['slow', 'slower', 'a', 'b', 'c'].map(ask));
	expect(done.slice(0, 3).map(([id]) => id)).toEqual(['a', 'b', 'c']);
	expect(done.slice(0, 3).every(([, at]) => at < 5000)).toBe(true);
	expect(done).toHaveLength(5);
});

test('a passing fault at the first look is waited out', async () => {
	const { service, http } = scripted([lost(), lost()], {
		always: jsonReply({ id: 't', status: 'completed', text: 'Hello.' }),
	});
	const access = {
		...{ service, jobStatuses: new JobStatuses(service) },
		...{ inTurn: limiterOf(1), isHalted: () => false },
	};
	const source = await withSource(access, { transcriptId: 't' }, async ({ tokens }) => tokens);
	expect(source).toBeGreaterThan(0);
	expect(http.requests.length).toBeGreaterThan(2);
});

test('a refusal is told with the id of the transcript', async () => {
	const { ask } = world(() => 0, refusal(401, 'Authentication error'));
	expect((await failureOf(ask('t0'), ApiError)).facts.transcriptId).toBe('t0');
});

test('nothing is fetched for items whose turn comes after another has failed', async () => {
	const { ask, http, halt } = world(() => 0);
	halt();
	await failureOf(ask('t0'), HaltedError);
	expect(http.requests).toEqual([]);
});
