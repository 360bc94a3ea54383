import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { portOf } from '../../../sandbox/server/portOf';
import type { PausableRun } from './pausableRun';

/** Where the service calls executions that pause: the part of n8n's server that the engine alone lacks. */
export class WaitingServer {
	private readonly runs = new Map<string, PausableRun>();

	private readonly server = createServer(async (incoming, outgoing) => {
		const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://n8n');
		const [, run = '', , executionId = '', path = ''] = pathname.split('/');
		const body: unknown = JSON.parse(await text(incoming));
		const status = await this.runs.get(run)?.receive({
			executionId,
			path,
			token: searchParams.get('signature') ?? '',
			headers: incoming.headers,
			body,
		});
		if (status === undefined) return void outgoing.destroy();
		outgoing.writeHead(status).end();
	});

	static async open(): Promise<WaitingServer> {
		const waiting = new WaitingServer();
		await new Promise<void>((listening) => waiting.server.listen(0, '127.0.0.1', listening));
		return waiting;
	}

	/** Opens an address for a run, as that of an n8n of its own. */
	addressFor(name: string, run: PausableRun): string {
		this.runs.set(name, run);
		return `http://127.0.0.1:${portOf(this.server)}/${name}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((closed) => this.server.close(closed));
	}
}
