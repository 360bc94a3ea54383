import type { INode, NodeOperationError } from 'n8n-workflow';
import { exceedsContext } from '../../../../nodes/shared/gateway/models/modelRefusal';
import { triggerError } from '../../../../nodes/shared/n8n/items/failures';

/** The other nodes speak of a transcript here, and an agent has none. */
const TOO_MUCH =
	'What the agent has gathered and Max Tokens are together more than this model can hold. Lower Max Tokens, give the agent less to read, or choose a model with a larger context.';

/** The error of a sub-node, which n8n shows at the node itself and not only at the agent that asked it. */
export function toModelError(node: INode, error: unknown): NodeOperationError {
	const told = triggerError(node, exceedsContext(error) ? error.advising(TOO_MUCH) : error);
	told.functionality = 'configuration-node';
	return told;
}
