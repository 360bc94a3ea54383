import assert from 'node:assert/strict';
import { postRecording } from '../../client/postRecording';
import { outputOf } from '../../client/PublicApi';
import { assertSuccess } from '../../scenarios/examples/runExample';
import { eventually } from '../../../support/n8n/eventually';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import { assemblyAi, ownWorkflow, webhook } from '../ownWorkflow';
import type { QueueScenario, QueueWorld } from '../QueueWorld';
import { submissions } from './submissions';

/** From 65 s on n8n's Wait node gives its worker free. */
const PAUSE_SECONDS = 66;
/** n8n looks once a minute for executions whose pause is over. */
const RESUMED_WITHIN_MS = 240_000;

/** A workflow that submits, pauses and fetches: nobody runs it while the service works. */
function parkingWorkflow({ account }: QueueWorld) {
	return ownWorkflow('Submit, pause, fetch', [
		webhook('parked-call', { httpMethod: 'POST' }),
		assemblyAi('Submit', account, { waitMode: 'doNotWait' }),
		{
			name: 'Pause',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			parameters: { amount: PAUSE_SECONDS },
		},
		assemblyAi('Fetch', account, { resource: 'transcript', operation: 'get' }),
	]);
}

export const parked: QueueScenario = {
	title: 'A workflow that pauses while AssemblyAI works outlives its workers',
	async run(world) {
		const { api, n8n, sandbox, steps, workers } = world;
		const before = submissions(sandbox);
		const { id: workflowId } = await api.createWorkflow(parkingWorkflow(world));
		const executionId = await steps.run(
			'Post a recording, wait until the workflow pauses',
			async () => {
				await api.activate(workflowId);
				await postRecording(`${n8n.url}/webhook/parked-call`, SAMPLE_RECORDING, {});
				return await eventually('the execution to wait', 60_000, async () => {
					const [latest] = await api.executions(workflowId);
					return latest?.status === 'waiting' ? latest.id : undefined;
				});
			},
		);
		const transcriptId = await steps.run('It shows the transcript ID already', async () => {
			const { customData } = await api.execution(executionId);
			assert.match(String(customData?.assemblyAiTranscripts), /^[0-9a-f-]{36}$/);
			return customData?.assemblyAiTranscripts;
		});
		await steps.run('Kill all workers, start another', async () => {
			workers.killAll();
			await workers.start(1);
		});
		await steps.run('It goes on there and ends with the transcript', async () => {
			const execution = await api.finishedExecution(workflowId, RESUMED_WITHIN_MS);
			assertSuccess(execution);
			assert.equal(execution.id, executionId);
			const [fetched] = outputOf(execution, 'Fetch');
			assert.equal(fetched?.json.transcriptId, transcriptId);
			assert.equal(fetched?.json.status, 'completed');
			assert.equal(workers.thatRan(executionId).length, 2);
			assert.equal(submissions(sandbox) - before, 1);
		});
		await api.deactivate(workflowId);
	},
};
