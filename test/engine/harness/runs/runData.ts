import {
	createRunExecutionData,
	deepCopy,
	jsonParse,
	jsonStringify,
	type INode,
	type INodeExecutionData,
	type IRunExecutionData,
	type Workflow,
} from 'n8n-workflow';

/** A run that begins at one node with the items that its trigger emits, as the server's webhooks begin theirs. */
export function freshRunData(start: INode, items: INodeExecutionData[]): IRunExecutionData {
	return createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: start, data: { main: [deepCopy(items)] }, source: null }],
		},
	});
}

/**
 * A failed run as "Retry execution" starts it again: what the database keeps of it (a JSON round trip),
 * without the error and the failed node's last try, on the nodes of the workflow as it is now.
 */
export function retriedRunData(failed: IRunExecutionData, workflow: Workflow): IRunExecutionData {
	const data = jsonParse<IRunExecutionData>(jsonStringify(failed, { replaceCircularRefs: true }));
	const { resultData } = data;
	delete resultData.error;
	if (resultData.lastNodeExecuted) {
		const tries = resultData.runData[resultData.lastNodeExecuted];
		if (tries?.at(-1)?.error) tries.pop();
	}
	for (const entry of data.executionData?.nodeExecutionStack ?? []) {
		const node = workflow.getNode(entry.node.name);
		if (!node) throw new Error(`The workflow has no node "${entry.node.name}" to retry`);
		entry.node = node;
	}
	return data;
}
