import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import type { CredentialStore } from '../host/credentialsHelper';

export interface NodeOptions {
	parameters?: INodeParameters;
	credentials?: CredentialStore;
	/** What the workflow keeps from call to call; changed in place. */
	staticData?: IDataObject;
}

/** What somebody posts to the webhook of a trigger. */
export interface WebhookCall {
	body: unknown;
	headers?: Record<string, string | string[] | undefined>;
	query?: Record<string, unknown>;
}

export interface TriggerAnswer {
	/** Of the HTTP response; 200 where the node leaves the answer to n8n. */
	status: number;
	/** What the node itself answered. */
	body: unknown;
	/** What the workflow starts with; nothing when it does not start. */
	items: INodeExecutionData[] | undefined;
}

/** A node in a workflow of its own, as the server sees it. */
export interface PlacedNode {
	workflow: Workflow;
	node: INode;
	nodeType: INodeType;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** Publishes the workflow as far as the node has a say in it. @throws what the node throws */
export async function registerWebhook(trigger: PlacedNode): Promise<void> {
	const { workflow, node, nodeType, additionalData } = trigger;
	const methods = nodeType.webhookMethods?.default;
	const data = webhookData(trigger);
	const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate', data);
	const exists = await methods?.checkExists?.call(context);
	if (!exists) await methods?.create?.call(context);
}

/** Hands a call to the node as the server does. @throws what the node throws */
export async function callWebhook(
	trigger: PlacedNode,
	{ body, headers = {}, query = {} }: WebhookCall,
): Promise<TriggerAnswer> {
	const { workflow, node, nodeType, additionalData } = trigger;
	const data = webhookData(trigger);
	const { answer, response } = await answeredBy(
		nodeType,
		additionalData,
		{ body, headers, query },
		() => new WebhookContext(workflow, node, additionalData, 'trigger', data, [], null),
	);
	return { ...answer, items: response?.workflowData?.[0] };
}

/** What a node makes of a call, and what it answers by itself. @throws what the node throws */
export async function answeredBy(
	nodeType: INodeType,
	additionalData: IWorkflowExecuteAdditionalData,
	{ body, headers = {}, query = {} }: WebhookCall,
	createContext: () => WebhookContext,
) {
	const answer: Omit<TriggerAnswer, 'items'> = { status: 200, body: undefined };
	additionalData.httpRequest = { body, headers, query, params: {} };
	additionalData.httpResponse = {
		status: (code: number) => {
			answer.status = code;
			return { json: (content: unknown) => (answer.body = content) };
		},
	};
	const response = await nodeType.webhook?.call(createContext());
	return { answer, response };
}

function webhookData({ workflow, node, nodeType, additionalData }: PlacedNode): IWebhookData {
	const [webhookDescription] = nodeType.description.webhooks ?? [];
	if (!webhookDescription) throw new Error(`${node.type} has no webhook`);
	return {
		httpMethod: 'POST',
		node: node.name,
		path: webhookDescription.path,
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
	};
}
