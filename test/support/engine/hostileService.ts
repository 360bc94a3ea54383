import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CredentialStore } from '../../engine/harness';
import { portOf } from '../../../sandbox/server/portOf';

/** What a server saw of a request. */
export interface SeenRequest {
	method: string;
	/** Without its query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface Answer {
	status?: number;
	headers?: Record<string, string | string[]>;
	/** Sent as JSON unless it is a text or bytes. */
	body?: unknown;
}

type Reply = (
	request: SeenRequest,
	response: ServerResponse,
) => Answer | undefined | void | Promise<Answer | undefined | void>;

/**
 * A server that answers as a test tells it: with a value, or by whatever it does to the response itself. It
 * keeps every request, and hangs up whatever is still open when it is closed.
 */
export class HostileService {
	readonly seen: SeenRequest[] = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async open(reply: Reply): Promise<HostileService> {
		const server = createServer();
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const service = new HostileService(server, `http://127.0.0.1:${portOf(server)}`);
		server.on('request', (request, response) => void service.answer(reply, request, response));
		return service;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	/** An account whose both APIs are here. */
	account(values: Record<string, string> = {}): CredentialStore {
		return {
			assemblyAiAccountApi: {
				apiKey: 'marked-key',
				region: 'custom',
				speechToTextUrl: this.url,
				llmGatewayUrl: this.url,
				...values,
			},
		};
	}

	/** What was asked for, in order: "GET /v2/transcript". */
	get lines(): string[] {
		return this.seen.map(({ method, path }) => `${method} ${path}`);
	}

	/** Submissions of jobs, each of which costs money unless it was refused. */
	get submissions(): SeenRequest[] {
		return this.seen.filter(({ method, path }) => method === 'POST' && path === '/v2/transcript');
	}

	private async answer(
		reply: Reply,
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
		const seen = {
			method: request.method ?? '',
			path: pathname,
			query: searchParams,
			headers: request.headers,
			body: await text(request).catch(() => ''),
		};
		this.seen.push(seen);
		const answer = await reply(seen, response);
		if (answer === undefined || answer === null) return;
		const { status = 200, headers = {}, body } = answer;
		const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(isRaw ? body : JSON.stringify(body));
	}
}
