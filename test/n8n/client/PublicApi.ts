import { z } from 'zod';
import { eventually } from '../../support/n8n/eventually';
import { requestJson } from './requestJson';
import type { WorkflowFile } from './workflowFile';

const idSchema = z.union([z.string(), z.number()]).transform(String);
const createdSchema = z.object({ id: idSchema, name: z.string() });
const UNFINISHED = ['new', 'running', 'waiting', 'unknown'];

const itemSchema = z.object({
	json: z.record(z.string(), z.unknown()),
	binary: z.record(z.string(), z.unknown()).optional(),
});

const runSchema = z.object({
	executionStatus: z.string().optional(),
	error: z.object({ message: z.string() }).passthrough().optional(),
	data: z
		.object({ main: z.array(z.array(itemSchema).nullable()) })
		.partial()
		.optional(),
});

const executionSchema = z.object({
	id: idSchema,
	status: z.string(),
	customData: z.record(z.string(), z.string()).optional(),
	data: z
		.object({
			resultData: z.object({
				error: z.object({ message: z.string() }).passthrough().optional(),
				runData: z.record(z.string(), z.array(runSchema)),
			}),
		})
		.optional(),
});

export type Execution = z.infer<typeof executionSchema>;
export type OutputItem = z.infer<typeof itemSchema>;

/** n8n's public REST API, version 1 (n8n documentation, "API reference"). */
export class PublicApi {
	constructor(
		private readonly url: string,
		private readonly apiKey: string,
	) {}

	async createWorkflow({ name, nodes, connections, settings }: WorkflowFile) {
		const body = { name, nodes, connections, settings };
		return await this.request(createdSchema, 'POST', '/workflows', body);
	}

	async workflows() {
		const listed = z.object({ data: z.array(createdSchema.extend({ active: z.boolean() })) });
		return (await this.request(listed, 'GET', '/workflows')).data;
	}

	/** Its webhooks answer a moment later only. */
	async activate(workflowId: string): Promise<void> {
		await this.request(z.unknown(), 'POST', `/workflows/${workflowId}/activate`, {});
	}

	async deactivate(workflowId: string): Promise<void> {
		await this.request(z.unknown(), 'POST', `/workflows/${workflowId}/deactivate`, {});
	}

	/** Of one workflow or of all, latest first, without what the nodes put out. */
	async executions(workflowId?: string): Promise<Execution[]> {
		return await this.list(workflowId === undefined ? '' : `?workflowId=${workflowId}`);
	}

	private async list(query: string): Promise<Execution[]> {
		const listed = z.object({ data: z.array(executionSchema) });
		return (await this.request(listed, 'GET', `/executions${query}`)).data;
	}

	/** As it is now, with what its nodes have put out. */
	async execution(id: string): Promise<Execution> {
		return await this.request(executionSchema, 'GET', `/executions/${id}?includeData=true`);
	}

	/** How it is now, and nothing else: what is cheap enough to be asked again and again. */
	async statusOf(id: string): Promise<string> {
		return (await this.request(executionSchema, 'GET', `/executions/${id}`)).status;
	}

	/** An execution once it has ended, with what its nodes put out. */
	async endOf(executionId: string, timeLimitMs = 60_000): Promise<Execution> {
		return await eventually(`execution ${executionId} to end`, timeLimitMs, async () => {
			if (UNFINISHED.includes(await this.statusOf(executionId))) return undefined;
			return await this.execution(executionId);
		});
	}

	/** The latest execution of a workflow once it has ended, with what its nodes put out. */
	async finishedExecution(workflowId: string, timeLimitMs = 60_000): Promise<Execution> {
		const id = await eventually(`workflow ${workflowId} to end`, timeLimitMs, async () => {
			const [latest] = await this.executions(workflowId);
			return latest && !UNFINISHED.includes(latest.status) ? latest.id : undefined;
		});
		return await this.endOf(id);
	}

	private async request<Output>(
		schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
		method: string,
		path: string,
		body?: unknown,
	): Promise<Output> {
		return await requestJson(schema, `${this.url}/api/v1${path}`, {
			method,
			headers: { 'X-N8N-API-KEY': this.apiKey },
			...(body !== undefined && { body }),
		});
	}
}

/** What a node put out in its last run, all outputs or one of them. */
export function outputOf(execution: Execution, node: string, output?: number): OutputItem[] {
	const main = execution.data?.resultData.runData[node]?.at(-1)?.data?.main ?? [];
	return (output === undefined ? main : [main[output] ?? []]).flatMap((items) => items ?? []);
}
