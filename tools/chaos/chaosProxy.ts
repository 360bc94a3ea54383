import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request as send } from 'undici';

/** What happens to one exchange on its way. */
export const FAULTS = [
	/** Before the service has seen anything. */
	'resetBefore',
	'statusBefore',
	'rateLimited',
	/** After the service has done what it was asked to. */
	'lostReply',
	'statusAfter',
	'truncated',
	'slow',
	/** No reply until the client gives up, which takes a minute. */
	'timeout',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface Exchange {
	method: string;
	/** Without the run's prefix. */
	path: string;
}

/** Decides the fate of each exchange of one run. */
export type Fate = (exchange: Exchange) => Fault | undefined;

/**
 * A bad line to the service: every run has an address of its own, `url/<run>`, and its own faults. Whatever is
 * not hit by a fault passes through unchanged.
 */
export class ChaosProxy {
	private readonly fates = new Map<string, Fate>();

	private readonly agent = new Agent({ connections: 256 });

	private readonly server = createServer((incoming, outgoing) => {
		this.pass(incoming, outgoing).catch(() => outgoing.destroy());
	});

	private constructor(private readonly target: string) {}

	static async open(target: string): Promise<ChaosProxy> {
		const proxy = new ChaosProxy(target);
		await new Promise<void>((listening) => proxy.server.listen(0, '127.0.0.1', listening));
		return proxy;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((closed) => this.server.close(closed));
		await this.agent.close();
	}

	/** Opens an address for a run. */
	addressFor(run: string, fate: Fate): string {
		this.fates.set(run, fate);
		const address = this.server.address();
		if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
		return `http://127.0.0.1:${address.port}/${run}`;
	}

	private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const [, run = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
		const method = incoming.method ?? 'GET';
		const fault = this.fates.get(run)?.({ method, path: rest });
		if (fault === 'resetBefore') return void incoming.socket.destroy();
		const body = await readAll(incoming);
		if (fault === 'statusBefore') return void outgoing.writeHead(503).end();
		if (fault === 'rateLimited') {
			const headers = { 'retry-after': '0', 'content-type': 'application/json' };
			return void outgoing.writeHead(429, headers).end('{"error":"Too Many Requests"}');
		}
		const headers = Object.entries(incoming.headers).filter(([name]) => !HOP_BY_HOP.has(name));
		const reply = await send(this.target + rest, {
			method: method === 'POST' ? 'POST' : method === 'DELETE' ? 'DELETE' : 'GET',
			headers: Object.fromEntries(headers),
			body: body.length > 0 ? body : null,
			dispatcher: this.agent,
		});
		const content = Buffer.from(await reply.body.arrayBuffer());
		await this.deliver(
			fault,
			reply.statusCode,
			content,
			String(reply.headers['content-type']),
			outgoing,
		);
	}

	private async deliver(
		fault: Fault | undefined,
		status: number,
		content: Buffer,
		type: string,
		outgoing: ServerResponse,
	): Promise<void> {
		if (fault === 'lostReply') return void outgoing.destroy();
		if (fault === 'timeout') return;
		if (fault === 'statusAfter') return void outgoing.writeHead(500).end('<h1>Internal Error</h1>');
		if (fault === 'slow') await new Promise((later) => setTimeout(later, 60));
		outgoing.writeHead(status, { 'content-type': type, 'content-length': content.length });
		if (fault !== 'truncated') return void outgoing.end(content);
		outgoing.write(content.subarray(0, content.length >> 1), () => outgoing.destroy());
	}
}

/** Headers that are between two neighbours only. */
const HOP_BY_HOP = new Set(['host', 'connection', 'transfer-encoding']);

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
