import assert from 'node:assert/strict';
import { outputOf } from '../../client/PublicApi';
import { pausedWorkflow } from '../../scenarios/pausedWorkflow';
import { assertSuccess } from '../../scenarios/examples/runExample';
import type { QueueScenario } from '../QueueWorld';

const CALLS = 4;
const RESUMED_WITHIN_MS = 120_000;

export const pausedByCall: QueueScenario = {
	title: 'An execution that pauses until AssemblyAI calls back outlives its workers',
	async run(world) {
		const { api, sandbox, steps, workers } = world;
		const { workflowId, executionId, submitted } = await steps.run(
			`Post ${CALLS} calls, wait until the execution pauses`,
			async () =>
				await pausedWorkflow(world, {
					name: 'Paused in queue mode',
					path: 'paused-in-queue',
					calls: CALLS,
					options: { pauseAfterSeconds: 1 },
				}),
		);
		await steps.run('Kill all workers, start another', async () => {
			workers.killAll();
			await workers.start(1);
			assert.equal(await api.statusOf(executionId), 'waiting');
		});
		await steps.run('AssemblyAI calls, and it goes on there with every transcript', async () => {
			sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 1_000 });
			const execution = await api.endOf(executionId, RESUMED_WITHIN_MS);
			assertSuccess(execution);
			assert.deepEqual(
				outputOf(execution, 'After').map(({ json }) => [json.deal, json.status]),
				Array.from({ length: CALLS }, (_, deal) => [deal, 'completed']),
			);
			assert.equal(workers.thatRan(executionId).length, 2);
			assert.equal(submitted(), CALLS);
		});
		await api.deactivate(workflowId);
		sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
	},
};
