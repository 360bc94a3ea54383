import { WebhookContext } from 'n8n-core';
import {
	jsonParse,
	jsonStringify,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { RunResult } from './runResult';
import { answeredBy, type WebhookCall } from './triggerCall';

export interface PausedParts {
	executionId: string;
	/** As n8n's database keeps it. */
	data: IRunExecutionData;
	mode: WorkflowExecuteMode;
	createWorkflow(): Workflow;
	createAdditionalData(): IWorkflowExecuteAdditionalData;
	/** Runs what is left. */
	goOn(data: IRunExecutionData): Promise<RunResult>;
}

/** What is left of an execution once its process is gone. */
export interface StoredExecution {
	id: string;
	/** Its data, as text. */
	stored: string;
}

export interface CallAnswer {
	status: number;
	body: unknown;
	/** The rest of the run; nothing where the execution stays paused. */
	result: RunResult | undefined;
}

/** A call to the address of an execution: what is posted, and the part of the path behind the execution's own. */
export interface ResumeCall extends WebhookCall {
	path: string;
}

/** An execution that n8n has put away, as its server resumes it: n8n's `WaitTracker` and `WaitingWebhooks`. */
export class PausedExecution implements StoredExecution {
	constructor(private readonly parts: PausedParts) {}

	get id(): string {
		return this.parts.executionId;
	}

	/** What n8n's server asks for in the address. */
	get token(): string {
		return this.parts.data.resumeToken ?? '';
	}

	/** What n8n's database keeps, as text. */
	get stored(): string {
		return jsonStringify(this.parts.data, { replaceCircularRefs: true });
	}

	get until(): Date {
		return new Date(this.parts.data.waitTill ?? NaN);
	}

	/** Nobody has called until the time limit. */
	async timeUp(): Promise<RunResult> {
		return await this.parts.goOn(this.saved());
	}

	/** Somebody calls. @throws what the node throws, which it must not */
	async call({ path, ...call }: ResumeCall): Promise<CallAnswer> {
		const data = this.saved();
		const workflow = this.parts.createWorkflow();
		const additionalData = this.parts.createAdditionalData();
		const [entry] = data.executionData?.nodeExecutionStack ?? [];
		const last = data.resultData.lastNodeExecuted ?? '';
		const node = workflow.getNode(last);
		if (!entry || !node) throw new Error('Nothing is left of the execution that pauses');
		entry.node.disabled = true;
		data.waitTill = undefined;
		data.resultData.runData[last]?.pop();

		const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		const webhookDescription = nodeType.description.webhooks?.find(
			({ restartWebhook, path: own }) => restartWebhook === true && own === path,
		);
		if (!webhookDescription) return { status: 404, body: undefined, result: undefined };
		const webhook = {
			httpMethod: 'POST' as const,
			node: node.name,
			path,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		};
		const { mode } = this.parts;
		const { answer, response } = await answeredBy(nodeType, additionalData, call, () => {
			return new WebhookContext(workflow, node, additionalData, mode, webhook, [], data);
		});
		if (response?.workflowData === undefined) return { ...answer, result: undefined };
		entry.data.main = response.workflowData;
		entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
		return { ...answer, result: await this.parts.goOn(data) };
	}

	private saved(): IRunExecutionData {
		return jsonParse<IRunExecutionData>(this.stored);
	}
}
