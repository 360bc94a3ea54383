import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../../sandbox';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const one: INodeParameters = {
	questions: { question: [{ key: 'mood', question: 'How was it?' }] },
};
const model = (value: string) => ({ model: { __rl: true, mode: 'id', value } });
const chat = (fault: FaultRule['fault'], times = 1): FaultRule => ({
	path: '/v1/chat/completions',
	times,
	fault,
});
const refusal = (status: number, message: string, errors?: string[]): FaultRule['fault'] => ({
	kind: 'status',
	status,
	body: {
		code: status,
		message,
		request_id: 'request-7',
		...(errors && { metadata: { errors } }),
	},
});

interface Case {
	name: string;
	parameters?: INodeParameters;
	json?: Record<string, string>;
	apiKey?: string;
	fault?: FaultRule;
	message: string;
	hint: string;
}

const cases: Case[] = [
	{
		name: 'a wrong key',
		apiKey: 'not-the-key',
		message:
			'AssemblyAI did not accept the API key (401: Authentication error, API token missing/invalid)',
		hint: 'Check the API key in the credential, and that its region is the one of your AssemblyAI project.',
	},
	{
		name: 'an empty question list',
		parameters: { questions: {} },
		message: 'There is no question to ask',
		hint: 'Add at least one question to the list Questions.',
	},
	{
		name: 'a question without text',
		parameters: { questions: { question: [{ key: 'a', question: ' ' }] } },
		message: 'Question 1 has no text',
		hint: 'Type a question, or remove this entry.',
	},
	{
		name: 'duplicate keys',
		parameters: {
			questions: {
				question: [
					{ key: 'mood', question: 'Before?' },
					{ key: 'mood', question: 'After?' },
				],
			},
		},
		message: 'Several questions have the same key: mood',
		hint: 'Give each question a key of its own, since answers are found by their key.',
	},
	{
		name: 'a choice of one',
		parameters: {
			questions: {
				question: [{ key: 'a', question: 'Which one?', answerType: 'oneOf', choices: 'only' }],
			},
		},
		message: 'Question 1 ("Which one?") has fewer than two choices',
		hint: 'Type the allowed answers into Choices, separated by commas or one per line, or choose another answer type.',
	},
	{
		name: 'a model that is not there',
		parameters: { ...one, ...model('claude-9') },
		message: 'AssemblyAI did not answer the questions (400: model claude-9 is not supported)',
		hint: 'Choose a model from the list: it shows what the region of the credential offers. Similar ones there: claude-opus-5-5, claude-opus-4-8, claude-sonnet-5.',
	},
	{
		name: 'a model that was retired',
		fault: chat(refusal(410, 'the model version you are trying to access has been deprecated')),
		message:
			'AssemblyAI did not answer the questions (410: the model version you are trying to access has been deprecated)',
		hint: 'This model was retired. Choose another one from the list.',
	},
	{
		name: 'a model that the account may not use',
		fault: chat(
			refusal(400, 'invalid request body', [
				'Your current account does not have access to this LLM Gateway model',
			]),
		),
		message:
			'AssemblyAI did not answer the questions (400: Your current account does not have access to this LLM Gateway model)',
		hint: 'Choose another model, or upgrade the AssemblyAI account: free accounts may use few models.',
	},
	{
		name: 'a transcript longer than the model can read',
		fault: chat(refusal(400, 'model context limit exceeded')),
		message: 'AssemblyAI did not answer the questions (400: model context limit exceeded)',
		hint: 'The transcript is too long for this model. Choose a model with a larger context. Transcript, questions and answers are about ',
	},
	{
		name: 'a Gateway that is down',
		fault: chat({ kind: 'status', status: 502 }, Infinity),
		message: 'AssemblyAI did not answer the questions (status 502 without a text)',
		hint: 'This is a fault at AssemblyAI that most often passes. Run the item again later.',
	},
	{
		name: 'a reply that is not JSON, twice',
		fault: chat({ kind: 'chatReply', content: 'Sure! Here is what I think.' }, Infinity),
		message:
			'The model claude-sonnet-4-6 did not answer in the form asked for, also when asked again: it said "Sure! Here is what I think." instead of JSON',
		hint: 'Choose a model with reliable answer types, make the choices or the answer type wider, or run the item again.',
	},
	{
		name: 'a reply that leaves a question out, twice',
		fault: chat({ kind: 'chatReply', content: '{"answers":[]}' }, Infinity),
		message:
			'The model claude-sonnet-4-6 did not answer in the form asked for, also when asked again: no answer to mood',
		hint: 'Choose a model with reliable answer types, make the choices or the answer type wider, or run the item again.',
	},
	{
		name: 'an answer that was cut off',
		parameters: { ...one, options: { maxTokens: 5 } },
		message: 'The answer of the model claude-sonnet-4-6 was cut off after 5 tokens',
		hint: 'Raise the option Max Tokens, ask fewer questions, or choose another model.',
	},
	{
		name: 'an empty answer',
		fault: chat({ kind: 'chatReply', content: null }, Infinity),
		message: 'The model claude-sonnet-4-6 gave an empty answer, also when asked again',
		hint: 'Run the item again, or choose another model.',
	},
	...['refusal', 'content_filter', 'SAFETY'].map((finishReason) => ({
		name: `a model that declines (${finishReason})`,
		fault: chat({ kind: 'chatReply', content: 'I cannot help with that.', finishReason }),
		message: 'The model claude-sonnet-4-6 declined to answer: I cannot help with that.',
		hint: 'Reword the questions, or choose another model.',
	})),
	{
		name: 'a filter that leaves nothing',
		fault: chat({ kind: 'chatReply', content: null, finishReason: 'content_filter' }),
		message:
			'The model claude-sonnet-4-6 declined to answer: its provider gave the reason "content_filter"',
		hint: 'Reword the questions, or choose another model.',
	},
	...['length', 'max_tokens', 'MAX_TOKENS'].map((finishReason) => ({
		name: `an answer that was cut off (${finishReason})`,
		fault: chat({ kind: 'chatReply', content: '{"answers":[{"ind', finishReason }),
		message: 'The answer of the model claude-sonnet-4-6 was cut off after 6 tokens',
		hint: 'Raise the option Max Tokens, ask fewer questions, or choose another model.',
	})),
	{
		name: 'a call of a tool instead of an answer',
		fault: chat({ kind: 'chatReply', content: null, finishReason: 'tool_use' }, Infinity),
		message: 'The model claude-sonnet-4-6 gave an empty answer, also when asked again',
		hint: 'Run the item again, or choose another model.',
	},
	{
		name: 'the envelope of the stage before the Gateway',
		fault: chat({
			kind: 'status',
			status: 403,
			body: { error: 'Authentication error', status: 'error', request_id: 'request-7' },
		}),
		message: 'AssemblyAI did not answer the questions (403: Authentication error)',
		hint: 'Check the API key in the credential. AssemblyAI also answers 403 when an account sends too many requests.',
	},
	{
		name: 'an account without the Gateway',
		fault: chat(
			{
				kind: 'status',
				status: 401,
				body: {
					error:
						'Your account does not have access to LLM Gateway. Please upgrade or contact us at support@assemblyai.com for more information.',
					status: 'error',
					request_id: 'request-7',
				},
			},
			Infinity,
		),
		message:
			'AssemblyAI did not accept the API key (401: Your account does not have access to LLM Gateway. Please upgrade or contact us at support@assemblyai.com for more information.)',
		hint: 'Check the API key in the credential; the LLM Gateway also needs an account that may use it.',
	},
	{
		name: 'a transcript that was deleted',
		fault: chat(refusal(404, 'transcript deleted')),
		message: 'AssemblyAI did not answer the questions (404: transcript deleted)',
		hint: 'The transcript was deleted at AssemblyAI. Transcribe the recording again.',
	},
	{
		name: 'a transcript that the Gateway does not find',
		fault: chat(refusal(404, 'transcript not found')),
		message: 'AssemblyAI did not answer the questions (404: transcript not found)',
		hint: 'Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
	},
	{
		name: 'several faults in one envelope',
		fault: chat(refusal(400, 'invalid request body', ["'model' is required", 'and more'])),
		message: "AssemblyAI did not answer the questions (400: 'model' is required; and more)",
		hint: 'Change what AssemblyAI names in its answer; everything else about the request was fine.',
	},
	{
		name: 'a model and its fallbacks that are not there',
		parameters: {
			...one,
			...model('claude-9'),
			options: { fallbackModels: { model: [model('claude-8')] } },
		},
		message: 'AssemblyAI did not answer the questions (400: model claude-9 is not supported)',
		hint: 'The fallback models did not answer either: claude-8 (AssemblyAI did not answer the questions (400: model claude-8 is not supported)).',
	},
	{
		name: 'an envelope of before June 2026',
		fault: chat({
			kind: 'status',
			status: 400,
			body: { error: { code: 400, message: 'one of messages or prompt required' } },
		}),
		message: 'AssemblyAI did not answer the questions (400: one of messages or prompt required)',
		hint: 'Change what AssemblyAI names in its answer; everything else about the request was fine.',
	},
	{
		name: 'a transcript that ended in an error',
		json: { transcriptId: 'failed' },
		message: 'AssemblyAI could not transcribe this recording: Audio duration is too short.',
		hint: 'A recording must be at least 160 milliseconds long.',
	},
	{
		name: 'an unknown transcript',
		json: { transcriptId: '00000000-0000-4000-8000-000000000000' },
		message:
			'AssemblyAI did not return the transcript (400: Transcript lookup error, transcript id not found)',
		hint: 'Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
	},
];

/** A job that ended in an error, made past the node. */
async function failedTranscript(): Promise<string> {
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		fault: { kind: 'jobError', error: 'Audio duration is too short.' },
	});
	const { output } = await bench.transcribe([await bench.recording()], { waitMode: 'doNotWait' });
	return String(output[0]?.json.transcriptId);
}

describe.each(cases)('$name', ({ parameters = one, json, apiKey, fault, message, hint }) => {
	const run = async (onError?: 'continueErrorOutput') => {
		const id = json?.transcriptId === 'failed' ? await failedTranscript() : json?.transcriptId;
		const item = { json: { crmId: 'C-7', transcriptId: id ?? transcriptId } };
		if (fault) bench.sandbox.fail(fault);
		const result = await bench.ask([item], parameters, {
			credentials: bench.credentials(apiKey),
			...(onError && { node: { onError } }),
		});
		return { result, id: item.json.transcriptId };
	};

	test('ends the run with a message that says what to do', async () => {
		const { result, id } = await run();
		expect(result.status).toBe('error');
		expect(result.error('Node')?.message).toBe(`${message} [item 0]`);
		expect(result.error('Node')?.description).toContain(hint);
		expect(result.error('Node')?.description).toContain(`Transcript id: ${id}.`);
	});

	test('becomes an item of the error output that keeps the transcript id', async () => {
		const { result, id } = await run('continueErrorOutput');
		expect(result.status).toBe('success');
		expect(result.output).toEqual([]);
		expect(result.failed).toHaveLength(1);
		expect(result.failed[0]).toMatchObject({
			json: {
				crmId: 'C-7',
				error: { message: expect.stringContaining(message), transcriptId: id },
			},
			pairedItem: { item: 0 },
		});
	});
});

test("the service's request id is in the message and beside it", async () => {
	bench.sandbox.fail(chat(refusal(400, 'model context limit exceeded'), 2));
	const items = [{ json: { transcriptId } }];

	const ended = await bench.ask(items, one);
	expect(ended.error('Node')?.description).toContain('Request id: request-7.');

	const went = await bench.ask(items, one, { node: { onError: 'continueErrorOutput' } });
	expect(went.failures[0]).toEqual({
		message: expect.stringContaining('model context limit exceeded'),
		transcriptId,
		status: 400,
		requestId: 'request-7',
	});
});

test('an item without a transcript id is named as such', async () => {
	const { failures } = await bench.ask([{ json: { crmId: 'C-7' } }], one, {
		node: { onError: 'continueErrorOutput' },
	});
	expect(failures[0]?.message).toBe(
		'The earlier node gave no transcript: its item has no transcriptId. Put AssemblyAI Transcribe before this node, or set Transcript Source to Text and map the text.',
	);
});

test('one item that cannot be answered fails alone', async () => {
	const unknown = '00000000-0000-4000-8000-000000000000';
	const items = [transcriptId, unknown, transcriptId].map((id) => ({ json: { transcriptId: id } }));

	const { output, failed, failures } = await bench.ask(items, one, {
		node: { onError: 'continueErrorOutput' },
	});

	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(failures).toMatchObject([{ transcriptId: unknown, status: 400 }]);
});
