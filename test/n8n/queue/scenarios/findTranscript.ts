import assert from 'node:assert/strict';
import { fetch } from 'undici';
import { outputOf } from '../../client/PublicApi';
import { assertSuccess } from '../../scenarios/examples/runExample';
import { eventually } from '../../../support/n8n/eventually';
import { assemblyAi, ownWorkflow, webhook } from '../ownWorkflow';
import type { QueueWorld } from '../QueueWorld';

/** Finds a transcript without knowing its ID: the newest finished one of a day, then all of it. */
export async function findTranscript(world: QueueWorld, transcriptId: string): Promise<void> {
	const { api, account, n8n, sandbox, steps } = world;
	await steps.run('Get Many finds the transcript by day and status, Get fetches it', async () => {
		const finding = ownWorkflow('Find the newest transcript', [
			webhook('newest-transcript', { responseMode: 'lastNode' }),
			assemblyAi('Newest', account, {
				resource: 'transcript',
				operation: 'getMany',
				limit: 1,
				filters: { createdOn: '={{ $json.query.day }}', status: 'completed' },
			}),
			assemblyAi('Transcript', account, { resource: 'transcript', operation: 'get' }),
		]);
		const { id } = await api.createWorkflow(finding);
		await api.activate(id);
		const day = new Date(sandbox.requestsTo('POST', '/v2/transcript').at(-1)?.at ?? 0);
		const url = `${n8n.url}/webhook/newest-transcript?day=${day.toISOString()}`;
		await eventually('the webhook to answer', 30_000, async () => {
			const reply = await fetch(url);
			await reply.body?.cancel();
			return reply.status === 404 ? undefined : true;
		});
		const execution = await api.finishedExecution(id);
		assertSuccess(execution);
		const [found] = outputOf(execution, 'Newest');
		assert.equal(found?.json.transcriptId, transcriptId);
		const [transcript] = outputOf(execution, 'Transcript');
		assert.match(String(transcript?.json.text), /^Thank you for calling/);
		await api.deactivate(id);
	});
}
