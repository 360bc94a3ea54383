import { randomUUID } from 'node:crypto';
import type { OwnNode } from '../../queue/ownWorkflow';
import type { WorkflowFile } from '../../client/workflowFile';

/** From which node to which, and into which of its inputs. */
export type Link = [from: string, to: string, input?: number];

/** A workflow whose nodes are joined as the links say. */
export function wired(name: string, nodes: OwnNode[], links: Link[]): WorkflowFile {
	const connections = Object.fromEntries(
		nodes.map((node) => {
			const targets = links.filter(([from]) => from === node.name);
			const main = targets.map(([, to, index = 0]) => ({ node: to, type: 'main', index }));
			return [node.name, { main: [main] }];
		}),
	);
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, id: randomUUID(), position: [index * 200, 0] })),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

export const START: OwnNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** A file from the internet, as n8n stores it. */
export function download(url: string): OwnNode {
	return {
		name: 'Download',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: { url, options: { response: { response: { responseFormat: 'file' } } } },
	};
}

export function code(jsCode: string): OwnNode {
	return {
		name: 'Code',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: { jsCode },
	};
}
