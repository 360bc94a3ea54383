import { startSandbox, type Sandbox } from '../../sandbox/index';
import {
	call,
	CALL_AUDIO,
	field,
	recordingsFolder,
	transcribed,
	upload,
} from '../support/sandbox/client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
});
afterEach(async () => await sandbox.close());

describe('speed', () => {
	it('is read and changed while the sandbox runs', async () => {
		const changed = await call(sandbox, 'PUT', '/sandbox/speed', {
			json: { minimumJobMs: 3_600_000, concurrency: 1 },
		});
		expect(changed.json).toMatchObject({ minimumJobMs: 3_600_000, concurrency: 1, queueMs: 0 });
		const submit = async () => {
			const audio_url = await upload(sandbox, CALL_AUDIO);
			return (await call(sandbox, 'POST', '/v2/transcript', { json: { audio_url } })).json;
		};
		expect(await submit()).toMatchObject({ status: 'processing' });
		const waiting = await submit();
		expect(waiting).toMatchObject({ status: 'queued' });
		const unlimited = { json: { concurrency: null } };
		expect((await call(sandbox, 'PUT', '/sandbox/speed', unlimited)).json).toMatchObject({
			concurrency: null,
		});
		const target = `/v2/transcript/${field(waiting, 'id')}`;
		expect(field((await call(sandbox, 'GET', target)).json, 'status')).toBe('processing');
		const queued = await call(sandbox, 'GET', '/v2/transcript?status=processing');
		expect(field(queued.json, 'transcripts')).toHaveLength(2);
	});

	it('makes a job take its share of the recording', async () => {
		sandbox.setSpeed({ realTimeFactor: 0.001, queueMs: 1 });
		const { json } = await transcribed(sandbox, CALL_AUDIO);
		const target = `/v2/transcript/${field(json, 'id')}`;
		const seen = new Set<unknown>([field(json, 'status')]);
		while (!seen.has('completed'))
			seen.add(field((await call(sandbox, 'GET', target)).json, 'status'));
		expect([...seen]).toEqual(expect.arrayContaining(['processing', 'completed']));
	});
});

describe('faults', () => {
	it('are armed and taken back', async () => {
		const fault = { kind: 'status', status: 503 };
		const armed = await call(sandbox, 'POST', '/sandbox/faults', {
			json: { method: 'GET', pathPattern: '^/v2/transcript', times: null, fault },
		});
		expect(armed.json).toEqual({ armed: 1 });
		for (let count = 0; count < 3; count += 1) {
			expect((await call(sandbox, 'GET', '/v2/transcript', { unchecked: true })).status).toBe(503);
		}
		await call(sandbox, 'DELETE', '/sandbox/faults');
		expect((await call(sandbox, 'GET', '/v2/transcript')).status).toBe(200);
	});

	it.each([
		[{ path: '/v2/upload', fault: { kind: 'explode' } }],
		[{ fault: { kind: 'reset' } }],
		[{ pathPattern: '(', fault: { kind: 'reset' } }],
		[{ path: '/', nth: 0, fault: { kind: 'reset' } }],
	])('%j is refused', async (json) => {
		const reply = await call(sandbox, 'POST', '/sandbox/faults', { json });
		expect(reply.status).toBe(400);
		expect(field(reply.json, 'error')).toEqual(expect.any(String));
	});
});

it('the log is read, without the controls in it, and forgotten', async () => {
	await call(sandbox, 'GET', '/v2/transcript');
	const { json } = await call(sandbox, 'GET', '/sandbox/requests');
	expect(field(json, 'requests')).toMatchObject([{ path: '/v2/transcript', status: 200 }]);
	await call(sandbox, 'POST', '/sandbox/reset', {});
	expect(sandbox.requests).toEqual([]);
});

it('the key is needed', async () => {
	const reply = await call(sandbox, 'GET', '/sandbox/requests', { authorization: null });
	expect(reply.status).toBe(401);
});
