import {
	Workflow,
	deepCopy,
	type IConnections,
	type INode,
	type INodeCredentials,
	type INodeTypes,
	type IWorkflowBase,
	type IWorkflowSettings,
} from 'n8n-workflow';
import type { CredentialStore } from '../host/credentialsHelper';

export const WORKFLOW_ID = 'engine-harness';

/** A node as an exported workflow has it; ids, positions and versions may be left out in a test. */
export type WorkflowNode = Pick<INode, 'name' | 'type' | 'parameters'> &
	Partial<Omit<INode, 'position'>> & { position?: number[] };

/** The part of an exported workflow that runs. */
export interface WorkflowJson {
	nodes: WorkflowNode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

/** Copies the workflow (the engine changes what it runs) and connects its nodes to the given credentials. */
export function createWorkflow(
	json: WorkflowJson,
	nodeTypes: INodeTypes,
	credentials: CredentialStore,
): Workflow {
	const nodes = deepCopy(json.nodes).map((node, index): INode => {
		const [x = 200 * index, y = 0] = node.position ?? [];
		const complete: INode = { id: `node-${index}`, typeVersion: 1, ...node, position: [x, y] };
		const { description } = nodeTypes.getByNameAndVersion(complete.type, complete.typeVersion);
		const given = description.credentials?.length ? Object.keys(credentials) : [];
		if (given.length === 0) return complete;
		return { ...complete, credentials: { ...complete.credentials, ...references(given) } };
	});
	return new Workflow({
		id: WORKFLOW_ID,
		name: 'Engine harness',
		nodes,
		connections: deepCopy(json.connections),
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', ...json.settings },
	});
}

/** The workflow as the server's database would have it, for the engine's lifecycle hooks. */
export function storedWorkflow(workflow: Workflow): IWorkflowBase {
	const now = new Date();
	return {
		id: workflow.id,
		name: workflow.name ?? '',
		active: false,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		settings: workflow.settings,
		activeVersionId: null,
	};
}

function references(types: string[]): INodeCredentials {
	return Object.fromEntries(types.map((type) => [type, { id: type, name: type }]));
}
