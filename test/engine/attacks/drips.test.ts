import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { SECRET_HEADER } from '../../../nodes/shared/webhook/secret';
import { hurryClock, type HurriedClock } from '../../../tools/chaos/hurriedClock';
import { drip, rawService } from '../../support/engine/rawService';
import { Workbench } from '../../support/engine/workbench';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const FINISHED = JSON.stringify({ id: ID, status: 'completed', text: 'Hello.' });

let bench: Workbench;
let clock: HurriedClock;
let service: Awaited<ReturnType<typeof rawService>>;

beforeAll(async () => {
	bench = await Workbench.open();
	clock = hurryClock(100);
});
afterEach(async () => await service.close());
afterAll(async () => {
	clock.setRight();
	await bench.close();
});

function* forever(piece: string | Buffer) {
	for (;;) yield piece;
}

function* after(first: string | Buffer, rest: Iterable<string | Buffer>) {
	yield first;
	yield* rest;
}

const CHUNKED = `${HEAD}transfer-encoding: chunked\r\n\r\n`;
const ZIPPED = gzipSync(' '.repeat(100_000));

const DRIPS: Array<[string, (socket: Socket) => void]> = [
	['nothing', () => undefined],
	['its first line, sign by sign', (socket) => drip(socket, HEAD.slice(0, 12) + ' '.repeat(1e6))],
	['headers without end', (socket) => drip(socket, after(HEAD, forever('x-a: b\r\n')))],
	['one header without end', (socket) => drip(socket, after(`${HEAD}x-a: `, forever('b')))],
	['"continue" without end', (s) => drip(s, forever('HTTP/1.1 100 Continue\r\n\r\n'))],
	['"early hints" without end', (s) => drip(s, forever('HTTP/1.1 103 Early Hints\r\n\r\n'))],
	['spaces before its JSON', (s) => drip(s, after(`${HEAD}\r\n`, forever(' ')))],
	['chunks of one space', (socket) => drip(socket, after(CHUNKED, forever('1\r\n \r\n')))],
	['the length of a chunk', (socket) => drip(socket, after(`${CHUNKED}1;`, forever('a')))],
	['its trailers', (socket) => drip(socket, after(`${CHUNKED}0\r\n`, forever('x-a: b\r\n')))],
	[
		'gzip that is not there yet',
		(socket) =>
			drip(socket, after(`${HEAD}content-encoding: gzip\r\n\r\n`, [ZIPPED.subarray(0, 20)])),
	],
	[
		'a body that is shorter than its length, and stays open',
		(socket) => drip(socket, [`${HEAD}content-length: 900\r\n\r\n${FINISHED}`]),
	],
];

describe.each(DRIPS)('a service that sends %s', (_, answer) => {
	test('does not keep a wait beyond its time limit', async () => {
		service = await rawService(answer);
		const result = await bench.get(
			ID,
			{ options: { timeoutMinutes: 0.05 } },
			{ credentials: service.account },
		);
		expect(result.error('Node')?.message).toBe(
			'The transcript was not finished within the time limit of 3 seconds (last status: unknown) [item 0]',
		);
		expect(result.error('Node')?.description).toMatch(
			/^The last look at it failed: (?:No reply from AssemblyAI at http:\S+: (?:no reply came in time|the connection was lost)|AssemblyAI )/,
		);
	});

	test('is told of where nothing is waited for', async () => {
		service = await rawService(answer);
		const result = await bench.get(ID, { waitMode: 'doNotWait' }, { credentials: service.account });
		expect(result.status).toBe('error');
		expect(result.error('Node')?.message).toMatch(
			/^No reply from AssemblyAI at http:\S+: (?:no reply came in time|the connection was lost) \[item 0\]$/,
		);
	});

	test('does not hold up the answer to a call-back', async () => {
		service = await rawService(answer);
		const body = { transcript_id: ID, status: 'completed' };
		const headers = { [SECRET_HEADER]: 'open-sesame' };
		const options = { credentials: service.account };
		const called = await bench.harness.callWebhook('assemblyAiTrigger', options, { headers, body });
		expect(called).toMatchObject({ status: 503, items: undefined });
	});

	test('does not hold up the list of models', async () => {
		service = await rawService(answer);
		const options = { parameters: {}, credentials: service.account };
		const list = bench.harness.listSearch('llmGatewayAskQuestions', 'searchModels', options);
		await expect(list).rejects.toThrow(/^No reply from AssemblyAI at http:/);
	});
});

describe('a reply in an old or rare form of HTTP is read', () => {
	const length = Buffer.byteLength(FINISHED);
	test.each<[string, string[]]>([
		['HTTP/1.0, which ends with the connection', [`HTTP/1.0 200 OK\r\n\r\n${FINISHED}`]],
		['HTTP/1.0 with a length', [`HTTP/1.0 200 OK\r\ncontent-length: ${length}\r\n\r\n${FINISHED}`]],
		['no reason in its first line', [`HTTP/1.1 200\r\n\r\n${FINISHED}`]],
		['chunks with extensions and trailers', chunks(FINISHED, ';a=b', 'x-sum: 1\r\n')],
		['a chunk for each sign', chunks(FINISHED)],
		['"continue" before it', ['HTTP/1.1 100 Continue\r\n\r\n', `${HEAD}\r\n${FINISHED}`]],
		['the same header many times', [`${HEAD}${'x-a: b\r\n'.repeat(200)}\r\n${FINISHED}`]],
	])('%s', async (_, pieces) => {
		service = await rawService((socket) => {
			for (const piece of pieces) socket.write(piece);
			socket.end();
		});
		const result = await bench.get(ID, { waitMode: 'doNotWait' }, { credentials: service.account });
		expect(result.error('Node')?.message).toBeUndefined();
		expect(result.output[0]?.json).toMatchObject({ transcriptId: ID, text: 'Hello.' });
	});
});

function chunks(text: string, extension = '', trailers = ''): string[] {
	const signs = [...text].map((sign) => `1${extension}\r\n${sign}\r\n`);
	return [
		`${HEAD}transfer-encoding: chunked\r\ntrailer: x-sum\r\n\r\n`,
		...signs,
		`0\r\n${trailers}\r\n`,
	];
}
