import path from 'node:path';
import { LazyPackageDirectoryLoader, type PackageDirectoryLoader } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialType,
	type IDataObject,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';
import { START_NODE_TYPE, startNode } from '../runs/startNode';

const BASE_NODES_PACKAGE = 'n8n-nodes-base';

/** What the n8n server knows as its node and credential types: this package's, the start node's and n8n's own. */
export class NodeTypeRegistry implements INodeTypes {
	private baseNodes: LazyPackageDirectoryLoader | undefined;

	constructor(private readonly loader: PackageDirectoryLoader) {}

	/** n8n's own nodes are only indexed when a workflow names one: the index alone is 9 MB. */
	async prepareFor(types: string[]): Promise<void> {
		if (this.baseNodes ?? !types.some((type) => packageOf(type) === BASE_NODES_PACKAGE)) return;
		const directory = path.dirname(require.resolve(`${BASE_NODES_PACKAGE}/package.json`));
		const baseNodes = new LazyPackageDirectoryLoader(directory);
		await baseNodes.loadAll();
		this.baseNodes = baseNodes;
	}

	/** `assemblyAiTranscribe` -> `<package>.assemblyAiTranscribe`; full names stay as they are. */
	fullName(type: string): string {
		return type.includes('.') ? type : `${this.loader.packageName}.${type}`;
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		if (type === START_NODE_TYPE) return startNode;
		return this.loaderOf(type).getNode(type.slice(type.lastIndexOf('.') + 1)).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}

	getCredentialType(name: string): ICredentialType {
		const isOurs = name in this.loader.known.credentials;
		return (isOurs ? this.loader : (this.baseNodes ?? this.loader)).getCredential(name).type;
	}

	private loaderOf(type: string): PackageDirectoryLoader {
		const packageName = packageOf(type);
		if (packageName === this.loader.packageName) return this.loader;
		if (packageName === BASE_NODES_PACKAGE && this.baseNodes) return this.baseNodes;
		throw new Error(`The harness has no node type "${type}"`);
	}
}

function packageOf(type: string): string {
	return type.slice(0, type.lastIndexOf('.'));
}
