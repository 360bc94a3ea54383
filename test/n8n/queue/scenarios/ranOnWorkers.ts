import assert from 'node:assert/strict';
import { z } from 'zod';
import { outputOf } from '../../client/PublicApi';
import { parseAs } from '../../../support/n8n/parseAs';
import type { QueueScenario } from '../QueueWorld';

const recording = z.object({
	audio: z.object({ id: z.string().startsWith('database:'), bytes: z.number().positive() }),
});

/** Looks back at the examples that ran before. */
export const ranOnWorkers: QueueScenario = {
	title: 'Where the examples ran',
	async run({ api, steps, workers }) {
		const executions = await api.executions();
		await steps.run('Each of them on one worker, none on the main process', async () => {
			assert.ok(executions.length > 0);
			for (const { id } of executions) assert.equal(workers.thatRan(id).length, 1, `Run ${id}`);
			steps.note(`${executions.length} executions`);
		});
		await steps.run('The recordings came to them by the database', async () => {
			for (const { id } of executions) {
				const [posted] = outputOf(await api.execution(id), 'Webhook');
				parseAs(recording, posted?.binary, `The files of run ${id}`);
			}
		});
	},
};
