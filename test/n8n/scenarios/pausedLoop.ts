import assert from 'node:assert/strict';
import { eventually } from '../../support/n8n/eventually';
import { outputOf } from '../client/PublicApi';
import { assertSuccess } from './examples/runExample';
import { letGo, pausedWorkflow, untilPaused } from './pausedWorkflow';
import type { Scenario } from './World';

const ROUNDS = 3;

export const pausedLoop: Scenario = {
	title: 'A pause in each round of Loop Over Items',
	async run(world) {
		const { api, sandbox, steps } = world;
		const { workflowId, executionId, submitted } = await steps.run(
			`Post ${ROUNDS} calls, wait until the first round pauses`,
			async () =>
				await pausedWorkflow(world, {
					name: 'Paused in a loop',
					path: 'paused-in-loop',
					calls: ROUNDS,
					options: { pauseAfterSeconds: 0 },
					inLoop: true,
				}),
		);
		for (let round = 1; round < ROUNDS; round++) {
			await steps.run(`AssemblyAI calls, and round ${round + 1} pauses`, async () => {
				assert.equal(submitted(), round);
				letGo(sandbox);
				await eventually('the next round to submit', 60_000, async () =>
					submitted() > round ? true : undefined,
				);
				await untilPaused(api, executionId);
			});
		}
		await steps.run('After the last call every transcript is there, in its place', async () => {
			letGo(sandbox);
			const execution = await api.endOf(executionId);
			assertSuccess(execution);
			assert.deepEqual(
				outputOf(execution, 'After').map(({ json }) => `${json.deal} ${json.status}`),
				Array.from({ length: ROUNDS }, (_, deal) => `${deal} completed`),
			);
			const ids = outputOf(execution, 'After').map(({ json }) => json.id);
			assert.equal(new Set(ids).size, ROUNDS);
			assert.equal(submitted(), ROUNDS);
			assert.equal(execution.data?.resultData.runData.Transcribe?.length, ROUNDS);
		});
		await api.deactivate(workflowId);
		sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
	},
};
