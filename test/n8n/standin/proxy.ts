import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { portOf } from '../../../sandbox/server/portOf';

export interface Proxy {
	url: string;
}

/** An HTTP proxy on loopback that tunnels to some hosts, all of them on one port, and to no other. */
export async function startProxy(
	hosts: string[],
	targetPort: number,
	cleanup: Cleanup,
): Promise<Proxy> {
	const proxy = createServer((_, reply) => reply.writeHead(403).end());
	const open = new Set<Duplex>();
	const keep = (socket: Duplex) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => socket.destroy());
	};
	proxy.on('connect', (request, socket) => {
		keep(socket);
		if (!hosts.includes(request.url?.split(':')[0] ?? '')) {
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		const target = connect(targetPort, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			target.pipe(socket).pipe(target);
		});
		keep(target);
		target.on('close', () => socket.destroy());
	});
	await once(proxy.listen(0, '127.0.0.1'), 'listening');
	cleanup.add(async () => {
		for (const socket of open) socket.destroy();
		proxy.close();
		await once(proxy, 'close');
	});
	return { url: `http://127.0.0.1:${portOf(proxy)}` };
}
