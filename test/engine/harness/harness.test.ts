import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { EngineHarness } from './index';
import { userFolder } from './host/environment';
import { createFixturePackage } from './host/fixturePackage';
import { portOf } from '../../../sandbox/server/portOf';

const fixture = createFixturePackage();
let harness: EngineHarness;
let server: Server;
let url: string;
let requests: IncomingMessage[];

beforeAll(async () => {
	harness = await EngineHarness.start({ nodes: 'dist', packageDirectory: fixture.directory });
	server = createServer((request, response) => {
		requests.push(request);
		const status = Number(request.headers.authorization?.match(/^status (\d+)$/)?.[1] ?? 200);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end('{"answer":42}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${portOf(server)}`;
});

beforeEach(() => {
	requests = [];
});

afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await harness.dispose();
	fixture.remove();
	expect(existsSync(userFolder)).toBe(false);
});

const runFixture = (
	operation: string,
	options: Partial<Parameters<EngineHarness['runNode']>[0]> = {},
) =>
	harness.runNode({
		type: 'fixture',
		parameters: { operation },
		items: [{ json: {} }],
		...options,
	});

const credentials = { fixtureApi: { apiKey: 'secret' } };

test('a node runs with its credential over a real socket', async () => {
	const result = await runFixture('request', { items: [{ json: { url } }], credentials });
	expect(result.status).toBe('success');
	expect(result.output).toEqual([{ json: { response: { answer: 42 } }, pairedItem: { item: 0 } }]);
	expect(requests.map(({ headers }) => headers.authorization)).toEqual(['secret']);
});

test('a credential has its defaults, and no fields that its other fields hide', async () => {
	const region = async (values: Record<string, string>) =>
		(await runFixture('credential', { credentials: { fixtureApi: values } })).output[0]?.json;
	expect(await region({ apiKey: 'k' })).toEqual({ apiKey: 'k', region: 'us' });
	expect(await region({ apiKey: "={{ 'a' + 'b' }}", region: 'custom' })).toEqual({
		apiKey: 'ab',
		region: 'custom',
		url: 'http://127.0.0.1:9',
	});
});

test('a node without a credential fails as it does in n8n', async () => {
	const result = await runFixture('credential');
	expect(result.status).toBe('error');
	expect(result.error('Node')?.message).toBe('Node does not have any credentials set');
});

test('a stored file reaches the node, and stays out of the item in filesystem mode', async () => {
	const data = await harness.storeBinary(Buffer.from('hello'), 'hello.txt', 'text/plain');
	expect(data).toMatchObject({ fileName: 'hello.txt', fileExtension: 'txt', bytes: 5 });
	const result = await runFixture('binary', { items: [{ json: {}, binary: { data } }] });
	expect(result.output[0]?.json).toEqual({ text: 'hello', stored: true });
});

test('what a node says is heard in manual mode only, and its custom data is kept', async () => {
	const heard: string[] = [];
	const onConsole = (message: string) => heard.push(message);
	const result = await runFixture('say', { onConsole, mode: 'manual' });
	expect(heard).toEqual(['Uploading call.mp3']);
	expect(result.customData).toEqual({ transcriptId: 'abc' });
	await runFixture('say', { onConsole });
	expect(heard).toHaveLength(1);
});

test('the start and end of each node are told in order', async () => {
	const told: string[] = [];
	await runFixture('say', {
		onNodeStart: (name) => told.push(`start ${name}`),
		onNodeEnd: (name) => told.push(`end ${name}`),
	});
	expect(told).toEqual(['start Start', 'end Start', 'start Node', 'end Node']);
});

test('Retry On Fail runs the node again with the context of the earlier try', async () => {
	const result = await runFixture('failFirst', {
		items: [{ json: { failures: 1 } }],
		node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	});
	expect(result.output[0]?.json).toEqual({ tries: 2 });
});

test('Retry execution starts the failed node again with its context and its input', async () => {
	const options = { items: [{ json: { failures: 1 } }] };
	const failed = await runFixture('failFirst', options);
	expect(failed.status).toBe('error');
	expect(failed.error('Node')?.message).toBe('Try 1 failed');

	const started: string[] = [];
	const retried = await runFixture('failFirst', {
		items: [],
		retryOf: failed.run.data,
		onNodeStart: (name) => started.push(name),
	});
	expect(retried.status).toBe('success');
	expect(started).toEqual(['Node']);
	expect(retried.run.data.resultData.runData.Node).toHaveLength(1);
	expect(retried.output[0]?.json).toEqual({ tries: 2 });
	expect(failed.error('Node')?.message).toBe('Try 1 failed');
});

test('a cancelled run ends as canceled', async () => {
	const stop = new AbortController();
	const result = await runFixture('wait', {
		cancel: stop.signal,
		mode: 'manual',
		onConsole: () => stop.abort(),
	});
	expect(result.status).toBe('canceled');
});

test('a run that is cancelled before it starts runs no node', async () => {
	const started: string[] = [];
	const result = await runFixture('say', {
		cancel: AbortSignal.abort(),
		onNodeStart: (name) => started.push(name),
	});
	expect(result.status).toBe('canceled');
	expect(started).toEqual([]);
});

test('failed items go to the error output when the node asks for it', async () => {
	const result = await runFixture('fail', {
		items: [{ json: { a: 1 } }],
		node: { onError: 'continueErrorOutput' },
	});
	expect(result.output).toEqual([]);
	expect(result.failed.map(({ json }) => json)).toEqual([{ a: 1, error: 'Item 0 failed' }]);
});

test("n8n's own nodes run beside the package's, with expressions", async () => {
	const assignment = { id: '1', name: 'sum', type: 'number', value: '={{ $json.a + 1 }}' };
	const result = await harness.run({
		workflow: {
			nodes: [
				{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: {} },
				{ name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: {} },
				{
					name: 'Edit Fields',
					type: 'n8n-nodes-base.set',
					typeVersion: 3.4,
					parameters: { assignments: { assignments: [assignment] } },
				},
			],
			connections: { Webhook: { main: [[{ node: 'Edit Fields', type: 'main', index: 0 }]] } },
		},
		start: 'Webhook',
		startItems: [{ json: { a: 1 } }],
	});
	expect(result.status).toBe('success');
	expect(result.items('Edit Fields').map(({ json }) => json)).toEqual([{ sum: 2 }]);
});

test('a workflow with a missing required parameter does not start', async () => {
	const parameters = { operation: 'say', needed: '' };
	await expect(runFixture('say', { parameters })).rejects.toThrow(/issues/);
});

test('a list search sees the parameters, the credential and the filter', async () => {
	const found = await harness.listSearch('fixture', 'find', {
		parameters: { operation: 'say' },
		credentials,
		filter: 'needle',
		paginationToken: 'next',
	});
	expect(found).toEqual({
		results: [{ name: 'needle secret say', value: '1' }],
		paginationToken: 'next',
	});
});

test('a credential test is sent with the credential, and its result is what the form shows', async () => {
	const send = (apiKey: string, server = url) =>
		harness.testCredential('fixtureApi', { apiKey, region: 'custom', url: server });
	expect(await send('good')).toEqual({ ok: true, message: 'Connection successful!' });
	expect(requests.map((request) => [request.url, request.headers.authorization])).toEqual([
		['/test?limit=1', 'good'],
	]);
	expect(await send('status 402')).toEqual({
		ok: false,
		message: 'The account has no balance left',
	});
	expect(await send('status 403')).toEqual({ ok: false, message: 'Forbidden' });
	expect(await send('good', 'http://127.0.0.1:1')).toEqual({ ok: false, message: 'ECONNREFUSED' });
});
