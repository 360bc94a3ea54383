import { createServer, type RequestListener, type Server } from 'node:http';
import { ConnectionError } from '../../../../../nodes/shared/api/core/errors';
import { httpClientOf } from '../../../../../nodes/shared/n8n/service/httpClient';
import type { Clock } from '../../../../../nodes/shared/clock';
import { executeContext } from '../../../../support/unit/executeContext';
import { failureOf } from '../../../../support/unit/failureOf';

let server: Server;

afterEach(() => {
	server.closeAllConnections();
	server.close();
});

async function listening(handle: RequestListener): Promise<string> {
	server = createServer(handle);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return `http://127.0.0.1:${address.port}`;
}

/** A clock whose time is over when the test says so. */
function stoppedClock() {
	let end: () => void = () => undefined;
	const clock: Clock = {
		now: () => 0,
		sleep: async (_, signal) =>
			await new Promise((resolve) => {
				end = resolve;
				signal?.addEventListener('abort', () => resolve());
			}),
	};
	return { clock, timeIsOver: () => end() };
}

test.each([
	['before its headers', false],
	['after its headers', true],
])(
	'a reply that never ends, %s, fails when its time is over, and is hung up',
	async (_, begins) => {
		const { clock, timeIsOver } = stoppedClock();
		let hungUp: () => void = () => undefined;
		const isHungUp = new Promise<void>((resolve) => {
			hungUp = resolve;
		});
		const url = await listening((request, response) => {
			request.resume();
			response.on('close', hungUp);
			if (!begins) return timeIsOver();
			response.writeHead(200);
			response.write('{', () => setImmediate(timeIsOver));
		});
		const http = httpClientOf(executeContext(), { clock });
		const error = await failureOf(http({ method: 'GET', url, timeoutMs: 60_000 }), ConnectionError);

		expect(error).toMatchObject({ failure: 'timeout' });
		expect(error.message).toBe(`No reply from AssemblyAI at ${url}: no reply came in time`);
		await isHungUp;
	},
);

test('a connection that breaks within a reply is lost', async () => {
	const url = await listening((request, response) => {
		request.resume();
		response.writeHead(200, { 'content-length': '100' });
		response.write('{"id"', () => response.destroy());
	});
	const http = httpClientOf(executeContext());
	const error = await failureOf(http({ method: 'GET', url, timeoutMs: 60_000 }), ConnectionError);
	expect(error).toMatchObject({ failure: 'lost' });
});

test('a reply is text, whatever it is called, without the mark of its encoding', async () => {
	const url = await listening((_, response) => {
		response.writeHead(404, { 'content-type': 'text/html', 'X-Request-Id': 'r-1' });
		response.end('\uFEFF<p>Grüße</p>');
	});
	const reply = await httpClientOf(executeContext())({ method: 'GET', url, timeoutMs: 60_000 });
	expect(reply).toMatchObject({ status: 404, text: '<p>Grüße</p>' });
	expect(reply.headers).toMatchObject({ 'x-request-id': 'r-1' });
});

test('an exchange that is stopped is given up at once', async () => {
	const stop = new AbortController();
	const url = await listening((request) => {
		request.resume();
		stop.abort();
	});
	const http = httpClientOf(executeContext({ signal: stop.signal }));
	const error = await failureOf(http({ method: 'GET', url, timeoutMs: 60_000 }), ConnectionError);
	expect(error).toMatchObject({ failure: 'lost' });
});

test('a refusal that quotes the request shows neither key nor secret', async () => {
	const url = await listening((request, response) => {
		request.resume();
		response.writeHead(400).end('{"error":"bad request: key-1, hush, key-1 again"}');
	});
	const http = httpClientOf(executeContext(), { secrets: ['key-1', 'hush', ''] });
	const reply = await http({ method: 'GET', url, timeoutMs: 60_000 });
	expect(reply.text).toBe('{"error":"bad request: •••, •••, ••• again"}');
});
