import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request as send } from 'undici';
import {
	allGoingOn,
	atTimesOf,
	bomb,
	drip,
	idIn,
	isList,
	isLook,
	leadingOn,
	NOT_FOUND,
	ofSomebodyElse,
	withoutNewest,
	type Answered,
} from './distortions';
import { portOf } from '../../sandbox/server/portOf';

/** What happens to one exchange on its way. */
export const FAULTS = [
	/** Before the service has seen anything. */
	'resetBefore',
	'statusBefore',
	'rateLimited',
	/** To a host that must never hear of the key. */
	'redirected',
	/** After the service has done what it was asked to. */
	'lostReply',
	'statusAfter',
	'truncated',
	'slow',
	/** A job that was accepted just now is not known to the machine that is asked. */
	'lagging',
	/** The transcript of somebody else. */
	'otherTranscript',
	/** The list shows every job as going on. */
	'listLies',
	/** Each page of the list leads to one more, for ever. */
	'listWithoutEnd',
	/** No reply until the client gives up, which takes as long as the time limit of an exchange. */
	'timeout',
	/** Headers at once, then byte after byte for ever. */
	'drip',
	/** A small body that unpacks to more than anybody can keep. */
	'bomb',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface Exchange {
	method: string;
	/** Without the run's prefix. */
	path: string;
}

/** Of one run. */
export interface Line {
	/** Decides the fate of each exchange. */
	fate: (exchange: Exchange) => Fault | undefined;
	/** How long the list does not show a job that was accepted, in milliseconds. */
	listLagMs: number;
}

/**
 * A bad line to the service: every run has an address of its own, `url/<run>`, and its own faults. Whatever is
 * not hit by a fault passes through unchanged.
 */
export class ChaosProxy {
	private readonly lines = new Map<string, Line>();

	private readonly acceptedAt = new Map<string, number>();

	/** What came in at the host that redirects lead to: nothing, as long as none is followed. */
	readonly strayed: string[] = [];

	private readonly elsewhere = createServer((incoming, outgoing) => {
		this.strayed.push(`${incoming.method} ${incoming.url}`);
		outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
	});

	private readonly agent = new Agent({ connections: 256 });

	private readonly server = createServer((incoming, outgoing) => {
		this.pass(incoming, outgoing).catch(() => outgoing.destroy());
	});

	private constructor(
		private readonly target: string,
		private readonly clock: (time: number) => number,
	) {}

	/** @param clock what the clock of those who ask shows at a moment */
	static async open(target: string, clock: (time: number) => number): Promise<ChaosProxy> {
		const proxy = new ChaosProxy(target, clock);
		for (const server of [proxy.server, proxy.elsewhere]) {
			await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		}
		return proxy;
	}

	async close(): Promise<void> {
		for (const server of [this.server, this.elsewhere]) {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		}
		await this.agent.close();
	}

	/** Opens an address for a run. */
	addressFor(run: string, line: Line): string {
		this.lines.set(run, line);
		return `http://127.0.0.1:${portOf(this.server)}/${run}`;
	}

	private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const [, run = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
		const method = incoming.method ?? 'GET';
		const line = this.lines.get(run);
		const fault = line?.fate({ method, path: rest });
		if (fault === 'resetBefore') return void incoming.socket.destroy();
		const body = await readAll(incoming);
		if (fault === 'statusBefore') return void outgoing.writeHead(503).end();
		if (fault === 'rateLimited') {
			const headers = { 'retry-after': '0', 'content-type': 'application/json' };
			return void outgoing.writeHead(429, headers).end('{"error":"Too Many Requests"}');
		}
		if (fault === 'redirected') {
			const location = `http://127.0.0.1:${portOf(this.elsewhere)}/elsewhere`;
			return void outgoing.writeHead(307, { location }).end();
		}
		const headers = Object.entries(incoming.headers).filter(([name]) => !HOP_BY_HOP.has(name));
		const reply = await send(this.target + rest, {
			method: method === 'POST' ? 'POST' : method === 'DELETE' ? 'DELETE' : 'GET',
			headers: Object.fromEntries(headers),
			body: body.length > 0 ? body : null,
			dispatcher: this.agent,
		});
		const content = Buffer.from(await reply.body.arrayBuffer());
		const type = String(reply.headers['content-type']);
		const exchange = { method, path: rest, status: reply.statusCode };
		this.noteAccepted(exchange, content);
		const told = isList(exchange)
			? atTimesOf(withoutNewest(content, line?.listLagMs ?? 0), this.clock)
			: content;
		const seen = this.distorted(fault, exchange, told);
		await this.deliver(fault, seen.status, seen.body, type, outgoing);
	}

	private noteAccepted({ method, path, status }: Answered, content: Buffer): void {
		if (method !== 'POST' || path !== '/v2/transcript' || status !== 200) return;
		this.acceptedAt.set(idIn(content), Date.now());
	}

	/** What the service seems to say. A fault that does not go with the exchange leaves it as it is. */
	private distorted(
		fault: Fault | undefined,
		exchange: Answered,
		content: Buffer,
	): { status: number; body: Buffer } {
		const { status } = exchange;
		const id = isLook(exchange) ? idIn(content) : undefined;
		if (fault === 'lagging' && id !== undefined) {
			const age = Date.now() - (this.acceptedAt.get(id) ?? 0);
			if (age < MAX_LAG_MS) return { status: 400, body: NOT_FOUND };
		}
		if (fault === 'otherTranscript' && id !== undefined)
			return { status, body: ofSomebodyElse(content) };
		if (fault === 'listLies' && isList(exchange)) return { status, body: allGoingOn(content) };
		if (fault === 'listWithoutEnd' && isList(exchange)) return { status, body: leadingOn(content) };
		return { status, body: content };
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
		if (fault === 'drip') return drip(outgoing, type);
		if (fault === 'bomb') {
			const headers = { 'content-type': type, 'content-encoding': 'gzip' };
			return void outgoing.writeHead(200, headers).end(bomb());
		}
		if (fault === 'slow') await new Promise((later) => setTimeout(later, 60));
		outgoing.writeHead(status, { 'content-type': type, 'content-length': content.length });
		if (fault !== 'truncated') return void outgoing.end(content);
		outgoing.write(content.subarray(0, content.length >> 1), () => outgoing.destroy());
	}
}

/** Shorter than the minute that an accepted job may be unknown for, which lasts a tenth of one here. */
const MAX_LAG_MS = 4_000;

/** Headers that are between two neighbours only. */
const HOP_BY_HOP = new Set(['host', 'connection', 'transfer-encoding']);

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
