import { ExternalSecretsProxy, type ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialsHelper,
	IDataObject,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { WORKFLOW_ID } from './workflow';

/** No server listens here; the engine only builds the addresses that expressions such as $execution.resumeUrl give. */
const INSTANCE_URL = 'http://127.0.0.1:5678';

export interface AdditionalDataOptions {
	credentialsHelper: ICredentialsHelper;
	executionId: string;
	hooks?: ExecutionLifecycleHooks;
	onConsole?: (message: string) => void;
	currentNodeParameters?: INodeParameters;
}

/** What the n8n server gives to a run; what only a server can do (sub-workflows, task runners) is refused. */
export function createAdditionalData(
	options: AdditionalDataOptions,
): IWorkflowExecuteAdditionalData {
	const { onConsole } = options;
	return {
		credentialsHelper: options.credentialsHelper,
		hooks: options.hooks,
		executionId: options.executionId,
		workflowId: WORKFLOW_ID,
		currentNodeExecutionIndex: 0,
		currentNodeParameters: options.currentNodeParameters,
		restApiUrl: `${INSTANCE_URL}/rest`,
		instanceBaseUrl: `${INSTANCE_URL}/`,
		formBaseUrl: `${INSTANCE_URL}/form`,
		formWaitingBaseUrl: `${INSTANCE_URL}/form-waiting`,
		formTestBaseUrl: `${INSTANCE_URL}/form-test`,
		webhookBaseUrl: `${INSTANCE_URL}/webhook`,
		webhookWaitingBaseUrl: `${INSTANCE_URL}/webhook-waiting`,
		webhookTestBaseUrl: `${INSTANCE_URL}/webhook-test`,
		mcpBaseUrl: `${INSTANCE_URL}/mcp`,
		mcpTestBaseUrl: `${INSTANCE_URL}/mcp-test`,
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
		sendDataToUI: onConsole && ((type, data) => consoleMessages(type, data).forEach(onConsole)),
		logAiEvent: () => undefined,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		executeWorkflow: async () => await refuse('sub-workflows'),
		startRunnerTask: async () => await refuse('task runners'),
	};
}

async function refuse(what: string): Promise<never> {
	throw new Error(`The harness has no ${what}`);
}

/** One line per call of `sendMessageToUI`, its arguments joined as a browser's console would. */
function consoleMessages(type: string, data: IDataObject | IDataObject[]): string[] {
	if (type !== 'sendConsoleMessage' || Array.isArray(data)) return [];
	return Array.isArray(data.messages) ? [data.messages.map(String).join(' ')] : [];
}
