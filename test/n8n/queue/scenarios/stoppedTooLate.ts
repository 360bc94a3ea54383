import assert from 'node:assert/strict';
import type { QueueScenario } from '../QueueWorld';
import { holdCall } from './heldCall';
import { seeWhatIsLeft } from './seeWhatIsLeft';

export const stoppedTooLate: QueueScenario = {
	title: 'A worker is stopped, the transcript does not come in time',
	async run(world) {
		const { steps, workers } = world;
		await steps.run('Start two workers that wait for 3 s only when they are stopped', async () => {
			await workers.stopAll();
			await workers.start(2, { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '3' });
		});
		const call = await holdCall(world);
		await steps.run('Stop the worker (SIGTERM): it gives up its execution', async () => {
			call.worker.askToStop();
			assert.equal(await call.worker.toEnd(60_000), 1);
			assert.match(call.worker.log, /process exited after 3s/);
		});
		await seeWhatIsLeft(world, call);
	},
};
