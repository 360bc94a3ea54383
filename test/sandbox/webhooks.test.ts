import { startSandbox, type Sandbox } from '../../sandbox/index';
import {
	call,
	CALL_AUDIO,
	field,
	recordingsFolder,
	transcribed,
	upload,
} from '../support/sandbox/client';
import { startReceiver } from '../support/sandbox/receiver';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({
		recordingsFolders: [await recordingsFolder()],
		speed: { webhookRetryMs: 1 },
	});
});
afterEach(async () => await sandbox.close());

async function withReceiver(
	answer: (count: number) => number,
	use: (receiver: Awaited<ReturnType<typeof startReceiver>>) => Promise<void>,
): Promise<void> {
	const receiver = await startReceiver(answer);
	try {
		await use(receiver);
	} finally {
		await receiver.close();
	}
}

/** Reads a transcript until the outcome of its webhook stands on it. */
async function webhookStatus(id: unknown): Promise<unknown> {
	for (;;) {
		const { json } = await call(sandbox, 'GET', `/v2/transcript/${id}`);
		const status = field(json, 'webhook_status_code');
		if (status !== null) return status;
	}
}

it.each([
	['early', [{ status: 'completed' }], 'queued'],
	['twice', [{ status: 'completed' }, { status: 'completed' }], 'completed'],
] as const)('calls back %s where it is told to', async (how, bodies, status) => {
	await withReceiver(
		() => 200,
		async (receiver) => {
			sandbox.fail({ method: 'POST', path: '/v2/transcript', fault: { kind: 'callBack', how } });
			sandbox.setSpeed({ minimumJobMs: 1, concurrency: how === 'early' ? 0 : 1 });
			const { json } = await call(sandbox, 'POST', '/v2/transcript', {
				json: {
					audio_url: await upload(sandbox, CALL_AUDIO),
					webhook_url: receiver.url,
				},
			});
			await receiver.has(bodies.length);
			const found = await call(sandbox, 'GET', `/v2/transcript/${field(json, 'id')}`);
			expect(field(found.json, 'status')).toBe(status);
			sandbox.setSpeed({ concurrency: Infinity });
			expect(receiver.received.map(({ body }) => body)).toEqual(
				bodies.map((body) => ({ ...body, transcript_id: field(json, 'id') })),
			);
		},
	);
});

it('tells the end of a job, with the secret header, to the address as it was given', async () => {
	await withReceiver(
		() => 200,
		async (receiver) => {
			const { json } = await transcribed(sandbox, CALL_AUDIO, {
				webhook_url: `${receiver.url}/hook?customer=7`,
				webhook_auth_header_name: 'x-secret',
				webhook_auth_header_value: 'hush',
			});
			await receiver.has(1);
			expect(receiver.received[0]).toMatchObject({
				path: '/hook?customer=7',
				headers: { 'x-secret': 'hush', 'content-type': 'application/json' },
				body: { transcript_id: field(json, 'id'), status: 'completed' },
			});
			expect(json).toMatchObject({ webhook_auth: true, webhook_auth_header_name: 'x-secret' });
			expect(JSON.stringify(json)).not.toContain('hush');
			expect(await webhookStatus(field(json, 'id'))).toBe(200);
		},
	);
});

it('tries again after a failure of the server, at most ten times', async () => {
	await withReceiver(
		(count) => (count < 3 ? 503 : 204),
		async (receiver) => {
			const { json } = await transcribed(sandbox, CALL_AUDIO, { webhook_url: receiver.url });
			await receiver.has(3);
			expect(await webhookStatus(field(json, 'id'))).toBe(204);
			expect(receiver.received).toHaveLength(3);
		},
	);
	await withReceiver(
		() => 500,
		async (receiver) => {
			const { json } = await transcribed(sandbox, CALL_AUDIO, { webhook_url: receiver.url });
			expect(await webhookStatus(field(json, 'id'))).toBe(500);
			expect(receiver.received).toHaveLength(10);
		},
	);
});

it('stops at a refusal', async () => {
	await withReceiver(
		() => 410,
		async (receiver) => {
			const { json } = await transcribed(sandbox, CALL_AUDIO, { webhook_url: receiver.url });
			expect(await webhookStatus(field(json, 'id'))).toBe(410);
			expect(receiver.received).toHaveLength(1);
		},
	);
});

it('tells of a failed job, and of redacted audio by a call of its own', async () => {
	await withReceiver(
		() => 200,
		async (receiver) => {
			const webhook_url = receiver.url;
			await transcribed(sandbox, Buffer.from('no audio'), { webhook_url });
			await receiver.has(1);
			expect(receiver.received[0]?.body).toMatchObject({ status: 'error' });
			await transcribed(sandbox, CALL_AUDIO, {
				webhook_url,
				redact_pii: true,
				redact_pii_audio: true,
			});
			await receiver.has(3);
			expect(receiver.received[2]?.body).toEqual({
				status: 'redacted_audio_ready',
				redacted_audio_url: expect.stringContaining('/redacted-audio/'),
			});
		},
	);
});

it('is given up when the sandbox closes', async () => {
	sandbox.setSpeed({ webhookRetryMs: 3_600_000 });
	await withReceiver(
		() => 500,
		async (receiver) => {
			const audio_url = await upload(sandbox, CALL_AUDIO);
			await call(sandbox, 'POST', '/v2/transcript', {
				json: { audio_url, webhook_url: receiver.url },
			});
			await receiver.has(1);
			await sandbox.close();
		},
	);
});
