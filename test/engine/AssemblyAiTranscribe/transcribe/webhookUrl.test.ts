import type { INodeParameters } from 'n8n-workflow';
import { SECRET_HEADER } from '../../../../nodes/shared/webhook/secret';
import { Workbench } from '../../../support/engine/workbench';

const SECRET = 'open-sesame';
/** Nobody listens there, so that no call comes in the way. */
const WEBHOOK = 'http://127.0.0.1:1/webhook/x?dealId=42';
const advancedOptions = { webhookUrl: WEBHOOK };

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open({ speed: { webhookRetryMs: 1 } });
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

function account(webhookSecret: string) {
	const values = bench.credentials().assemblyAiAccountApi;
	return { assemblyAiAccountApi: { ...values, webhookSecret } };
}

async function submit(parameters: INodeParameters, webhookSecret = SECRET) {
	return await bench.transcribe(
		[await bench.recording()],
		{ waitMode: 'doNotWait', ...parameters },
		{ credentials: account(webhookSecret) },
	);
}

/** What was said about webhooks in the latest submission. */
function sentWebhook() {
	const request = Object(bench.sandbox.requestsTo('POST', '/v2/transcript').at(-1)?.json);
	return Object.fromEntries(
		Object.entries(request).filter(([name]) => name.startsWith('webhook_')),
	);
}

test('the URL goes to AssemblyAI with the secret of the credential', async () => {
	const { status } = await submit({ advancedOptions });
	expect(status).toBe('success');
	expect(sentWebhook()).toEqual({
		webhook_url: WEBHOOK,
		webhook_auth_header_name: SECRET_HEADER,
		webhook_auth_header_value: SECRET,
	});
});

test('the secret stays at home without a URL, and where there is none', async () => {
	await submit({});
	expect(sentWebhook()).toEqual({});
	await submit({ advancedOptions }, '');
	expect(sentWebhook()).toEqual({ webhook_url: WEBHOOK });
});

test('a header in Additional Parameters wins', async () => {
	const own = { webhook_auth_header_name: 'x-own', webhook_auth_header_value: 'own' };
	await submit({
		advancedOptions: { ...advancedOptions, additionalParameters: JSON.stringify(own) },
	});
	expect(sentWebhook()).toEqual({ webhook_url: WEBHOOK, ...own });
});

test('the secret is neither in the output nor in what is saved with the execution', async () => {
	const { run, output } = await submit({ advancedOptions, simplify: false });
	expect(output[0]?.json.webhook_auth).toBe(true);
	expect(JSON.stringify(run.data)).not.toContain(SECRET);
});

test('it is not in what is left of a submission that fails', async () => {
	const { assemblyAiAccountApi } = account(SECRET);
	// n8n's own error for a service that cannot be reached holds the whole request.
	const unreachable = { ...assemblyAiAccountApi, speechToTextUrl: 'http://127.0.0.1:1' };
	const { status, run } = await bench.transcribe(
		[{ json: {} }],
		{ source: 'url', audioUrl: 'https://example.com/call.mp3', advancedOptions },
		{ credentials: { assemblyAiAccountApi: unreachable } },
	);
	expect(status).toBe('error');
	expect(JSON.stringify(run)).not.toContain(SECRET);
});

test('a retry with a new secret finds the job that is paid for', async () => {
	const recording = await bench.recording();
	bench.sandbox.fail({
		method: 'GET',
		path: /^\/v2\/transcript\/[^/]+$/,
		fault: { kind: 'status', status: 401, body: { error: 'Authentication error' } },
	});
	const failed = await bench.transcribe(
		[recording],
		{ advancedOptions },
		{ credentials: account(SECRET) },
	);
	expect(failed.status).toBe('error');

	const retried = await bench.transcribe(
		[recording],
		{ advancedOptions },
		{
			credentials: account('another'),
			retryOf: failed.run.data,
		},
	);
	expect(retried.status).toBe('success');
	expect(bench.acceptedSubmissions()).toHaveLength(1);
});
