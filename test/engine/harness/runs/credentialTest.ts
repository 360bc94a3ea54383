import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type INode,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { z } from 'zod';
import type { NodeTypeRegistry } from '../host/nodeTypes';

export interface CredentialTestResult {
	ok: boolean;
	/** What the credential's form shows. */
	message: string;
}

const NODE_TYPE = 'n8n-engine-harness.credentialTest';

/**
 * Sends a credential's declared test request as the n8n server does: as the routing of a declarative
 * node, so that expressions are resolved and the request is authenticated by the engine itself.
 */
export async function sendCredentialTest(
	typeName: string,
	test: ICredentialTestRequest,
	data: ICredentialDataDecryptedObject,
	additionalData: IWorkflowExecuteAdditionalData,
	nodeTypes: NodeTypeRegistry,
): Promise<CredentialTestResult> {
	const nodeType = declarativeNode(typeName, test);
	const node: INode = {
		id: 'credential-test',
		name: 'Credential test',
		type: NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [typeName]: { id: typeName, name: typeName } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => nodeTypes.getKnownTypes(),
		},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		const credential = { id: typeName, name: typeName, type: typeName, data };
		await new RoutingNode(context, nodeType, credential).runNode();
		return { ok: true, message: 'Connection successful!' };
	} catch (error) {
		return { ok: false, message: failureMessage(error, test) };
	}
}

function declarativeNode(typeName: string, test: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Credential test',
			name: 'credentialTest',
			group: [],
			version: 1,
			description: 'Sends the test request of a credential',
			defaults: {},
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: typeName, required: true }],
			properties: [
				{
					displayName: 'Request',
					name: 'request',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
}

/** The HTTP client's error that n8n's own error was made of. */
const requestFailure = z.object({
	cause: z.object({
		code: z.string().optional(),
		response: z.object({ status: z.number(), statusText: z.string().optional() }).optional(),
	}),
});

/** In the server's order: the credential's own rule for the status, the status text, the connection's code, the message. */
function failureMessage(error: unknown, test: ICredentialTestRequest): string {
	const { code, response } = requestFailure.safeParse(error).data?.cause ?? {};
	if (response) {
		for (const rule of test.rules ?? []) {
			if (rule.type === 'responseCode' && rule.properties.value === response.status)
				return rule.properties.message;
		}
		return response.statusText || `Received HTTP status code: ${response.status}`;
	}
	return code ?? (error instanceof Error ? error.message : String(error));
}
