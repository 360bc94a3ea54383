// First: the engine reads its environment when it is loaded.
import { removeUserFolder } from '../../engine/harness/host/environment';

import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type IRunExecutionData,
} from 'n8n-workflow';
import { createAdditionalData } from '../../engine/harness/host/additionalData';
import { OneCredential } from './oneCredential';

export const CREDENTIAL = 'assemblyAiAccountApi';

export interface ContextOptions {
	/** Of the node; as a tool of an agent it has the ending `Tool`. */
	type?: string;
	properties?: INodeProperties[];
	parameters?: INodeParameters;
	items?: INodeExecutionData[];
	onError?: INode['onError'];
	runIndex?: number;
	signal?: AbortSignal;
	/** What an earlier try of the same execution has left. */
	data?: IRunExecutionData;
	credential?: IDataObject;
	onConsole?: (message: string) => void;
}

// The engine writes its settings there as soon as something asks for them.
afterAll(removeUserFolder);

/** What n8n gives to a node's `execute`: the engine's own object, with its own parameters and expressions. */
export function executeContext(options: ContextOptions = {}): ExecuteContext {
	const { items = [{ json: {} }], properties = [], parameters = {}, onError } = options;
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: options.type ?? 'unit.node',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { [CREDENTIAL]: { id: '1', name: 'Account' } },
		...(onError && { onError }),
	};
	const workflow = new Workflow({
		id: 'unit',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: knowing(nodeTypeWith(properties)),
	});
	const input = { main: [items] };
	return new ExecuteContext(
		workflow,
		node,
		createAdditionalData({
			credentialsHelper: new OneCredential(options.credential ?? {}),
			executionId: '1',
			...(options.onConsole && { onConsole: options.onConsole }),
		}),
		'manual',
		options.data ?? emptyRunData(),
		options.runIndex ?? 0,
		items,
		input,
		{ node, data: input, source: null },
		[],
		options.signal,
	);
}

export function emptyRunData(): IRunExecutionData {
	return createRunExecutionData();
}

function nodeTypeWith(properties: INodeProperties[]): INodeType {
	return {
		description: {
			displayName: 'Node',
			name: 'node',
			group: [],
			version: 1,
			description: '',
			defaults: { name: 'Node' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: CREDENTIAL, required: true }],
			properties,
		},
	};
}

function knowing(nodeType: INodeType) {
	return {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
}
