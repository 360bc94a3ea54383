import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { ConnectionError } from '../../../nodes/shared/api/core/errors';
import type { HttpRequest } from '../../../nodes/shared/api/core/httpClient';
import { failureOf } from '../unit/failureOf';
import { undiciHttpClient } from './undiciHttpClient';
import { portOf } from '../../../sandbox/server/portOf';

interface Seen {
	method: string | undefined;
	url: string | undefined;
	headers: IncomingMessage['headers'];
	body: string;
}

let server: Server;
let origin: string;
let seen: Seen[];
let reply: (response: ServerResponse) => void;
const dispatcher = new Agent();
const http = undiciHttpClient({ apiKey: 'key', dispatcher });

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		const { method, url, headers } = request;
		seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
		reply(response);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	origin = `http://127.0.0.1:${portOf(server)}`;
});
beforeEach(() => {
	seen = [];
	reply = (response) => response.setHeader('X-Request-Id', 'r1').end('ok');
});
afterAll(async () => {
	await dispatcher.destroy();
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
});

const get = (more: Partial<HttpRequest> = {}): HttpRequest => ({
	method: 'GET',
	url: `${origin}/v2/transcript`,
	timeoutMs: 30_000,
	...more,
});
const post = (body: HttpRequest['body']): HttpRequest => get({ method: 'POST', body });

test('asks with the key and the query, and reads status, headers and text', async () => {
	const response = await http(get({ query: { limit: 1, before_id: 'a b' } }));

	expect(seen).toMatchObject([
		{
			method: 'GET',
			url: '/v2/transcript?limit=1&before_id=a+b',
			headers: { authorization: 'key' },
		},
	]);
	expect(response).toMatchObject({ status: 200, text: 'ok', headers: { 'x-request-id': 'r1' } });
});

test('a refusal is a response as well', async () => {
	reply = (response) => response.writeHead(503, { 'retry-after': '7' }).end();
	expect(await http(get())).toMatchObject({
		status: 503,
		text: '',
		headers: { 'retry-after': '7' },
	});
});

test('sends JSON', async () => {
	await http(post({ kind: 'json', value: { audio_url: 'x' } }));
	expect(seen[0]).toMatchObject({
		body: '{"audio_url":"x"}',
		headers: { 'content-type': 'application/json' },
	});
});

test('sends bytes with their length', async () => {
	await http(post({ kind: 'binary', content: new TextEncoder().encode('abc'), byteLength: 3 }));
	expect(seen[0]).toMatchObject({
		body: 'abc',
		headers: { 'content-type': 'application/octet-stream', 'content-length': '3' },
	});
});

test('sends a stream in chunks where its length is not known', async () => {
	await http(
		post({ kind: 'binary', content: Readable.from([Buffer.from('ab'), Buffer.from('c')]) }),
	);
	expect(seen[0]).toMatchObject({ body: 'abc', headers: { 'transfer-encoding': 'chunked' } });
});

test('a service that is not there is unreachable', async () => {
	const closed = createServer().listen(0, '127.0.0.1');
	await once(closed, 'listening');
	const url = `http://127.0.0.1:${portOf(closed)}`;
	await new Promise((done) => closed.close(done));
	const error = await failureOf(http(get({ url })), ConnectionError);
	expect(error.failure).toBe('unreachable');
	expect(error.message).toContain(`No reply from ${url}: `);
});

test('a connection that is cut is lost', async () => {
	reply = (response) => response.socket?.destroy();
	expect((await failureOf(http(get()), ConnectionError)).failure).toBe('lost');
});

test('a reply that is cut off is lost', async () => {
	reply = (response) => {
		response.writeHead(200, { 'content-length': '100' }).write('{"id"', () => {
			response.socket?.destroy();
		});
	};
	expect((await failureOf(http(get()), ConnectionError)).failure).toBe('lost');
});

test('a reply that does not come in time is a timeout', async () => {
	reply = () => undefined;
	const error = await failureOf(http(get({ timeoutMs: 20 })), ConnectionError);
	expect(error.failure).toBe('timeout');
});

test('its signal breaks an exchange off', async () => {
	const stop = new AbortController();
	reply = () => stop.abort();
	const stoppable = undiciHttpClient({ apiKey: 'key', dispatcher, signal: stop.signal });
	expect((await failureOf(stoppable(get()), ConnectionError)).failure).toBe('lost');
});
