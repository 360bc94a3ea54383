import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { portOf } from '../../../sandbox/server/portOf';

export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** A server on loopback that answers as told and keeps what it received. */
export async function startReceiver(answer: (count: number) => number) {
	const received: Received[] = [];
	const waiting: Array<{ isEnough: () => boolean; resolve: () => void }> = [];
	const server = createServer(async (request, response) => {
		const body: unknown = JSON.parse(await text(request));
		received.push({ path: request.url ?? '', headers: request.headers, body });
		response.statusCode = answer(received.length);
		response.end(() => {
			for (const { isEnough, resolve } of waiting) if (isEnough()) resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	async function until(isEnough: () => boolean): Promise<void> {
		if (isEnough()) return;
		await new Promise<void>((resolve) => waiting.push({ isEnough, resolve }));
	}
	return {
		url: `http://127.0.0.1:${portOf(server)}`,
		received,
		/** Resolves when so many requests have been answered. */
		async has(count: number): Promise<void> {
			await until(() => received.length >= count);
		},
		/** Resolves with the first request about each transcript, when all of them have been answered. */
		async hasAbout(transcriptIds: string[]): Promise<Received[]> {
			const about = () =>
				transcriptIds.flatMap(
					(id) => received.find(({ body }) => Object(body).transcript_id === id) ?? [],
				);
			await until(() => about().length === transcriptIds.length);
			return about();
		},
		async close(): Promise<void> {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
