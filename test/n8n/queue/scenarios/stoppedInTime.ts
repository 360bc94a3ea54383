import assert from 'node:assert/strict';
import { outputOf } from '../../client/PublicApi';
import { assertSuccess } from '../../scenarios/examples/runExample';
import type { QueueScenario } from '../QueueWorld';
import { holdCall, logLine } from './heldCall';

export const stoppedInTime: QueueScenario = {
	title: 'A worker is stopped, the transcript comes in time',
	async run(world) {
		const { api, steps, workers } = world;
		const call = await holdCall(world);
		await steps.run('Stop the worker (SIGTERM): it waits for its execution', async () => {
			call.worker.askToStop();
			await call.worker.toWrite('Waiting for 1 active executions to finish', 20_000);
		});
		await steps.run('The transcript comes: the execution ends with success', async () => {
			call.letGo();
			assert.equal((await call.reply).status, 200);
			const execution = await api.finishedExecution(call.workflowId);
			assertSuccess(execution);
			assert.equal(execution.id, call.executionId);
			assert.equal(execution.customData?.assemblyAiTranscripts, call.transcriptId);
			assert.ok(outputOf(execution, 'Webhook')[0]?.binary?.audio, 'The recording is gone');
			assert.ok(call.worker.log.includes(logLine(call)), call.worker.log);
			assert.deepEqual(workers.thatRan(call.executionId), [call.worker]);
		});
		await steps.run('Only then the worker ends, in order', async () => {
			assert.equal(await call.worker.toEnd(60_000), 0);
			assert.equal(call.submitted(), 1);
		});
		await api.deactivate(call.workflowId);
		await steps.run('Start another worker', async () => await workers.start(1));
	},
};
