import { ExternalSecretsProxy, type ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialsHelper,
	IDataObject,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { WORKFLOW_ID } from '../runs/workflow';

/** Unless a run is given another: no server listens here; the engine only builds the addresses that expressions such as $execution.resumeUrl give. */
const INSTANCE_URL = 'http://127.0.0.1:5678';

export interface AdditionalDataOptions {
	credentialsHelper: ICredentialsHelper;
	executionId: string;
	hooks?: ExecutionLifecycleHooks;
	onConsole?: (message: string) => void;
	currentNodeParameters?: INodeParameters;
	instanceUrl?: string | undefined;
}

/** What the n8n server gives to a run; what only a server can do (sub-workflows, task runners) is refused. */
export function createAdditionalData(
	options: AdditionalDataOptions,
): IWorkflowExecuteAdditionalData {
	const { onConsole, instanceUrl = INSTANCE_URL } = options;
	return {
		credentialsHelper: options.credentialsHelper,
		hooks: options.hooks,
		executionId: options.executionId,
		workflowId: WORKFLOW_ID,
		currentNodeExecutionIndex: 0,
		currentNodeParameters: options.currentNodeParameters,
		restApiUrl: `${instanceUrl}/rest`,
		instanceBaseUrl: `${instanceUrl}/`,
		formBaseUrl: `${instanceUrl}/form`,
		formWaitingBaseUrl: `${instanceUrl}/form-waiting`,
		formTestBaseUrl: `${instanceUrl}/form-test`,
		webhookBaseUrl: `${instanceUrl}/webhook`,
		webhookWaitingBaseUrl: `${instanceUrl}/webhook-waiting`,
		webhookTestBaseUrl: `${instanceUrl}/webhook-test`,
		mcpBaseUrl: `${instanceUrl}/mcp`,
		mcpTestBaseUrl: `${instanceUrl}/mcp-test`,
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
