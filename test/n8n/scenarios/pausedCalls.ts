import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { parseAs } from '../../support/n8n/parseAs';
import { outputOf } from '../client/PublicApi';
import { requestJson } from '../client/requestJson';
import { callBack, pausedWorkflow, SECRET } from './pausedWorkflow';
import { assertSuccess } from './examples/runExample';
import type { Scenario, World } from './World';

const CALLS = 20;
/** Five rounds of four. */
const AT_ONCE = 4;
/** With the number of calls: spreads the lengths of jobs over them in no order. */
const COPRIME = 7;
/** A busy machine may answer the calls late, and is called again then. */
const RESUMED_WITHIN_MS = 240_000;
/**
 * Longer ones can be given: the service's jobs take from seconds to minutes. With two numbers, as in 60000-300000,
 * all of them run at the same time and end one after the other, in no order.
 */
const [JOB_MS = 3_000, LONGEST_JOB_MS] = (process.env.PAUSED_JOB_MS ?? '3000')
	.split('-')
	.map(Number);

const after = z.object({ deal: z.number(), id: z.string().uuid(), status: z.string() });
const jobSchema = z.object({ audio_url: z.string().url() });

export const pausedCalls: Scenario = {
	title: 'Twenty calls in one execution, paused until AssemblyAI calls back',
	async run(world) {
		const { api, sandbox, steps } = world;
		for (const [nth, how] of [
			[3, 'lost'],
			[7, 'early'],
			[11, 'twice'],
		] as const) {
			sandbox.fail({
				method: 'POST',
				path: '/v2/transcript',
				nth,
				fault: { kind: 'callBack', how },
			});
		}
		const { workflowId, executionId, address, submitted } = await steps.run(
			`Post ${CALLS} calls, of whose call-backs one is lost, one early, one doubled`,
			async () =>
				await pausedWorkflow(world, {
					name: 'Paused calls',
					path: 'paused-calls',
					calls: CALLS,
					options: { pauseAfterSeconds: 5 },
				}),
		);
		await steps.run('Nothing runs while it pauses', async () => {
			const executions = await api.executions();
			assert.deepEqual(
				executions.filter(({ status }) => status === 'running' || status === 'new'),
				[],
			);
			const looks = sandbox.requestsTo('GET', /^\/v2\/transcript/).length;
			steps.note(`${looks} looks at the service before the pause`);
		});
		await steps.run('Forged calls are refused, and it goes on pausing', async () => {
			const { customData } = await api.execution(executionId);
			const id = String(customData?.assemblyAiTranscripts).slice(0, 36);
			assert.equal(await callBack(address, id), 403);
			assert.equal(await callBack(address, id, 'guess'), 403);
			assert.equal(await callBack(address, 'b7fc9d4e-0000-4000-8000-5a6b7c8d9e0f', SECRET), 404);
			assert.equal(await api.statusOf(executionId), 'waiting');
		});
		const done = await steps.run('All jobs end, and it goes on by itself', async () => {
			await beginJobs(sandbox);
			const jobsMs = LONGEST_JOB_MS ?? (CALLS / AT_ONCE) * JOB_MS;
			const execution = await api.endOf(executionId, jobsMs + RESUMED_WITHIN_MS);
			assertSuccess(execution);
			return execution;
		});
		await steps.run('Every transcript is there, in its place, and was paid once', async () => {
			const outputs = outputOf(done, 'After').map(({ json }) => parseAs(after, json, 'An output'));
			assert.deepEqual(
				outputs.map(({ deal, status }) => `${deal} ${status}`),
				Array.from({ length: CALLS }, (_, deal) => `${deal} completed`),
			);
			for (const { deal, id } of outputs) {
				const job = await requestJson(jobSchema, `${sandbox.url}/v2/transcript/${id}`, {
					method: 'GET',
					headers: { authorization: sandbox.apiKey },
				});
				assert.ok(job.audio_url.endsWith(`?deal=${deal}`), `${id} is not of call ${deal}`);
			}
			assert.equal(submitted(), CALLS);
			assert.equal(done.data?.resultData.runData.After?.length, 1);
		});
		await api.deactivate(workflowId);
		sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
	},
};

async function beginJobs(sandbox: World['sandbox']): Promise<void> {
	if (LONGEST_JOB_MS === undefined) {
		sandbox.setSpeed({ concurrency: AT_ONCE, minimumJobMs: JOB_MS });
		return;
	}
	for (let call = 0; call < CALLS; call++) {
		const share = ((call * COPRIME) % CALLS) / (CALLS - 1);
		const minimumJobMs = JOB_MS + share * (LONGEST_JOB_MS - JOB_MS);
		sandbox.setSpeed({ concurrency: call + 1, minimumJobMs });
		// A job lasts as long as is set when it begins, which is now.
		await setImmediate();
	}
}

export const pausedFailures: Scenario = {
	title: 'A paused execution whose calls fail, or are never heard of again',
	async run(world) {
		const { api, sandbox, steps } = world;
		sandbox.fail({
			method: 'POST',
			path: '/v2/transcript',
			fault: { kind: 'jobError', error: 'Audio could not be decoded' },
		});
		const failing = await steps.run(
			'Post two calls, of which one fails',
			async () =>
				await pausedWorkflow(world, {
					name: 'Paused failures',
					path: 'paused-failures',
					calls: 2,
					options: { pauseAfterSeconds: 1 },
					hasErrorOutput: true,
				}),
		);
		await steps.run('The failed one leaves by the error output', async () => {
			sandbox.setSpeed({ concurrency: Infinity });
			const execution = await api.endOf(failing.executionId);
			assertSuccess(execution);
			const [ok, failed] = [0, 1].map((output) => outputOf(execution, 'Transcribe', output));
			assert.equal(ok?.length, 1);
			assert.equal(failed?.length, 1);
			assert.match(JSON.stringify(failed?.[0]?.json.error), /Audio could not be decoded/);
			assert.equal(typeof failed?.[0]?.json.deal, 'number');
		});
		await api.deactivate(failing.workflowId);
		const forgotten = await steps.run('Post a call, lose its call-back', async () => {
			sandbox.fail({
				method: 'POST',
				path: '/v2/transcript',
				fault: { kind: 'callBack', how: 'lost' },
			});
			return await pausedWorkflow(world, {
				name: 'Paused and forgotten',
				path: 'paused-forgotten',
				calls: 1,
				options: { pauseAfterSeconds: 0, timeoutMinutes: 0.1 },
			});
		});
		await steps.run('The time limit resumes it with the ID and the last status', async () => {
			const execution = await api.endOf(forgotten.executionId, 180_000);
			assertSuccess(execution);
			const [output] = outputOf(execution, 'After');
			assert.equal(parseAs(after, output?.json, 'The output').status, 'queued');
		});
		await api.deactivate(forgotten.workflowId);
		sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
	},
};
