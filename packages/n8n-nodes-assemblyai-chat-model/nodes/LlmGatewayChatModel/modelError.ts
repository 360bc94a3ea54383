import type { INode, NodeOperationError } from 'n8n-workflow';
import { triggerError } from '../../../../nodes/shared/n8n/items/failures';

/** The error of a sub-node, which n8n shows at the node itself and not only at the agent that asked it. */
export function toModelError(node: INode, error: unknown): NodeOperationError {
	const told = triggerError(node, error);
	told.functionality = 'configuration-node';
	return told;
}
