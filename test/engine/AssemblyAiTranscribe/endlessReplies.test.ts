import { createServer, type RequestListener, type Server } from 'node:http';
import { createGzip } from 'node:zlib';
import { Workbench } from '../../support/engine/workbench';
import { portOf } from '../../../sandbox/server/portOf';

let bench: Workbench;
let server: Server;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => {
	server.closeAllConnections();
	server.close();
});
afterAll(async () => await bench.close());

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';

async function get(handle: RequestListener) {
	server = createServer(handle);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const url = `http://127.0.0.1:${portOf(server)}`;
	const account = { apiKey: 'k', region: 'custom', speechToTextUrl: url, llmGatewayUrl: url };
	return await bench.get(ID, {}, { credentials: { assemblyAiAccountApi: account } });
}

const MEGABYTE = Buffer.alloc(1_000_000, ' ');

test.each([
	['sent as it is', false],
	['compressed to a thousandth', true],
])('a reply without end, %s, is not read beyond 100 MB', async (_, isCompressed) => {
	let hungUp: () => void = () => undefined;
	const isHungUp = new Promise<void>((resolve) => {
		hungUp = resolve;
	});
	const result = await get((request, response) => {
		request.resume();
		response.on('close', hungUp);
		response.writeHead(200, {
			'content-type': 'application/json',
			...(isCompressed && { 'content-encoding': 'gzip' }),
		});
		const out = isCompressed ? createGzip({ level: 1 }) : response;
		if (out !== response) out.pipe(response);
		// It ends with its connection only: how far it runs ahead of who reads is up to the buffers between.
		const write = () => {
			while (!response.destroyed) if (!out.write(MEGABYTE)) return;
		};
		out.on('drain', write);
		write();
	});

	expect(result.error('Node')?.message).toBe(
		'AssemblyAI sent a reply of more than 100 MB, which was not read to its end [item 0]',
	);
	await isHungUp;
});
