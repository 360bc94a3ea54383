import assert from 'node:assert/strict';
import type { Execution } from '../../client/PublicApi';
import type { QueueWorld } from '../QueueWorld';
import { findTranscript } from './findTranscript';
import { logLine, type HeldCall } from './heldCall';

/** n8n notices by the lock on the job, and then looks for half a minute whether the execution ends after all. */
const NOTICED_WITHIN_MS = 180_000;

/** What is left of a call whose worker is gone, each point of it as docs/queue-mode.md has it. */
export async function seeWhatIsLeft(world: QueueWorld, call: HeldCall): Promise<void> {
	const { api, session, steps, workers } = world;
	await steps.run('For now the execution counts as running, without the ID', async () => {
		const execution = await api.execution(call.executionId);
		assert.equal(execution.status, 'running');
		assert.deepEqual(Object.keys(execution.data?.resultData.runData ?? {}), ['Webhook']);
		assert.ok(!JSON.stringify(execution).includes(call.transcriptId));
	});
	await steps.run('The log of the worker has the transcript ID', async () => {
		assert.ok(call.worker.log.includes(logLine(call)), call.worker.log);
	});
	await steps.run('n8n notices: the execution has failed, the caller gets a 500', async () => {
		const execution = await api.finishedExecution(call.workflowId, NOTICED_WITHIN_MS);
		assert.equal(execution.id, call.executionId);
		assert.equal(execution.status, 'error');
		assert.match(String(execution.data?.resultData.error?.message), /processed too many times/);
		assertNothingKept(execution);
		assert.equal((await call.reply).status, 500);
	});
	await steps.run('No other worker runs it again', async () => {
		assert.deepEqual(workers.thatRan(call.executionId), [call.worker]);
	});
	await steps.run('"Retry execution" has nothing to run', async () => {
		const retry = await api.execution(await session.retryExecution(call.executionId));
		assert.equal(retry.status, 'error');
		assertNothingKept(retry);
	});
	call.letGo();
	await findTranscript(world, call.transcriptId);
	assert.equal(call.submitted(), 1, 'The recording was submitted once');
	await api.deactivate(call.workflowId);
}

/** Neither the transcript ID nor what the nodes before it put out, the recording among it. */
function assertNothingKept({ customData, data }: Execution): void {
	assert.deepEqual(customData, {});
	assert.deepEqual(data?.resultData.runData, {});
}
