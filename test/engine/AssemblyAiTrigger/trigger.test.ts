import type { INodeParameters } from 'n8n-workflow';
import { SECRET_HEADER } from '../../../nodes/shared/webhook/secret';
import { startReceiver } from '../../support/sandbox/receiver';
import { Workbench } from '../../support/engine/workbench';

const TRIGGER = 'assemblyAiTrigger';
const SECRET = 'open-sesame';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

function account(values: Record<string, string> = { webhookSecret: SECRET }) {
	return { assemblyAiAccountApi: { ...bench.credentials().assemblyAiAccountApi, ...values } };
}

/** Submits the sample call and returns what AssemblyAI then posts to its webhook. */
async function calledBack(parameters: INodeParameters = {}, calls = 1) {
	const receiver = await startReceiver(() => 200);
	try {
		const webhookUrl = `${receiver.url}/hook?dealId=42`;
		const result = await bench.transcribe(
			[await bench.recording()],
			{ waitMode: 'doNotWait', advancedOptions: { webhookUrl }, ...parameters },
			{ credentials: account() },
		);
		await receiver.has(calls);
		return { output: result.output, received: receiver.received };
	} finally {
		await receiver.close();
	}
}

test('what AssemblyAI posts starts the workflow with what Get gives', async () => {
	const { received, output } = await calledBack();
	const { headers, body } = received[0] ?? { headers: {}, body: undefined };
	const query = { dealId: '42' };

	const call = { headers, body, query };
	const answer = await bench.harness.callWebhook(TRIGGER, { credentials: account() }, call);

	const transcriptId = String(output[0]?.json.transcriptId);
	const { output: got } = await bench.get(transcriptId);
	expect(answer).toEqual({
		status: 200,
		body: undefined,
		items: [{ json: { query, ...got[0]?.json } }],
	});
	expect(answer.items?.[0]?.json).toMatchObject({ transcriptId, status: 'completed' });
});

test('a job that failed starts it too', async () => {
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		fault: { kind: 'jobError', error: 'Audio could not be decoded' },
	});
	const { received } = await calledBack();
	const { headers, body } = received[0] ?? { headers: {}, body: undefined };
	const options = { credentials: account() };
	const { items } = await bench.harness.callWebhook(TRIGGER, options, { headers, body });
	expect(items?.[0]?.json).toMatchObject({
		status: 'error',
		failureReason: 'Audio could not be decoded',
	});
	expect(items?.[0]?.json).not.toHaveProperty('query');
});

test('redacted audio is an event of its own', async () => {
	const privacyOptions = { redactPii: true, redactPiiPolicies: ['date'], redactPiiAudio: true };
	const { received } = await calledBack({ privacyOptions }, 2);
	const { headers, body } = received[1] ?? { headers: {}, body: undefined };
	const answerWith = async (parameters: INodeParameters) =>
		await bench.harness.callWebhook(
			TRIGGER,
			{ credentials: account(), parameters },
			{ headers, body },
		);

	expect(await answerWith({})).toEqual({
		status: 200,
		body: { message: 'This workflow does not start at redacted_audio_ready' },
		items: undefined,
	});
	expect(await answerWith({ events: ['redactedAudioReady'] })).toMatchObject({
		status: 200,
		items: [
			{
				json: {
					status: 'redacted_audio_ready',
					redactedAudioUrl: expect.stringMatching(/^http/),
				},
			},
		],
	});
});

test('a call without the secret is answered 403 and starts nothing', async () => {
	const body = { transcript_id: await bench.finishedTranscript(), status: 'completed' };
	const answer = await bench.harness.callWebhook(
		TRIGGER,
		{ credentials: account() },
		{ headers: { [SECRET_HEADER]: 'guess' }, body },
	);
	expect(answer).toEqual({
		status: 403,
		body: {
			message: `The header ${SECRET_HEADER} does not have the Webhook Secret of the AssemblyAI credential`,
		},
		items: undefined,
	});
});

test.each([
	['twice', [SECRET, SECRET]],
	['not at all', undefined],
])('a call that has the secret %s is answered 403', async (_, secret) => {
	const body = { transcript_id: 'some-id', status: 'completed' };
	const call = { headers: { [SECRET_HEADER]: secret }, body };
	const answer = await bench.harness.callWebhook(TRIGGER, { credentials: account() }, call);
	expect(answer).toMatchObject({ status: 403, items: undefined });
});

test('an API key that is not accepted is shown as a failure', async () => {
	const body = { transcript_id: 'some-id', status: 'completed' };
	const credentials = account({ apiKey: 'wrong', webhookSecret: SECRET });
	const headers = { [SECRET_HEADER]: SECRET };
	const calling = bench.harness.callWebhook(TRIGGER, { credentials }, { headers, body });
	await expect(calling).rejects.toMatchObject({
		message: expect.stringMatching(/^AssemblyAI did not accept the API key \(401/),
		description: expect.stringContaining('Check the API key in the credential'),
	});
});

describe('publishing', () => {
	test('goes through with the default events', async () => {
		await bench.harness.publish(TRIGGER, { credentials: account() });
	});

	test('is refused without a secret, unless the user says that anybody may call', async () => {
		const credentials = account({});
		await expect(bench.harness.publish(TRIGGER, { credentials })).rejects.toMatchObject({
			message: 'The AssemblyAI credential has no Webhook Secret',
			description: expect.stringContaining('Or turn on Accept Calls Without Secret.'),
		});
		const parameters = { acceptCallsWithoutSecret: true };
		await bench.harness.publish(TRIGGER, { credentials, parameters });
	});

	test('is refused where redacted audio would never be believed', async () => {
		const parameters = { events: ['redactedAudioReady'] };
		await bench.harness.publish(TRIGGER, { credentials: account(), parameters });
		await expect(
			bench.harness.publish(TRIGGER, { credentials: account({}), parameters }),
		).rejects.toMatchObject({
			message: 'Redacted Audio Ready needs a Webhook Secret in the AssemblyAI credential',
			description:
				'Such a call-back names no transcript that could be looked up: only the secret tells that AssemblyAI sent it.',
		});
	});

	test('is refused where the secret cannot be sent', async () => {
		const credentials = account({ webhookSecret: 'schön' });
		await expect(bench.harness.publish(TRIGGER, { credentials })).rejects.toMatchObject({
			message: 'The Webhook Secret of the AssemblyAI credential cannot be used',
		});
	});
});
