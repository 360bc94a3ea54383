import { SECRET_HEADER } from '../../../../nodes/shared/webhook/secret';
import { handOver, idsIn, PausingBench, SECRET } from '../../../support/engine/pausingBench';
import type { Received } from '../../../support/sandbox/receiver';

let pausing: PausingBench;

beforeAll(async () => {
	pausing = await PausingBench.open();
});
beforeEach(() => pausing.hold());
afterAll(async () => await pausing.close());

const finished = { status: 'completed', text: expect.stringContaining('navigation map') };

async function pausedRun(count: number, ...more: unknown[]) {
	const run = await pausing.transcribe(await pausing.recordings(count), ...(more as []));
	expect(run.status).toBe('waiting');
	return { paused: run.paused, ids: idsIn(run.output) };
}

test('a job is submitted with the address of the execution and the secret', async () => {
	await pausedRun(1);
	const [submitted] = pausing.bench.acceptedSubmissions();
	expect(submitted?.json).toMatchObject({
		webhook_url: expect.stringMatching(/\/webhook-waiting\/\d+\/assemblyai\?signature=/),
		webhook_auth_header_name: SECRET_HEADER,
		webhook_auth_header_value: SECRET,
	});
});

test('the call-back resumes the execution with the transcript', async () => {
	const { paused, ids } = await pausedRun(1);
	const [call] = await pausing.letGo(ids);
	const { status, result } = await handOver(paused, call as Received);

	expect(status).toBe(200);
	expect(result?.status).toBe('success');
	expect(result?.items('Node')).toEqual([
		{
			json: expect.objectContaining({ transcriptId: ids[0], ...finished }),
			pairedItem: { item: 0 },
		},
	]);
	expect(pausing.bench.acceptedSubmissions()).toHaveLength(1);
});

test('what comes out is what comes out without a pause, field by field', async () => {
	const parameters = { options: { includeInputFields: true } };
	const { paused, ids } = await pausedRun(1, parameters);
	const [call] = await pausing.letGo(ids);
	const { result } = await handOver(paused, call as Received);
	const [resumed] = result?.items('Node') ?? [];
	const straight = await pausing.transcribe(await pausing.recordings(1), {
		waitMode: 'poll',
		...parameters,
	});

	const [expected] = straight.output;
	expect(resumed?.json).toEqual({ ...expected?.json, transcriptId: ids[0] });
	expect(Object.keys(resumed?.json ?? {})).toEqual(Object.keys(expected?.json ?? {}));
	expect(Object.keys(resumed?.binary ?? {})).toEqual(['data']);
});

test('until all recordings are finished calls are answered and the execution stays', async () => {
	const { paused, ids } = await pausedRun(3);
	const calls = await pausing.letGo(ids);
	pausing.goesOn(String(ids[2]), 2);
	for (const call of calls.slice(0, 2)) {
		const { status, body, result } = await handOver(paused, call);
		expect(status).toBe(200);
		expect(body).toEqual({ message: 'The execution waits for its other recordings' });
		expect(result).toBeUndefined();
	}
	const { result } = await handOver(paused, calls[2] as Received);
	expect(idsIn(result?.items('Node') ?? [])).toEqual(ids);
	expect(result?.items('Node').map(({ pairedItem }) => pairedItem)).toEqual(
		ids.map((_, item) => ({ item })),
	);
	expect(pausing.bench.acceptedSubmissions()).toHaveLength(3);
});

test('one call is enough where the others were lost', async () => {
	const { paused, ids } = await pausedRun(3);
	const [call] = await pausing.letGo(ids);
	const { result } = await handOver(paused, call as Received);
	expect(idsIn(result?.items('Node') ?? [])).toEqual(ids);
});

test('a second call at the same moment does not run the nodes behind again', async () => {
	const { paused, ids } = await pausedRun(2);
	const calls = await pausing.letGo(ids);
	const answers = await Promise.all(calls.map(async (call) => await handOver(paused, call)));
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	expect(answers.filter(({ result }) => result !== undefined)).toHaveLength(1);
});

test('a call without the secret is refused, and looks at nothing', async () => {
	const { paused, ids } = await pausedRun(1);
	const [call] = await pausing.letGo(ids);
	const looks = () => pausing.bench.sandbox.requestsTo('GET', /^\/v2\/transcript\//).length;
	const before = looks();
	for (const headers of [{}, { [SECRET_HEADER]: 'guess' }]) {
		const { status, result } = await handOver(paused, { ...(call as Received), headers });
		expect(status).toBe(403);
		expect(result).toBeUndefined();
	}
	expect(looks()).toBe(before);
});

test('a call about another transcript is refused', async () => {
	const { paused, ids } = await pausedRun(1);
	const [call] = await pausing.letGo(ids);
	const body = { transcript_id: 'b7fc9d4e-0000-4000-8000-5a6b7c8d9e0f', status: 'completed' };
	const { status, result } = await handOver(paused, { ...(call as Received), body });
	expect(status).toBe(404);
	expect(result).toBeUndefined();
});

test.each([
	['is not finished', (id: string) => pausing.goesOn(id)],
	[
		'cannot be fetched',
		() =>
			pausing.bench.sandbox.fail({
				method: 'GET',
				path: /^\/v2\/transcript\//,
				fault: { kind: 'status', status: 502 },
			}),
	],
])('AssemblyAI is asked to call again where the transcript %s', async (_, make) => {
	const { paused, ids } = await pausedRun(1);
	const [call] = await pausing.letGo(ids);
	make(String(ids[0]));
	const first = await handOver(paused, call as Received);
	expect(first.status).toBe(503);
	const second = await handOver(paused, call as Received);
	expect(second.result?.status).toBe('success');
});

test('at the time limit the items go out with the last status, as with Do Not Wait', async () => {
	const { paused, ids } = await pausedRun(2, { options: { timeoutMinutes: 5 } });
	expect(paused.until.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
	const result = await paused.timeUp();
	expect(result.status).toBe('success');
	const notWaited = await pausing.transcribe(await pausing.recordings(2), {
		waitMode: 'doNotWait',
	});
	const expected = notWaited.output.map(({ json, ...rest }, index) => ({
		...rest,
		json: { ...json, transcriptId: ids[index] },
	}));
	expect(result.items('Node')).toEqual(expected);
});

test('a recording that failed leaves as a failed item, by the error output where there is one', async () => {
	const error = 'Audio duration is too short.';
	pausing.bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		nth: 2,
		fault: { kind: 'jobError', error },
	});
	const failed = {
		error: expect.objectContaining({
			message: expect.stringContaining(error),
			status: 'error',
			fileName: 'call.mp3',
		}),
	};
	const { paused, ids } = await pausedRun(2, {}, { node: { onError: 'continueErrorOutput' } });
	const calls = await pausing.letGo(ids);
	const { result } = await handOver(paused, calls[0] as Received);
	const [ok, bad] = [result?.items('Node', 0) ?? [], result?.items('Node', 1) ?? []];
	expect(ok).toHaveLength(1);
	expect(ok[0]?.json).toMatchObject(finished);
	expect(bad).toHaveLength(1);
	expect(bad[0]?.json).toMatchObject(failed);
	expect([ok[0]?.pairedItem, bad[0]?.pairedItem]).toEqual(
		expect.arrayContaining([{ item: 0 }, { item: 1 }]),
	);
});

test('without an error output it leaves among the others, in its place', async () => {
	pausing.bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		fault: { kind: 'jobError', error: 'Audio duration is too short.' },
	});
	const { paused, ids } = await pausedRun(1);
	const [call] = await pausing.letGo(ids);
	const { result } = await handOver(paused, call as Received);
	expect(result?.status).toBe('success');
	expect(result?.items('Node').map(({ json }) => Object.keys(json))).toEqual([['error']]);
});

test.each(['Transcribe "it"', "Anna's {{ calls }}", 'a } b {{', 'Zeile\\1'])(
	'a node of the name %s is found again',
	async (name) => {
		const type = `${pausing.bench.harness.packageName}.assemblyAiTranscribe`;
		const run = await pausing.bench.harness.run({
			workflow: {
				nodes: [
					{ name: 'Start', type: 'n8n-engine-harness.start', parameters: {} },
					{
						name,
						type,
						parameters: { waitMode: 'webhook', options: { pauseAfterSeconds: 0 } },
					},
				],
				connections: { Start: { main: [[{ node: name, type: 'main', index: 0 }]] } },
			},
			start: 'Start',
			startItems: await pausing.recordings(1),
			credentials: pausing.account(),
			instanceUrl: pausing.url,
		});
		const ids = idsIn(run.items(name));
		const [call] = await pausing.letGo(ids);
		const { result } = await handOver(run.paused, call as Received);
		expect(idsIn(result?.items(name) ?? [])).toEqual(ids);
	},
);
