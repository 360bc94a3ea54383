import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent uses the node as a tool: n8n adds the ending to its type then. Its `isToolExecution` is
 * missing in older versions, and says no where an agent leaves its tools to the engine, as agents do from
 * version 3 on.
 */
export function isTool(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}
