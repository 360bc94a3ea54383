import { isObjectEmpty, type INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { WorkflowJson, WorkflowNode } from '../../test/engine/harness';
import { DemoError } from './DemoError';
import { readJsonFile } from './files';
import type { DemoQuestion } from './questionsFile';

const connection = z.object({ node: z.string(), type: z.literal('main'), index: z.number().int() });

const exportedWorkflow = z.object({
	nodes: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			type: z.string(),
			typeVersion: z.number(),
			position: z.tuple([z.number(), z.number()]),
			parameters: z.custom<INodeParameters>(
				(value) => z.record(z.string(), z.unknown()).safeParse(value).success,
			),
			webhookId: z.string().optional(),
			credentials: z
				.record(z.string(), z.object({ id: z.string().nullable(), name: z.string() }))
				.optional(),
		}),
	),
	connections: z.record(z.string(), z.object({ main: z.array(z.array(connection)) })),
	settings: z.object({ executionOrder: z.enum(['v0', 'v1']) }),
});

/** Reads a workflow as n8n exports it. @throws DemoError when it is none */
export async function readWorkflow(file: string): Promise<WorkflowJson> {
	const parsed = exportedWorkflow.safeParse(await readJsonFile(file, 'workflow'));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new DemoError(
		`${file} is not an exported workflow: ${issue?.path.join('.')}: ${issue?.message}`,
	);
}

/** The one node of a type, by the end of its type's name. */
export function nodeOfType({ nodes }: WorkflowJson, type: string): WorkflowNode {
	const node = nodes.find((candidate) => candidate.type.endsWith(`.${type}`));
	if (!node) throw new DemoError(`The workflow has no node of the type ${type}`);
	return node;
}

/** The workflow with other parameters in one of its nodes, as if they had been typed in there. */
export function withParameters(
	workflow: WorkflowJson,
	{ name }: WorkflowNode,
	parameters: INodeParameters,
): WorkflowJson {
	if (isObjectEmpty(parameters)) return workflow;
	const nodes = workflow.nodes.map((node) =>
		node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
	return { ...workflow, nodes };
}

/** The parameters of Ask Questions that the command line replaces. */
export function askParameters(questions?: DemoQuestion[], model?: string): INodeParameters {
	return {
		...(questions && { questions: { question: questions } }),
		...(model && { model: { __rl: true, mode: 'id', value: model } }),
	};
}
