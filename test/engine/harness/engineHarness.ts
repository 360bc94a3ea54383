import path from 'node:path';

import {
	BinaryDataService,
	ExecutionLifecycleHooks,
	InstanceSettings,
	LoadOptionsContext,
	WorkflowExecute,
	type PackageDirectoryLoader,
} from 'n8n-core';
import { jsonParse } from 'n8n-workflow';
import type {
	IBinaryData,
	ICredentialType,
	INodeListSearchResult,
	IRun,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createAdditionalData } from './host/additionalData';
import { container } from './host/container';
import { sendCredentialTest, type CredentialTestResult } from './runs/credentialTest';
import { InMemoryCredentialsHelper, type CredentialValues } from './host/credentialsHelper';
import { createUserFolder, removeUserFolder, userFolder } from './host/environment';
import { NodeTypeRegistry } from './host/nodeTypes';
import type { HarnessOptions, ListSearchOptions, RunNodeOptions, RunOptions } from './options';
import { loadPackage } from './host/packageLoader';
import { PausedExecution, type StoredExecution } from './runs/pausedExecution';
import { freshRunData, retriedRunData } from './runs/runData';
import { NODE_NAME, NodeRunResult, RunResult } from './runs/runResult';
import { START_NODE_TYPE } from './runs/startNode';
import { suppliedBy } from './runs/suppliedBy';
import {
	callWebhook,
	registerWebhook,
	type PlacedNode,
	type TriggerAnswer,
	type NodeOptions,
	type WebhookCall,
} from './runs/triggerCall';
import { WORKFLOW_ID, createWorkflow, storedWorkflow } from './runs/workflow';

const repositoryRoot = path.resolve(__dirname, '../../..');
const START_NODE_NAME = 'Start';
const INPUT_LOCATION = {
	type: 'execution',
	workflowId: WORKFLOW_ID,
	executionId: 'input',
} as const;
let running = 0;
let executions = 0;

/**
 * Runs workflows on n8n's real engine, with its real helpers, binary data and expressions. Only what
 * lives in the n8n server (credential storage, node registry, executions list) is the harness's own.
 */
export class EngineHarness {
	private readonly nodeTypes: NodeTypeRegistry;

	private constructor(private readonly loader: PackageDirectoryLoader) {
		this.nodeTypes = new NodeTypeRegistry(loader);
	}

	/** @throws when n8n-core was loaded before the harness, or the package cannot be loaded */
	static async start(options: HarnessOptions = {}): Promise<EngineHarness> {
		if (!container.get(InstanceSettings).n8nFolder.startsWith(userFolder))
			throw new Error('Import the engine harness before anything that imports n8n-core');
		createUserFolder();
		running += 1;
		try {
			await container.get(BinaryDataService).init();
			const directory = options.packageDirectory ?? repositoryRoot;
			return new EngineHarness(await loadPackage(directory, options.nodes ?? 'source'));
		} catch (error) {
			stopped();
			throw error;
		}
	}

	/** Removes what runs have stored, once the last harness of the process is disposed. */
	async dispose(): Promise<void> {
		stopped();
	}

	get packageName(): string {
		return this.loader.packageName;
	}

	/** Stores a file as n8n does when it arrives; the result goes into an item's `binary`. */
	async storeBinary(content: Buffer, fileName: string, mimeType: string): Promise<IBinaryData> {
		return await container
			.get(BinaryDataService)
			.store(INPUT_LOCATION, content, binaryData(fileName, mimeType));
	}

	/** Stores a file from disk as n8n's Webhook does with a file of a form, so that it is never in memory as a whole. */
	async storeFile(file: string, mimeType: string): Promise<IBinaryData> {
		return await container
			.get(BinaryDataService)
			.copyBinaryFile(INPUT_LOCATION, binaryData(path.basename(file), mimeType), file);
	}

	/**
	 * Runs a workflow to its end. A node's failure is in the result, as in n8n.
	 * @throws WorkflowHasIssuesError when a required parameter is missing: n8n starts no such workflow
	 */
	async run(options: RunOptions): Promise<RunResult> {
		const execution = await this.prepare(options, String((executions += 1)));
		const start = execution.createWorkflow().getNode(options.start);
		if (!start) throw new Error(`The workflow has no node "${options.start}" to start from`);
		return await execution.goOn(
			options.retryOf
				? retriedRunData(options.retryOf, execution.createWorkflow())
				: freshRunData(start, options.startItems),
		);
	}

	/** An execution that was put away, maybe in another process, on the same workflow with the same credentials. */
	async restore(options: RunOptions, { id, stored }: StoredExecution): Promise<PausedExecution> {
		return (await this.prepare(options, id)).putAway(jsonParse<IRunExecutionData>(stored));
	}

	private async prepare(options: RunOptions, executionId: string) {
		const credentials = options.credentials ?? {};
		await this.nodeTypes.prepareFor(options.workflow.nodes.map((node) => node.type));
		const place = () => createWorkflow(options.workflow, this.nodeTypes, credentials);
		const mode: WorkflowExecuteMode = options.mode ?? (options.retryOf ? 'retry' : 'trigger');
		const additionalData = (hooks?: ExecutionLifecycleHooks) =>
			createAdditionalData({
				credentialsHelper: new InMemoryCredentialsHelper(this.nodeTypes, credentials),
				executionId,
				hooks,
				onConsole: options.onConsole,
				instanceUrl: options.instanceUrl,
			});
		const goOn = async (data: IRunExecutionData): Promise<RunResult> => {
			const here = place();
			const hooks = hooksOf(here, mode, executionId, options);
			const run = await this.execute(here, additionalData(hooks), { mode, data }, options.cancel);
			return new RunResult(run, run.status === 'waiting' ? putAway(run.data) : undefined);
		};
		const putAway = (data: IRunExecutionData) =>
			new PausedExecution({
				executionId,
				data,
				mode,
				createWorkflow: place,
				createAdditionalData: additionalData,
				goOn,
			});
		return { createWorkflow: place, goOn, putAway };
	}

	private async execute(
		workflow: Workflow,
		additionalData: IWorkflowExecuteAdditionalData,
		{ mode, data }: { mode: WorkflowExecuteMode; data: IRunExecutionData },
		cancel: AbortSignal | undefined,
	): Promise<IRun> {
		const run = new WorkflowExecute(additionalData, mode, data).processRunExecutionData(workflow);
		const stop = () => run.cancel();
		if (cancel?.aborted) stop();
		cancel?.addEventListener('abort', stop, { once: true });
		try {
			return await run;
		} finally {
			cancel?.removeEventListener('abort', stop);
		}
	}

	/** Runs one node, named 'Node', on the given items. @throws as `run` does */
	async runNode(options: RunNodeOptions): Promise<NodeRunResult> {
		return NodeRunResult.of(await this.run(this.withNode(options)));
	}

	/** As `restore`, for what `runNode` has run. */
	async restoreNode(options: RunNodeOptions, stored: StoredExecution): Promise<PausedExecution> {
		return await this.restore(this.withNode(options), stored);
	}

	private withNode(options: RunNodeOptions): RunOptions {
		const { type, parameters, items, node, settings, ...runSettings } = options;
		return {
			...runSettings,
			workflow: {
				nodes: [
					{ name: START_NODE_NAME, type: START_NODE_TYPE, parameters: {} },
					{ ...node, name: NODE_NAME, type: this.nodeTypes.fullName(type), parameters },
				],
				connections: {
					[START_NODE_NAME]: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] },
				},
				settings,
			},
			start: START_NODE_NAME,
			startItems: items,
		};
	}

	/** Fills a resource locator's list, as the editor does when it is opened or typed into. */
	async listSearch(
		type: string,
		method: string,
		options: ListSearchOptions,
	): Promise<INodeListSearchResult> {
		const { workflow, node, nodeType, additionalData } = await this.place(type, options);
		const search = nodeType.methods?.listSearch?.[method];
		if (!search) throw new Error(`${node.type} has no list search "${method}"`);
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		return await search.call(context, options.filter, options.paginationToken);
	}

	/** What a chat model gives to an agent of n8n. @throws what the node throws */
	async supply(type: string, options: NodeOptions): Promise<unknown> {
		return await suppliedBy(await this.place(type, options));
	}

	/** Publishes a workflow that begins with a trigger. @throws what the trigger throws */
	async publish(type: string, options: NodeOptions): Promise<void> {
		await registerWebhook(await this.place(type, options));
	}

	/** Posts something to a trigger's webhook. @throws what the trigger throws */
	async callWebhook(type: string, options: NodeOptions, call: WebhookCall): Promise<TriggerAnswer> {
		return await callWebhook(await this.place(type, options), call);
	}

	/** What the form of a credential is made from. */
	credentialType(name: string): ICredentialType {
		return this.nodeTypes.getCredentialType(name);
	}

	/** Tests a credential as its form does on saving. */
	async testCredential(typeName: string, values: CredentialValues): Promise<CredentialTestResult> {
		const helper = new InMemoryCredentialsHelper(this.nodeTypes, { [typeName]: values });
		const { test } = this.nodeTypes.getCredentialType(typeName);
		if (!test) throw new Error(`The credential type "${typeName}" declares no test request`);
		const additionalData = createAdditionalData({
			credentialsHelper: helper,
			executionId: 'credential-test',
		});
		const data = helper.withDefaults(typeName, values);
		return await sendCredentialTest(typeName, test, data, additionalData, this.nodeTypes);
	}

	/** A node alone in a workflow. */
	private async place(type: string, options: NodeOptions): Promise<PlacedNode> {
		const { parameters = {}, credentials = {} } = options;
		const fullName = this.nodeTypes.fullName(type);
		await this.nodeTypes.prepareFor([fullName]);
		const nodes = [{ name: NODE_NAME, type: fullName, parameters }];
		const workflow = createWorkflow({ nodes, connections: {} }, this.nodeTypes, credentials);
		if (options.staticData) workflow.staticData = options.staticData;
		const node = workflow.getNode(NODE_NAME);
		if (!node) throw new Error('The workflow lost its node');
		const additionalData = createAdditionalData({
			credentialsHelper: new InMemoryCredentialsHelper(this.nodeTypes, credentials),
			executionId: 'no-execution',
			currentNodeParameters: node.parameters,
		});
		return {
			workflow,
			node,
			nodeType: this.nodeTypes.getByNameAndVersion(fullName),
			additionalData,
		};
	}
}

function binaryData(fileName: string, mimeType: string): IBinaryData {
	return { fileName, fileExtension: path.extname(fileName).slice(1), mimeType, data: '' };
}

function hooksOf(
	workflow: Workflow,
	mode: WorkflowExecuteMode,
	executionId: string,
	{ onNodeStart, onNodeEnd }: RunOptions,
): ExecutionLifecycleHooks {
	const hooks = new ExecutionLifecycleHooks(mode, executionId, storedWorkflow(workflow));
	if (onNodeStart) hooks.addHandler('nodeExecuteBefore', (node) => onNodeStart(node));
	if (onNodeEnd) hooks.addHandler('nodeExecuteAfter', (node) => onNodeEnd(node));
	return hooks;
}

function stopped(): void {
	running -= 1;
	if (running === 0) removeUserFolder();
}
