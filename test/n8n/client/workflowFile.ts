import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PACKAGE } from '../install/installPackage';
import { EXAMPLES } from '../../support/n8n/folders';

const nodeSchema = z
	.object({
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		parameters: z.record(z.string(), z.unknown()),
		webhookId: z.string().optional(),
		credentials: z.record(z.string(), z.object({ id: z.string(), name: z.string() })).optional(),
	})
	.passthrough();

const workflowSchema = z.object({
	name: z.string(),
	nodes: z.array(nodeSchema),
	connections: z.record(z.string(), z.unknown()),
	settings: z.record(z.string(), z.unknown()),
});

/** As much of an exported workflow as the public API takes. */
export type WorkflowFile = z.infer<typeof workflowSchema>;
export type WorkflowNode = z.infer<typeof nodeSchema>;

/** The names of all example workflows. */
export async function exampleFiles(): Promise<string[]> {
	return (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'));
}

export async function readExample(name: string): Promise<WorkflowFile> {
	const text = await readFile(path.join(EXAMPLES, name), 'utf8');
	return workflowSchema.parse(JSON.parse(text));
}

/** The workflow with a credential picked in each node that a user picks one in. */
export function withCredentials(
	workflow: WorkflowFile,
	credentialsOf: (node: WorkflowNode) => WorkflowNode['credentials'],
): WorkflowFile {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			const chosen = credentialsOf(node);
			return chosen ? { ...node, credentials: chosen } : node;
		}),
	};
}

/** Whether a node is one of this package. */
export function isOurs({ type }: WorkflowNode): boolean {
	return type.startsWith(`${PACKAGE}.`);
}
