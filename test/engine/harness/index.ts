// First: the engine reads its environment when it is loaded.
import './environment';

export { EngineHarness } from './engineHarness';
export type { CredentialStore, CredentialValues } from './credentialsHelper';
export type { CredentialTestResult } from './credentialTest';
export type {
	HarnessOptions,
	ListSearchOptions,
	RunNodeOptions,
	RunOptions,
	RunSettings,
} from './options';
export type { CallAnswer, PausedExecution } from './pausedExecution';
export { NodeRunResult, RunResult } from './runResult';
export { START_NODE_TYPE } from './startNode';
export type { WorkflowJson, WorkflowNode } from './workflow';
