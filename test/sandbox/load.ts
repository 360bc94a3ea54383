// Twenty clients upload, transcribe and read over loopback for a minute; the sandbox runs in a process of
// its own so that its memory is told apart from the clients'. Run: npx tsx test/sandbox/load.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { z } from 'zod';
import { startSandbox } from './index';

const { values } = parseArgs({
	options: {
		clients: { type: 'string', default: '20' },
		seconds: { type: 'string', default: '60' },
		megabytes: { type: 'string', default: '20' },
		serve: { type: 'boolean', default: false },
	},
});
const clients = Number(values.clients);
const seconds = Number(values.seconds);
const uploadBytes = Number(values.megabytes) * 1_000_000;

const started = z.object({ url: z.string(), apiKey: z.string() });
const memory = z.object({ rss: z.number(), requests: z.number() });
const uploaded = z.object({ upload_url: z.string() });
const job = z.object({ id: z.string(), status: z.string() });

/** Audio by its first bytes; each client's differs, so that nothing is known from before. */
function* pieces(client: number, round: number): Generator<Buffer> {
	const piece = Buffer.alloc(64 * 1024, client + 1);
	piece.write(`ID3\x04${client}-${round}`, 0, 'latin1');
	for (let sent = 0; sent < uploadBytes; sent += piece.length) {
		yield piece.subarray(0, Math.min(piece.length, uploadBytes - sent));
		piece.write('\0\0\0\0', 0, 'latin1');
	}
}

async function serve(): Promise<void> {
	const sandbox = await startSandbox({ recordingsFolders: [] });
	process.send?.({ url: sandbox.url, apiKey: sandbox.apiKey });
	process.on('message', () => {
		process.send?.({ rss: process.memoryUsage().rss, requests: sandbox.requests.length });
	});
	process.once('disconnect', () => void sandbox.close());
}

interface Tally {
	sent: number;
	answered: number;
	bytes: number;
	losses: string[];
}

async function client(pool: Pool, apiKey: string, index: number, until: number, tally: Tally) {
	const send = async (
		method: 'GET' | 'POST' | 'DELETE',
		path: string,
		body?: Iterable<Buffer> | string,
	) => {
		tally.sent += 1;
		const stream =
			typeof body === 'string' || body === undefined ? body : Readable.from(copies(body));
		const reply = await pool.request({
			method,
			path,
			body: stream ?? null,
			headers: { authorization: apiKey },
		});
		const json: unknown = await reply.body.json();
		if (reply.statusCode !== 200) throw new Error(`${method} ${path}: ${reply.statusCode}`);
		tally.answered += 1;
		return json;
	};
	for (let round = 0; Date.now() < until; round += 1) {
		try {
			const { upload_url } = uploaded.parse(await send('POST', '/v2/upload', pieces(index, round)));
			tally.bytes += uploadBytes;
			const body = JSON.stringify({ audio_url: upload_url });
			const { id } = job.parse(await send('POST', '/v2/transcript', body));
			const { status } = job.parse(await send('GET', `/v2/transcript/${id}`));
			if (status !== 'completed') throw new Error(`transcript ${status}`);
			await send('DELETE', `/v2/transcript/${id}`);
		} catch (error) {
			tally.losses.push(error instanceof Error ? error.message : String(error));
		}
	}
}

function* copies(parts: Iterable<Buffer>): Generator<Buffer> {
	// A copy of each piece: the generator writes into its buffer while the last one is still on its way.
	for (const part of parts) yield Buffer.from(part);
}

async function main(): Promise<void> {
	const server = fork(__filename, ['--serve'], { execArgv: process.execArgv });
	const [first] = await once(server, 'message');
	const { url, apiKey } = started.parse(first);
	const ask = async () => {
		server.send('memory');
		const [reply] = await once(server, 'message');
		return memory.parse(reply);
	};
	const readings: number[] = [(await ask()).rss];
	const timer = setInterval(() => void ask().then(({ rss }) => readings.push(rss)), 5000);
	const tally: Tally = { sent: 0, answered: 0, bytes: 0, losses: [] };
	const pool = new Pool(url, { connections: clients });
	const until = Date.now() + seconds * 1000;
	await Promise.all(
		Array.from({ length: clients }, (_, index) => client(pool, apiKey, index, until, tally)),
	);
	clearInterval(timer);
	const { requests, rss } = await ask();
	readings.push(rss);
	await pool.close();
	server.disconnect();
	const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
	process.stdout.write(
		[
			`${clients} clients, ${seconds} s, uploads of ${mb(uploadBytes)}`,
			`requests sent ${tally.sent}, answered ${tally.answered}, in the sandbox's log ${requests}`,
			`lost ${tally.losses.length}${tally.losses
				.slice(0, 3)
				.map((loss) => `\n  ${loss}`)
				.join('')}`,
			`uploaded ${mb(tally.bytes)}, ${mb(tally.bytes / seconds)}/s`,
			`memory of the sandbox, every 5 s: ${readings.map(mb).join(', ')}`,
			'',
		].join('\n'),
	);
	process.exitCode = tally.losses.length === 0 ? 0 : 1;
}

void (values.serve ? serve() : main());
