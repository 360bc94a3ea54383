// First: the engine reads its environment when it is loaded.
import './host/environment';

export { EngineHarness } from './engineHarness';
export type { CredentialStore, CredentialValues } from './host/credentialsHelper';
export type { CredentialTestResult } from './runs/credentialTest';
export type {
	HarnessOptions,
	ListSearchOptions,
	RunNodeOptions,
	RunOptions,
	RunSettings,
} from './options';
export type {
	CallAnswer,
	PausedExecution,
	ResumeCall,
	StoredExecution,
} from './runs/pausedExecution';
export { NodeRunResult, RunResult } from './runs/runResult';
export { START_NODE_TYPE } from './runs/startNode';
export type { WorkflowJson, WorkflowNode } from './runs/workflow';
