import { createServer } from 'node:http';
import { portOf } from '../../../sandbox/server/portOf';

/** Serves one body under every path on loopback, as somebody's web server. */
export async function serveFile(body: Buffer | string, contentType: string) {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'content-type': contentType }).end(body);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${portOf(server)}/file`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
