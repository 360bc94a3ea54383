import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request } from 'undici';

/** As much as the node reads at a time, so that both read the disk alike. */
const CHUNK_BYTES = 256 * 1024;

/** Sends a file with nothing but undici. @throws when it is not answered with 200 */
export async function sendWithUndici(file: string, url: string): Promise<{ durationMs: number }> {
	const { size } = await stat(file);
	const begin = performance.now();
	const { statusCode, body } = await request(url, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
		body: createReadStream(file, { highWaterMark: CHUNK_BYTES }),
	});
	await body.text();
	if (statusCode !== 200) throw new Error(`The server answered ${statusCode}`);
	return { durationMs: performance.now() - begin };
}
