import assert from 'node:assert/strict';
import type { Execution } from '../client/PublicApi';
import { isOurs, readExample, withCredentials, type WorkflowFile } from '../client/workflowFile';
import type { World } from './World';

/** Imports an example as it is in the folder, with the account picked in this package's nodes. */
export async function importExample(
	{ api, account, steps }: World,
	file: string,
	prepare: (workflow: WorkflowFile) => WorkflowFile = (workflow) => workflow,
): Promise<{ id: string }> {
	return await steps.run(`Import examples/${file} and pick the credential`, async () => {
		const example = withCredentials(await readExample(file), {
			forNode: (node) => (isOurs(node) ? { assemblyAiAccountApi: account } : undefined),
		});
		return await api.createWorkflow(prepare(example));
	});
}

/** @throws AssertionError with what the failed node says */
export function assertSuccess({ status, data }: Execution): void {
	const error = data?.resultData.error;
	assert.equal(status, 'success', error && `${error.message}: ${JSON.stringify(error)}`);
}
