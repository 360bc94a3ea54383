import type { INodeParameters, WorkflowExecuteMode } from 'n8n-workflow';
import { idsIn, handOver, PausingBench } from '../../../support/engine/pausingBench';

let pausing: PausingBench;

beforeAll(async () => {
	pausing = await PausingBench.open();
});
beforeEach(() => pausing.hold());
afterAll(async () => await pausing.close());

/** Runs Transcribe where it cannot pause. @returns what it says; nothing was sent to the service */
async function refusal(
	parameters: INodeParameters,
	run: Parameters<PausingBench['transcribe']>[2],
): Promise<unknown> {
	const result = await pausing.transcribe(await pausing.recordings(1), parameters, run);
	expect(result.status).toBe('error');
	expect(pausing.bench.sandbox.requestsTo('POST', /./)).toHaveLength(0);
	const error = result.error('Node');
	return `${error?.message} ${error?.description}`;
}

test('without a secret nobody could tell who calls', async () => {
	expect(await refusal({}, { credentials: pausing.account('') })).toBe(
		'The AssemblyAI credential has no Webhook Secret [item 0] Give it one, any long random text: it tells that AssemblyAI calls this execution back and nobody else. Or choose the wait mode Wait Until Finished.',
	);
});

test('AssemblyAI does not reach an n8n within a network', async () => {
	const credentials = {
		assemblyAiAccountApi: { apiKey: 'key', region: 'us', webhookSecret: 'open-sesame' },
	};
	expect(await refusal({}, { credentials, instanceUrl: 'http://localhost:5678' })).toBe(
		'AssemblyAI cannot call n8n back at localhost:5678, which is within a network [item 0] n8n has to be reachable from the internet: set its environment variable WEBHOOK_URL to the address that is. Or choose the wait mode Wait Until Finished.',
	);
});

test.each<[WorkflowExecuteMode, string]>([
	['cli', 'An execution that was started on the command line cannot pause'],
	['evaluation', 'An evaluation cannot pause'],
	['integrated', 'A sub-workflow cannot pause'],
	['internal', 'This execution cannot pause'],
])('an execution of the mode %s does not pause', async (mode, said) => {
	expect(await refusal({}, { mode })).toBe(
		`${said} until AssemblyAI calls back [item 0] Choose the wait mode Wait Until Finished.`,
	);
});

test('n8n may delete what it is not to save', async () => {
	expect(await refusal({}, { settings: { saveDataSuccessExecution: 'none' } })).toBe(
		'The settings of this workflow do not save successful executions, and some versions of n8n then delete one that pauses [item 0] Set Save Successful Production Executions to Save. Or choose the wait mode Wait Until Finished.',
	);
});

test.each([
	{ advancedOptions: { webhookUrl: 'https://example.com/hook' } },
	{ advancedOptions: { additionalParameters: '{"webhook_url": "https://example.com/hook"}' } },
])('the webhook of a job is wanted for one thing only', async (parameters) => {
	expect(await refusal(parameters, {})).toBe(
		'A pause until AssemblyAI calls back needs the webhook of the job itself [item 0] Remove Webhook URL from Advanced Options and webhook_url from Additional Parameters, or choose another wait mode.',
	);
});

test('what is finished in time needs no pause', async () => {
	pausing.bench.sandbox.setSpeed({ concurrency: Infinity });
	const result = await pausing.transcribe(await pausing.recordings(2), {
		options: { pauseAfterSeconds: 30 },
	});
	expect(result.status).toBe('success');
	expect(result.output.map(({ json }) => json.status)).toEqual(['completed', 'completed']);
});

test('a failure that ends the run comes before a pause, and a retry takes up the paid jobs', async () => {
	const items = await pausing.recordings(2);
	pausing.bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		nth: 2,
		fault: { kind: 'status', status: 400, body: { error: 'no such thing' } },
	});
	const failed = await pausing.transcribe(items);
	expect(failed.status).toBe('error');
	// Another execution has another address, which the job of the first does not know: it is looked at.
	pausing.bench.sandbox.setSpeed({ concurrency: Infinity });
	const retried = await pausing.transcribe(items, {}, { retryOf: failed.run.data });
	const ended = retried.status === 'waiting' ? await retried.paused.timeUp() : retried;
	expect(ended.status).toBe('success');
	expect(pausing.bench.acceptedSubmissions()).toHaveLength(2);
});

test('Get pauses for a job that this execution has submitted', async () => {
	const result = await pausing.bench.harness.run({
		workflow: {
			nodes: [
				{ name: 'Start', type: 'n8n-engine-harness.start', parameters: {} },
				{
					name: 'Submit',
					type: `${pausing.bench.harness.packageName}.assemblyAiTranscribe`,
					parameters: { waitMode: 'webhook', options: { pauseAfterSeconds: 0 } },
				},
				{
					name: 'Fetch',
					type: `${pausing.bench.harness.packageName}.assemblyAiTranscribe`,
					parameters: {
						resource: 'transcript',
						operation: 'get',
						waitMode: 'webhook',
						options: { pauseAfterSeconds: 0 },
					},
				},
			],
			connections: {
				Start: { main: [[{ node: 'Submit', type: 'main', index: 0 }]] },
				Submit: { main: [[{ node: 'Fetch', type: 'main', index: 0 }]] },
			},
		},
		start: 'Start',
		startItems: await pausing.recordings(1),
		credentials: pausing.account(),
		instanceUrl: pausing.url,
	});
	const again = await result.paused.timeUp();
	expect(again.status).toBe('waiting');
	const ids = idsIn(again.items('Submit'));
	const [call] = await pausing.letGo(ids);
	if (!call) throw new Error('AssemblyAI did not call');
	const { result: ended } = await handOver(again.paused, call);
	expect(ended?.items('Fetch').map(({ json }) => [json.transcriptId, json.status])).toEqual([
		[ids[0], 'completed'],
	]);
	expect(pausing.bench.acceptedSubmissions()).toHaveLength(1);
});

test('Get refuses to pause for a job that will call somebody else', async () => {
	const { output } = await pausing.transcribe(await pausing.recordings(1), {
		waitMode: 'doNotWait',
	});
	const [id] = idsIn(output);
	const result = await pausing.bench.get(
		String(id),
		{ waitMode: 'webhook' },
		{ credentials: pausing.account(), instanceUrl: pausing.url },
	);
	expect(result.status).toBe('error');
	expect(result.error('Node')?.message).toBe(
		'AssemblyAI will not call this execution back about the transcript [item 0]',
	);
	expect(result.error('Node')?.description).toContain(`Transcript id: ${id}.`);
});
