import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowDataProxyAdditionalKeys,
	isExpression,
} from 'n8n-workflow';
import type { NodeTypeRegistry } from './nodeTypes';
import { START_NODE_TYPE } from '../runs/startNode';

/** What a user types into a credential's form. */
export type CredentialValues = Record<string, string | number | boolean>;

/** By credential type. */
export type CredentialStore = Record<string, CredentialValues>;

/** Expressions inside a credential see the credential only, so any node will do as their place. */
const anyNode: INode = {
	id: 'credential',
	name: 'Credential',
	type: START_NODE_TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** The n8n server's credential handling, over credentials held in memory and keyed by their type. */
export class InMemoryCredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly nodeTypes: NodeTypeRegistry,
		private readonly store: CredentialStore,
	) {
		super();
	}

	getParentTypes(typeName: string): string[] {
		const parents = this.nodeTypes.getCredentialType(typeName).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		const type = this.nodeTypes.getCredentialType(typeName);
		const properties: INodeProperties[] = [];
		for (const parent of type.extends ?? [])
			NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
		NodeHelpers.mergeNodeProperties(properties, type.properties);
		return properties;
	}

	/** Adds the headers, query and so on that the credential type declares; changes the request in place, as the server does. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow: Workflow = this.emptyWorkflow(),
		node: INode = anyNode,
	): Promise<IHttpRequestOptions> {
		if (!isHttpRequest(request)) throw new Error('A request to authenticate must have a URL');
		const { authenticate } = this.nodeTypes.getCredentialType(typeName);
		if (!authenticate) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);

		const keys = { $credentials: credentials };
		for (const [section, values] of sectionsOf(authenticate)) {
			const resolved: IDataObject = {};
			for (const [key, value] of Object.entries(values)) {
				resolved[resolveText(workflow, node, key, keys)] =
					typeof value === 'string' ? resolveText(workflow, node, value, keys) : value;
			}
			Object.assign(request, { [section]: { ...sectionOf(request, section), ...resolved } });
		}
		return request;
	}

	/** Defaults for what was left out, nothing for fields that other fields hide, expressions resolved. */
	withDefaults(typeName: string, values: CredentialValues): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(typeName);
		const complete = NodeHelpers.getNodeParameters(properties, values, true, false, null, null);
		const workflow = this.emptyWorkflow();
		const resolved: ICredentialDataDecryptedObject = {};
		for (const [name, value] of Object.entries(complete ?? {})) {
			if (typeof value === 'string') resolved[name] = resolveText(workflow, anyNode, value, {});
			else if (typeof value === 'number' || typeof value === 'boolean') resolved[name] = value;
			else throw new Error(`Field "${name}" of the credential is no text, number or boolean`);
		}
		return resolved;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject> {
		const values = this.store[typeName];
		if (!values) throw new Error(`The run was given no credential of the type "${typeName}"`);
		return this.withDefaults(typeName, values);
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(_details: INodeCredentialsDetails, typeName: string): Promise<ICredentials> {
		throw new Error(`The harness keeps no encrypted credential of the type "${typeName}"`);
	}

	async updateCredentials(_details: INodeCredentialsDetails, typeName: string): Promise<void> {
		throw new Error(`The harness does not change credentials, here one of the type "${typeName}"`);
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		typeName: string,
	): Promise<void> {
		await this.updateCredentials(details, typeName);
	}

	private emptyWorkflow(): Workflow {
		return new Workflow({
			nodes: [anyNode],
			connections: {},
			active: false,
			nodeTypes: this.nodeTypes,
		});
	}
}

/** n8n's engine also hands in requests with the older name `uri`, under the same type. */
function isHttpRequest(
	request: IHttpRequestOptions | IRequestOptionsSimplified,
): request is IHttpRequestOptions {
	return 'url' in request || 'uri' in request;
}

/** The parts of a request (headers, qs, body, auth) that an `authenticate` declaration fills in. */
function sectionsOf(authenticate: IAuthenticateGeneric): Array<[string, IDataObject]> {
	return Object.entries(authenticate.properties).filter(isSection);
}

function isSection(entry: [string, unknown]): entry is [string, IDataObject] {
	return typeof entry[1] === 'object' && entry[1] !== null;
}

function sectionOf(request: IHttpRequestOptions, section: string): IDataObject {
	const existing = Object.entries(request).filter(isSection);
	return existing.find(([name]) => name === section)?.[1] ?? {};
}

function resolveText(
	workflow: Workflow,
	node: INode,
	text: string,
	keys: IWorkflowDataProxyAdditionalKeys,
): string {
	if (!isExpression(text)) return text;
	return String(workflow.expression.getSimpleParameterValue(node, text, 'internal', keys) ?? '');
}
