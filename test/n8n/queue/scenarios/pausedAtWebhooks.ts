import assert from 'node:assert/strict';
import { outputOf } from '../../client/PublicApi';
import { assertSuccess } from '../../scenarios/examples/runExample';
import { callBack, pausedWorkflow, SECRET } from '../../scenarios/pausedWorkflow';
import type { QueueScenario } from '../QueueWorld';

const CALLS = 4;
const RESUMED_WITHIN_MS = 120_000;

export const pausedAtWebhooks: QueueScenario = {
	title: 'A paused execution that is called at a webhook process of its own',
	async run(world) {
		const { api, n8n, sandbox, steps, workers } = world;
		const webhooks = await steps.run(
			'Start n8n webhook, and a worker that gives out its address',
			async () => {
				const started = await workers.startWebhooks();
				workers.killAll();
				await workers.start(1, { WEBHOOK_URL: `${started.url}/` });
				return started;
			},
		);
		const { workflowId, executionId, address, submitted } = await steps.run(
			`Post ${CALLS} calls there, wait until the execution pauses`,
			async () =>
				await pausedWorkflow(
					{ ...world, n8n: { ...n8n, url: webhooks.url } },
					{
						name: 'Paused at webhooks',
						path: 'paused-at-webhooks',
						calls: CALLS,
						options: { pauseAfterSeconds: 1 },
					},
				),
		);
		await steps.run('A forged call is refused there', async () => {
			assert.ok(address.startsWith(`${webhooks.url}/webhook-waiting/`), address);
			const id = 'b7fc9d4e-0000-4000-8000-5a6b7c8d9e0f';
			assert.equal(await callBack(address, id, 'guess'), 403);
			assert.equal(await callBack(address, id, SECRET), 404);
			assert.equal(await api.statusOf(executionId), 'waiting');
		});
		await steps.run('AssemblyAI calls, and a worker goes on with every transcript', async () => {
			sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 1_000 });
			const execution = await api.endOf(executionId, RESUMED_WITHIN_MS);
			assertSuccess(execution);
			assert.deepEqual(
				outputOf(execution, 'After').map(({ json }) => [json.deal, json.status]),
				Array.from({ length: CALLS }, (_, deal) => [deal, 'completed']),
			);
			assert.equal(submitted(), CALLS);
		});
		await api.deactivate(workflowId);
		await webhooks.process.stop();
		sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
	},
};
