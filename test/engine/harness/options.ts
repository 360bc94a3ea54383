import type {
	INode,
	INodeExecutionData,
	INodeParameters,
	IRunExecutionData,
	IWorkflowSettings,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialStore } from './host/credentialsHelper';
import type { NodesFrom } from './host/packageLoader';
import type { WorkflowJson } from './runs/workflow';

export interface HarnessOptions {
	/** 'source' (default) runs the TypeScript sources through jest's or tsx's transform, 'dist' the built package. */
	nodes?: NodesFrom;
	/** Folder of the package to load; default: this repository. */
	packageDirectory?: string;
}

/** What every run can be given. */
export interface RunSettings {
	/** By credential type; every node that takes credentials is connected to them. */
	credentials?: CredentialStore;
	/** Default 'trigger', or 'retry' with `retryOf`. Nodes report to the UI in 'manual' only. */
	mode?: WorkflowExecuteMode;
	/** Stops the run as the stop button does. */
	cancel?: AbortSignal;
	/** Data of a failed run of the same workflow, to retry it as "Retry execution" does. */
	retryOf?: IRunExecutionData;
	/** Receives what a node says with `sendMessageToUI`, in manual mode. */
	onConsole?: (message: string) => void;
	/** Where n8n says that it can be called; no server listens there. */
	instanceUrl?: string;
	onNodeStart?: (nodeName: string) => void;
	onNodeEnd?: (nodeName: string) => void;
}

export interface RunOptions extends RunSettings {
	workflow: WorkflowJson;
	/** Name of the trigger node where the run starts. */
	start: string;
	/** What that node emits. */
	startItems: INodeExecutionData[];
}

export interface RunNodeOptions extends RunSettings {
	/** e.g. 'assemblyAiTranscribe', or a full name such as 'n8n-nodes-base.set'. */
	type: string;
	parameters: INodeParameters;
	items: INodeExecutionData[];
	/** The node's settings, e.g. onError, retryOnFail, maxTries, waitBetweenTries, executeOnce. */
	node?: Partial<INode>;
	settings?: IWorkflowSettings;
}

export interface ListSearchOptions {
	parameters: INodeParameters;
	credentials?: CredentialStore;
	filter?: string;
	paginationToken?: string;
}
