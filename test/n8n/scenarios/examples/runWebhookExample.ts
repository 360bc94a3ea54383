import assert from 'node:assert/strict';
import { postRecording } from '../../client/postRecording';
import type { Execution } from '../../client/PublicApi';
import type { WorkflowNode } from '../../client/workflowFile';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import { assertSuccess, importExample } from './runExample';
import type { World } from '../World';

export interface WebhookExample {
	file: string;
	/** Of the webhook's production URL. */
	path: string;
	/** What the form has besides the recording. */
	fields?: Record<string, string>;
	credentials?: Record<string, NonNullable<WorkflowNode['credentials']>>;
}

/** Imports, activates and calls an example, and gives its reply and what ran. */
export async function runWebhookExample(
	world: World,
	{ file, path, fields = {}, credentials = {} }: WebhookExample,
): Promise<{ reply: unknown; execution: Execution }> {
	const { api, n8n, steps } = world;
	const workflow = await importExample(world, file, credentials);
	return await steps.run('Activate it, post a recording to its webhook', async () => {
		await api.activate(workflow.id);
		const url = `${n8n.url}/webhook/${path}`;
		const { status, body } = await postRecording(url, SAMPLE_RECORDING, fields);
		const execution = await api.finishedExecution(workflow.id);
		assertSuccess(execution);
		assert.equal(status, 200, JSON.stringify(body));
		await api.deactivate(workflow.id);
		return { reply: body, execution };
	});
}
