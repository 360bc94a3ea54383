import { fetch } from 'undici';
import { z } from 'zod';
import { hearReloads } from './hearReloads';
import { requestJson } from './requestJson';
import type { WorkflowFile } from './workflowFile';

/** Who owns the n8n of the test. The password is worth nothing: the server lives for a minute on loopback. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Test',
	lastName: 'Owner',
	password: 'Loopback-0nly',
};

const credentialReference = z.object({ id: z.string(), name: z.string() });

/** How a node refers to a credential. */
export type CredentialReference = z.infer<typeof credentialReference>;

export interface CredentialData extends CredentialReference {
	type: string;
	data: Record<string, unknown>;
}

const apiKeySchema = z.object({ id: z.string(), rawApiKey: z.string() });

const envelope = z.object({ data: z.unknown() });

const credentialTestSchema = z.object({
	status: z.enum(['OK', 'Error']),
	message: z.string().optional(),
});

const nodeTypesSchema = z.array(
	z.object({
		name: z.string(),
		displayName: z.string(),
		version: z.union([z.number(), z.array(z.number())]),
		codex: z.object({ alias: z.array(z.string()).optional() }).optional(),
	}),
);

export type NodeDescription = z.infer<typeof nodeTypesSchema>[number];

/** What the editor does on a user's behalf and the public API cannot: set-up, API keys, credential tests. */
export class Session {
	private constructor(
		private readonly url: string,
		private readonly cookie: string,
	) {}

	/** Answers the questions of the first start, which also logs the owner in. */
	static async setUpOwner(url: string): Promise<Session> {
		return await Session.begin(url, '/rest/owner/setup', OWNER);
	}

	static async logIn(url: string): Promise<Session> {
		const { email, password } = OWNER;
		return await Session.begin(url, '/rest/login', { emailOrLdapLoginId: email, password });
	}

	private static async begin(url: string, path: string, body: unknown): Promise<Session> {
		const reply = await fetch(`${url}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'browser-id': BROWSER },
			body: JSON.stringify(body),
		});
		const cookie = reply.headers
			.getSetCookie()
			.map((line) => line.split(';')[0] ?? '')
			.find((pair) => pair.startsWith('n8n-auth='));
		if (reply.ok && cookie) return new Session(url, cookie);
		throw new Error(`${path} as ${OWNER.email}: ${reply.status} ${await reply.text()}`);
	}

	/** A key of the public API that may do everything. */
	async createApiKey(): Promise<string> {
		return (await this.newApiKey()).rawApiKey;
	}

	/** Gives such a key for one piece of work only. */
	async withApiKey(work: (apiKey: string) => Promise<void>): Promise<void> {
		const { id, rawApiKey } = await this.newApiKey();
		await work(rawApiKey);
		await this.request(z.unknown(), 'DELETE', `/rest/api-keys/${id}`);
	}

	private async newApiKey(): Promise<z.infer<typeof apiKeySchema>> {
		const scopes = await this.request(z.array(z.string()), 'GET', '/rest/api-keys/scopes');
		const body = { label: 'test', scopes, expiresAt: null };
		return await this.request(apiKeySchema, 'POST', '/rest/api-keys', body);
	}

	/**
	 * What the credential form does when it is saved. The public API is no use here: it asks for fields that
	 * n8n adds to the form by itself.
	 */
	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<CredentialReference> {
		const body = { name, type, data };
		return await this.request(credentialReference, 'POST', '/rest/credentials', body);
	}

	async updateCredential({ id, ...body }: CredentialData): Promise<void> {
		await this.request(credentialReference, 'PATCH', `/rest/credentials/${id}`, body);
	}

	/** What the credential form does after that. */
	async testCredential(credentials: CredentialData): Promise<z.infer<typeof credentialTestSchema>> {
		return await this.request(credentialTestSchema, 'POST', '/rest/credentials/test', {
			credentials,
		});
	}

	/**
	 * What the editor's chat does when a message is sent: runs the workflow, beginning with its chat trigger.
	 * @returns the ID of the execution
	 */
	async chat(workflowId: string, trigger: string, chatInput: string): Promise<string> {
		const message = { action: 'sendMessage', sessionId: 'test', chatInput };
		const data = {
			startTime: Date.now(),
			executionTime: 0,
			executionIndex: 0,
			executionStatus: 'success',
			data: { main: [[{ json: message }]] },
			source: [null],
		};
		return await this.run(workflowId, { name: trigger, data });
	}

	/**
	 * What the editor does when a workflow is executed there, with its pinned data.
	 * @returns the ID of the execution
	 */
	async run(workflowId: string, triggerToStartFrom: { name: string; data?: unknown }) {
		const path = `/rest/workflows/${workflowId}`;
		const workflowData = await this.request(z.object({}).passthrough(), 'GET', path);
		const started = z.object({ executionId: z.string() });
		const run = { workflowData, triggerToStartFrom };
		return (await this.request(started, 'POST', `${path}/run`, run)).executionId;
	}

	/** Saves a new workflow as the editor does: unlike the public API with pinned data, in any setting. */
	async createWorkflow(workflow: WorkflowFile & { pinData?: Record<string, unknown[]> }) {
		const saved = z.object({ id: z.string() });
		// n8n 1.x does not know by itself that it is not to be active.
		const body = { active: false, ...workflow };
		return await this.request(saved, 'POST', '/rest/workflows', body);
	}

	/** The versions of every node that the editor offers, by type. */
	async nodeTypes(): Promise<Map<string, number[]>> {
		const known = new Map<string, number[]>();
		for (const { name, version } of await this.nodeDescriptions()) {
			known.set(name, [...(known.get(name) ?? []), ...[version].flat()]);
		}
		return known;
	}

	/** "Retry execution" in the list of executions. @returns the execution that this made, once it has ended */
	async retryExecution(executionId: string): Promise<string> {
		const path = `/rest/executions/${executionId}/retry`;
		const { id } = await this.request(z.object({ id: z.string() }), 'POST', path, {});
		return id;
	}

	/** Every node as the editor gets it, of which this is a small part. */
	async nodeDescriptions(): Promise<NodeDescription[]> {
		return await requestJson(nodeTypesSchema, `${this.url}/types/nodes.json`, {
			headers: { cookie: this.cookie, 'browser-id': BROWSER },
		});
	}

	/**
	 * Listens to what n8n tells open editors.
	 * @param reloaded is called whenever n8n has loaded nodes anew
	 * @returns ends it
	 */
	async onReload(reloaded: () => void): Promise<() => void> {
		return await hearReloads({ url: this.url, cookie: this.cookie, reloaded });
	}

	/** Anything else that the editor asks its server for. */
	async request<Output>(
		schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
		method: string,
		path: string,
		body?: unknown,
	): Promise<Output> {
		const { data } = await requestJson(envelope, `${this.url}${path}`, {
			method,
			headers: { cookie: this.cookie, 'browser-id': BROWSER },
			...(body !== undefined && { body }),
		});
		return schema.parse(data);
	}
}

/** n8n ties a session to the browser that began it. */
const BROWSER = 'test-n8n';
