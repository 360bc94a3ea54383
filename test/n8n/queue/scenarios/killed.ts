import assert from 'node:assert/strict';
import type { QueueScenario } from '../QueueWorld';
import { holdCall } from './heldCall';
import { seeWhatIsLeft } from './seeWhatIsLeft';

export const killed: QueueScenario = {
	title: 'A worker is killed outright',
	async run(world) {
		const { steps, workers } = world;
		await steps.run('Start another worker', async () => await workers.start(1));
		const call = await holdCall(world);
		await steps.run('Kill the worker (SIGKILL)', async () => {
			call.worker.endGroup();
			assert.equal(await call.worker.toEnd(10_000), 'SIGKILL');
		});
		await seeWhatIsLeft(world, call);
	},
};
