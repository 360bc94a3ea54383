import { request } from 'undici';
import { startSandbox, type Sandbox } from '../../sandbox/index';
import { call, field, upload } from '../support/sandbox/client';

let sandbox: Sandbox;
afterEach(async () => await sandbox.close());

async function visit(
	target: string,
	headers: Record<string, string>,
	method: 'GET' | 'POST' = 'GET',
) {
	const reply = await request(`${sandbox.url}${target}`, {
		method,
		headers: { authorization: sandbox.apiKey, ...headers },
	});
	return { status: reply.statusCode, text: await reply.body.text() };
}

const PATHS = ['/v2/transcript', '/v1/models', '/sandbox/requests', '/sandbox/speed'];

describe('a page whose name was made to resolve to loopback', () => {
	it.each(PATHS)('gets nothing of %s', async (target) => {
		sandbox = await startSandbox();
		for (const host of [
			'evil.example',
			'evil.example:4100',
			'localhost.evil.example',
			'127.0.0.1.nip.io',
		]) {
			const { status, text } = await visit(target, { host });
			expect(status).toBe(421);
			expect(text).toContain(`does not answer to the name ${host.split(':')[0]}.`);
		}
	});

	it('but addresses, the host of a container, and names that were allowed do', async () => {
		sandbox = await startSandbox({ hostNames: ['Sandbox'] });
		for (const host of [
			'127.0.0.1:1',
			'[::1]:4100',
			'LOCALHOST',
			'192.168.1.5:4100',
			'host.docker.internal:4100',
			'sandbox',
		]) {
			expect((await visit('/v2/transcript', { host })).status).toBe(200);
		}
	});
});

describe('a page of another origin', () => {
	it.each(PATHS)('gets nothing of %s, with or without the key', async (target) => {
		sandbox = await startSandbox();
		const foreign: Array<Record<string, string>> = [
			{ origin: 'https://evil.example' },
			{ origin: 'null' },
			{ origin: 'http://127.0.0.1:1' },
			{ 'sec-fetch-site': 'cross-site' },
			{ 'sec-fetch-site': 'same-site' },
		];
		for (const headers of foreign) {
			const { status, text } = await visit(target, headers);
			expect(status).toBe(403);
			expect(text).toContain('does not answer to web pages of other origins');
		}
	});

	it('changes nothing', async () => {
		sandbox = await startSandbox();
		const origin = 'https://evil.example';
		expect((await visit('/sandbox/reset', { origin }, 'POST')).status).toBe(403);
		expect((await visit('/v2/upload', { origin }, 'POST')).status).toBe(403);
		expect(sandbox.requests).toMatchObject([{ path: '/v2/upload', status: 403 }]);
	});

	it('is no page of the sandbox itself, nor an address that somebody typed', async () => {
		sandbox = await startSandbox();
		expect((await visit('/v1/models', { origin: sandbox.url })).status).toBe(200);
		expect((await visit('/v1/models', { 'sec-fetch-site': 'none' })).status).toBe(200);
	});
});

it.each([
	['GET', 'speed'],
	['PUT', 'speed'],
	['GET', 'faults'],
	['POST', 'faults'],
	['DELETE', 'faults'],
	['GET', 'requests'],
	['POST', 'reset'],
] as const)('%s /sandbox/%s needs the key', async (method, name) => {
	sandbox = await startSandbox();
	for (const authorization of [null, 'wrong', '']) {
		const reply = await call(sandbox, method, `/sandbox/${name}`, { authorization, body: '{}' });
		expect(reply.status).toBe(401);
	}
});

describe('what is kept on disk', () => {
	const kilobyte = (letter: string) => Buffer.alloc(1024, letter);
	const submit = async (audio_url: string) =>
		await call(sandbox, 'POST', '/v2/transcript', { json: { audio_url } });

	it('has a limit, and the oldest uploads make room', async () => {
		sandbox = await startSandbox({ diskLimitBytes: 3 * 1024 });
		const urls: string[] = [];
		for (const letter of 'abcd') urls.push(await upload(sandbox, kilobyte(letter)));
		const [oldest = '', second = ''] = urls;
		expect((await submit(oldest)).json).toEqual({ error: 'Cannot access uploaded file' });
		expect((await submit(second)).status).toBe(200);
	});

	it('is given free again, and a file beyond the limit is refused', async () => {
		sandbox = await startSandbox({ diskLimitBytes: 3 * 1024 });
		for (let round = 0; round < 5; round += 1) {
			const refused = await call(sandbox, 'POST', '/v2/upload', {
				body: Buffer.alloc(4 * 1024),
				unchecked: true,
			});
			expect(refused.status).toBe(413);
			expect(refused.text).toContain('larger --disk-mb');
		}
		const full = await upload(sandbox, Buffer.alloc(3 * 1024));
		expect(field((await submit(full)).json, 'status')).toBe('processing');
	});
});
