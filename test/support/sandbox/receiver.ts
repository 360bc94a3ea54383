import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** A server on loopback that answers as told and keeps what it received. */
export async function startReceiver(answer: (count: number) => number) {
	const received: Received[] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];
	const server = createServer(async (request, response) => {
		const body: unknown = JSON.parse(await text(request));
		received.push({ path: request.url ?? '', headers: request.headers, body });
		response.statusCode = answer(received.length);
		response.end(() => {
			for (const { count, resolve } of waiting) if (received.length >= count) resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		received,
		/** Resolves when so many requests have been answered. */
		async has(count: number): Promise<void> {
			if (received.length >= count) return;
			await new Promise<void>((resolve) => waiting.push({ count, resolve }));
		},
		async close(): Promise<void> {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
