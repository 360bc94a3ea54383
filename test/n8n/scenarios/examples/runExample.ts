import assert from 'node:assert/strict';
import type { Execution } from '../../client/PublicApi';
import { isOurs, readExample, withCredentials, type WorkflowNode } from '../../client/workflowFile';
import type { World } from '../World';

/**
 * Imports an example as it is in the folder, with the credentials picked in its nodes.
 * @param others credentials of n8n's own nodes, by the name of the node
 */
export async function importExample(
	{ api, account, steps }: World,
	file: string,
	others: Record<string, NonNullable<WorkflowNode['credentials']>> = {},
): Promise<{ id: string }> {
	return await steps.run(`Import examples/${file} and pick the credentials`, async () => {
		const example = withCredentials(await readExample(file), (node) =>
			isOurs(node) ? { assemblyAiAccountApi: account } : others[node.name],
		);
		return await api.createWorkflow(example);
	});
}

/** @throws AssertionError with what the failed node says */
export function assertSuccess({ status, data }: Execution): void {
	const error = data?.resultData.error;
	assert.equal(status, 'success', error && `${error.message}: ${JSON.stringify(error)}`);
}
