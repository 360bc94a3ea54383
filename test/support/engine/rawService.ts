import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { portOf } from '../../../sandbox/server/portOf';

/** A server that answers each request byte by byte as a test tells it, without knowing HTTP. */
export async function rawService(answer: (socket: Socket) => void) {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => sockets.delete(socket));
		let head = '';
		socket.on('data', (bytes) => {
			head += bytes.toString('latin1');
			if (!head.includes('\r\n\r\n')) return;
			head = '';
			answer(socket);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${portOf(server)}`;
	return {
		url,
		account: {
			assemblyAiAccountApi: {
				apiKey: 'marked-key',
				region: 'custom',
				speechToTextUrl: url,
				llmGatewayUrl: url,
				webhookSecret: 'open-sesame',
			},
		},
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

/** Sends one piece after the other, a moment apart, for as long as somebody listens. */
export function drip(socket: Socket, pieces: Iterable<string | Buffer>): void {
	const left = pieces[Symbol.iterator]();
	const timer = setInterval(() => {
		const next = left.next();
		if (next.done === true || socket.destroyed) clearInterval(timer);
		else socket.write(next.value);
	}, 10);
	socket.on('close', () => clearInterval(timer));
}
