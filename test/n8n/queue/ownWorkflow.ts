import { randomUUID } from 'node:crypto';
import type { CredentialReference } from '../client/Session';
import type { WorkflowFile } from '../client/workflowFile';
import { PACKAGE } from '../install/installPackage';

/** A node as far as a test has something to say about it. */
export interface OwnNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
	webhookId?: string;
	onError?: string;
}

/** A workflow of nodes one after the other. */
export function ownWorkflow(name: string, nodes: OwnNode[]): WorkflowFile {
	const links = nodes.slice(1).map((to, index) => {
		const main = [[{ node: to.name, type: 'main', index: 0 }]];
		return [nodes[index]?.name, { main }];
	});
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, id: randomUUID(), position: [index * 200, 0] })),
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

export function webhook(path: string, parameters: Record<string, unknown>): OwnNode {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { path, ...parameters },
		webhookId: randomUUID(),
	};
}

/** AssemblyAI Transcribe with an operation. */
export function assemblyAi(
	name: string,
	account: CredentialReference,
	parameters: Record<string, unknown>,
): OwnNode {
	return {
		name,
		type: `${PACKAGE}.assemblyAiTranscribe`,
		typeVersion: 1,
		parameters,
		credentials: { assemblyAiAccountApi: account },
	};
}
