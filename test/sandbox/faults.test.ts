import { request } from 'undici';
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

const LIST = '/v2/transcript';

describe('a status', () => {
	it('strikes the n-th call and as many after it as told', async () => {
		sandbox.fail({ path: LIST, nth: 2, times: 2, fault: { kind: 'status', status: 503 } });
		const statuses: number[] = [];
		for (let count = 0; count < 5; count += 1) {
			statuses.push((await call(sandbox, 'GET', LIST)).status);
		}
		expect(statuses).toEqual([200, 503, 503, 200, 200]);
	});

	it('carries headers and a body of any kind', async () => {
		const headers = { 'retry-after': '1' };
		const body = { error: 'Too Many Requests' };
		sandbox.fail({ path: /transcript$/, fault: { kind: 'status', status: 429, headers, body } });
		const json = await call(sandbox, 'GET', LIST);
		expect(json.json).toEqual(body);
		expect(json.headers['retry-after']).toBe('1');
		sandbox.fail({ path: LIST, fault: { kind: 'status', status: 502, body: '<h1>Bad Gateway' } });
		expect((await call(sandbox, 'GET', LIST)).headers['content-type']).toContain('text/html');
		sandbox.fail({ path: LIST, fault: { kind: 'status', status: 500, body: 'oops' } });
		expect((await call(sandbox, 'GET', LIST)).headers['content-type']).toContain('text/plain');
	});

	it('lets an upload arrive before it is refused', async () => {
		sandbox.fail({ method: 'post', path: '/v2/upload', fault: { kind: 'status', status: 422 } });
		const body = Buffer.alloc(3_000_000, 1);
		expect((await call(sandbox, 'POST', '/v2/upload', { body })).status).toBe(422);
		expect(sandbox.requestsTo('POST', '/v2/upload')).toMatchObject([
			{ status: 422, bodyBytes: 3_000_000 },
		]);
	});
});

describe('a connection that breaks', () => {
	it('before the request is handled, leaves nothing behind', async () => {
		const audio_url = await upload(sandbox, CALL_AUDIO);
		sandbox.fail({ method: 'POST', path: LIST, fault: { kind: 'reset' } });
		await expect(call(sandbox, 'POST', LIST, { json: { audio_url } })).rejects.toThrow();
		expect(field((await call(sandbox, 'GET', LIST)).json, 'transcripts')).toEqual([]);
		expect(sandbox.requestsTo('POST', LIST)).toMatchObject([{ status: 0 }]);
	});

	it('after the request is handled, leaves an accepted job', async () => {
		const audio_url = await upload(sandbox, CALL_AUDIO);
		sandbox.fail({ method: 'POST', path: LIST, fault: { kind: 'lostReply' } });
		await expect(call(sandbox, 'POST', LIST, { json: { audio_url } })).rejects.toThrow();
		expect(field((await call(sandbox, 'GET', LIST)).json, 'transcripts', 0)).toMatchObject({
			audio_url,
			status: 'completed',
		});
		expect(sandbox.requestsTo('POST', LIST)).toMatchObject([{ status: 200, json: { audio_url } }]);
	});

	it('within the reply, leaves the client with half of it', async () => {
		sandbox.fail({ path: LIST, fault: { kind: 'truncate' } });
		const reply = await request(`${sandbox.url}${LIST}`, {
			headers: { authorization: sandbox.apiKey },
		});
		expect(reply.statusCode).toBe(200);
		let received = 0;
		await expect(async () => {
			for await (const piece of reply.body) received += Buffer.byteLength(piece);
		}).rejects.toThrow();
		expect(received).toBe(Math.ceil(Number(reply.headers['content-length']) / 2));
	});
});

it('a slow reply arrives whole', async () => {
	sandbox.fail({ path: LIST, fault: { kind: 'drip', bytesPerSecond: 5000 } });
	expect((await call(sandbox, 'GET', LIST)).json).toMatchObject({ transcripts: [] });
});

it('a delayed request is handled', async () => {
	sandbox.fail({ path: LIST, fault: { kind: 'delay', ms: 5 } });
	expect((await call(sandbox, 'GET', LIST)).status).toBe(200);
});

it('a job is accepted and ends in the error it was given', async () => {
	const error = 'Server error, developers have been alerted';
	sandbox.fail({ method: 'POST', path: LIST, fault: { kind: 'jobError', error } });
	expect((await transcribed(sandbox, CALL_AUDIO)).json).toMatchObject({ status: 'error', error });
	expect((await transcribed(sandbox, CALL_AUDIO)).json).toMatchObject({ status: 'completed' });
});

it('the model says what it is told to', async () => {
	const ask = async () =>
		(
			await call(sandbox, 'POST', '/v1/chat/completions', {
				json: { model: 'claude-sonnet-4-6', prompt: 'Hello' },
				unchecked: true,
			})
		).json;
	const path = '/v1/chat/completions';
	sandbox.fail({ path, fault: { kind: 'chatReply', content: null, finishReason: 'stop' } });
	expect(field(await ask(), 'choices', 0)).toMatchObject({
		message: { content: null },
		finish_reason: 'stop',
	});
	sandbox.fail({ path, fault: { kind: 'chatReply', content: '', choices: [{ message: 1 }] } });
	expect(field(await ask(), 'choices')).toEqual([{ message: 1 }]);
});

describe('the log', () => {
	it('holds requests without the key', async () => {
		await call(sandbox, 'GET', `${LIST}?limit=3`);
		await call(sandbox, 'GET', LIST, { authorization: 'wrong-secret' });
		await call(sandbox, 'GET', '/v1/models', { authorization: null });
		expect(sandbox.requests.map(({ headers }) => headers.authorization)).toEqual([
			'valid',
			'invalid',
			undefined,
		]);
		expect(sandbox.requests[0]).toMatchObject({ path: LIST, query: { limit: '3' }, status: 200 });
		expect(JSON.stringify(sandbox.requests)).not.toMatch(/sandbox-key|wrong-secret/);
	});

	it('starts anew after reset, with faults, transcripts and uploads', async () => {
		const audio_url = await upload(sandbox, CALL_AUDIO);
		await transcribed(sandbox, CALL_AUDIO);
		sandbox.fail({ path: LIST, times: Infinity, fault: { kind: 'status', status: 500 } });
		sandbox.reset();
		expect(sandbox.requests).toEqual([]);
		expect(field((await call(sandbox, 'GET', LIST)).json, 'transcripts')).toEqual([]);
		const foreign = await call(sandbox, 'POST', LIST, { json: { audio_url } });
		expect(foreign.status).toBe(403);
	});
});
