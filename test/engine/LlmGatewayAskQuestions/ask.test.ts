import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const sentiments = 'positive, neutral, negative';
const questions: INodeParameters = {
	question: [
		{
			key: 'mood',
			question: 'How does the customer feel?',
			answerType: 'oneOf',
			choices: sentiments,
		},
		{ key: 'byMail', question: 'Does the customer want the offer by email?', answerType: 'yesNo' },
		{ key: 'price', question: 'What does the yearly plan cost in dollars?', answerType: 'number' },
		{
			key: 'interest',
			question: "Which quote best shows the customer's level of interest?",
			answerType: 'quote',
		},
		{ question: 'Which airline does the customer fly with?', answerType: 'text' },
	],
};

const chats = () => bench.sandbox.requestsTo('POST', '/v1/chat/completions');
const lastChat = () => JSON.stringify(chats().at(-1)?.json);
const detail = (json: IDataObject | undefined, key: string) =>
	Array.isArray(json?.details)
		? json.details.map((one) => Object(one)).find((one) => one.key === key)
		: undefined;

test('all questions of a recording are asked at once; answers are typed and found by key', async () => {
	const before = chats().length;
	const { output, status } = await bench.ask([{ json: { transcriptId } }], { questions });

	expect(status).toBe('success');
	expect(chats()).toHaveLength(before + 1);
	expect(output).toHaveLength(1);
	expect(output[0]?.pairedItem).toEqual({ item: 0 });
	expect(output[0]?.json).toMatchObject({
		answers: {
			mood: 'positive',
			byMail: true,
			price: 89,
			interest: expect.stringContaining('interesting'),
			which_airline_does_the_customer_fly_with: null,
		},
		transcriptId,
		model: 'claude-sonnet-4-6',
		usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number) },
		requestId: expect.any(String),
	});
});

test('every answer comes with its reason and a quote located in the recording', async () => {
	const { output } = await bench.ask([{ json: { transcriptId } }], { questions });

	expect(detail(output[0]?.json, 'interest')).toEqual({
		key: 'interest',
		question: "Which quote best shows the customer's level of interest?",
		answer: 'Now that sounds interesting.',
		reason: expect.stringMatching(/.+/),
		evidence: {
			quote: 'Now that sounds interesting.',
			verified: true,
			exact: true,
			problem: null,
			speaker: 'B',
			start: expect.any(Number),
			end: expect.any(Number),
			at: expect.stringMatching(/^00:\d\d$/),
		},
	});
	expect(detail(output[0]?.json, 'which_airline_does_the_customer_fly_with')).toMatchObject({
		answer: null,
		evidence: { quote: null, verified: false, speaker: null, start: null, end: null, at: null },
	});
});

test('reason and quote are found by the key of the question, wherever it stands in the list', async () => {
	const { output } = await bench.ask([{ json: { transcriptId } }], { questions });

	const { reason, evidence } = detail(output[0]?.json, 'interest');
	const { quote, speaker, start, end, verified, exact, problem, at } = evidence;
	const found = Object(output[0]?.json.evidence);
	expect(found.interest).toEqual({
		reason,
		quote,
		speaker,
		start,
		end,
		verified,
		exact,
		problem,
		at,
	});
	expect(Object.keys(found)).toEqual(Object.keys(Object(output[0]?.json.answers)));
});

test('a transcript with speakers goes in as lines with speaker and time, without its id', async () => {
	await bench.ask([{ json: { transcriptId } }], { questions });

	expect(lastChat()).toContain('[00:05] Speaker B: Hi Dana.');
	expect(lastChat()).not.toContain('transcript_id');
});

test('a transcript without speakers goes in by its id, with the tag exactly once', async () => {
	const plain = await bench.finishedTranscript({ speakerLabels: false });
	const { output } = await bench.ask([{ json: { transcriptId: plain } }], { questions });

	expect(chats().at(-1)?.json).toMatchObject({ transcript_id: plain });
	expect(lastChat().split('{{ transcript }}')).toHaveLength(2);
	expect(output[0]?.json.answers).toMatchObject({ price: 89 });
	expect(detail(output[0]?.json, 'price')).toMatchObject({
		evidence: { verified: true, speaker: null, start: expect.any(Number) },
	});
});

test('a text from a field is asked about just the same; its quotes have no speaker and no time', async () => {
	const { output } = await bench.ask(
		[{ json: { note: 'The customer wrote: I really love the new map. It costs 12 dollars.' } }],
		{
			transcriptSource: 'text',
			transcriptText: '={{ $json.note }}',
			questions: {
				question: [
					{ key: 'price', question: 'What does it cost in dollars?', answerType: 'number' },
				],
			},
		},
	);

	expect(output[0]?.json).toMatchObject({ answers: { price: 12 }, transcriptId: null });
	expect(detail(output[0]?.json, 'price')).toMatchObject({
		evidence: {
			verified: true,
			quote: expect.stringContaining('12 dollars'),
			speaker: null,
			start: null,
		},
	});
});

test('the tag in a question or instruction is nothing but text', async () => {
	const plain = await bench.finishedTranscript({ speakerLabels: false });
	await bench.ask([{ json: { transcriptId: plain, trap: '{{ transcript }}' } }], {
		questions: { question: [{ question: '={{ "What is " + $json.trap + "?" }}' }] },
		options: { systemPrompt: '={{ $json.trap }}' },
	});

	expect(lastChat().split('{{ transcript }}')).toHaveLength(2);
	expect(JSON.stringify(chats().at(-1)?.json)).toContain('What is {{transcript}}?');
});

test('a quote that the recording does not have never becomes an answer', async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: {
			kind: 'chatReply',
			content: JSON.stringify({
				answers: [
					{
						index: 1,
						known: true,
						answer: 'I will sue you all',
						reason: 'r',
						quote: 'I will sue you all',
					},
				],
			}),
		},
	});
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions: {
			question: [{ key: 'threat', question: 'Which quote is a threat?', answerType: 'quote' }],
		},
	});

	expect(output[0]?.json.answers).toEqual({ threat: null });
	expect(detail(output[0]?.json, 'threat')).toMatchObject({
		evidence: {
			quote: 'I will sue you all',
			verified: false,
			speaker: null,
			start: null,
			end: null,
		},
	});
});

test('a day is worked out from the date of the recording, and unknown without it', async () => {
	const entry = { index: 1, known: true, answer: '2026-03-10', reason: 'She says so', quote: '' };
	const fault = { kind: 'chatReply', content: JSON.stringify({ answers: [entry] }) } as const;
	const visit = { key: 'visit', question: 'When is the visit?', answerType: 'date' };
	const parameters = (options: INodeParameters) => ({
		transcriptSource: 'text',
		transcriptText: 'We will come next Tuesday, to room 12.',
		questions: { question: [visit] },
		options,
	});
	const ask = async (options: INodeParameters) => {
		bench.sandbox.fail({ path: '/v1/chat/completions', fault });
		const item = { json: { date: 'Wed, 4 Mar 2026 09:30:00 +0100' } };
		return (await bench.ask([item], parameters(options))).output[0]?.json.answers;
	};
	expect(await ask({})).toEqual({ visit: null });
	expect(await ask({ recordingDate: '={{ $json.date }}' })).toEqual({ visit: '2026-03-10' });
	expect(lastChat()).toContain('The recording was made on Wednesday, 2026-03-04');
});

test('answers are matched by index, however the model orders them and whatever it calls them', async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: {
			kind: 'chatReply',
			content:
				'```json\n{"answers":[{"index":2,"question":"one","known":true,"answer":"second","reason":"","quote":""},{"index":1,"question":"two","known":true,"answer":"first","reason":"","quote":""}]}\n```',
		},
	});
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions: {
			question: [
				{ key: 'one', question: 'One?' },
				{ key: 'two', question: 'Two?' },
			],
		},
	});

	expect(output[0]?.json.answers).toEqual({ one: 'first', two: 'second' });
});

test('only the questions whose answers cannot be used are asked a second time', async () => {
	const before = chats().length;
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: {
			kind: 'chatReply',
			content: JSON.stringify({
				answers: [
					{ index: 1, known: true, answer: 'delighted', reason: '', quote: '' },
					{ index: 2, known: true, answer: 'yes', reason: '', quote: '' },
				],
			}),
		},
	});
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions: {
			question: [
				{
					key: 'mood',
					question: 'How does the customer feel?',
					answerType: 'oneOf',
					choices: sentiments,
				},
				{ key: 'ok', question: 'Is all well?', answerType: 'yesNo' },
			],
		},
	});

	expect(output[0]?.json.answers).toEqual({ mood: 'positive', ok: true });
	expect(chats()).toHaveLength(before + 2);
	expect(lastChat()).toContain('How does the customer feel?');
	expect(lastChat()).not.toContain('Is all well?');
});

test.each([
	['that the list of models says cannot do it', 'claude-opus-4-8', 1],
	['that turns out not to do it', 'claude-sonnet-4-6', 2],
])('a model without structured output %s is asked without it', async (_, model, requests) => {
	const before = chats().length;
	if (requests === 2) {
		bench.sandbox.fail({
			path: '/v1/chat/completions',
			fault: {
				kind: 'status',
				status: 400,
				body: {
					code: 400,
					message: 'invalid request body',
					request_id: 'r-1',
					metadata: { errors: [`model ${model} does not support response_format`] },
				},
			},
		});
	}
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions,
		model: { __rl: true, mode: 'id', value: model },
		options: { temperature: 0 },
	});

	expect(output[0]?.json).toMatchObject({ answers: { price: 89 }, model });
	expect(chats()).toHaveLength(before + requests);
	expect(lastChat()).not.toContain('response_format');
});

test('unknown answers can be left out, and evidence as well', async () => {
	const { output } = await bench.ask([{ json: { transcriptId } }], {
		questions,
		options: { unknownAnswers: 'omit', evidence: false },
	});

	expect(output[0]?.json.answers).not.toHaveProperty('which_airline_does_the_customer_fly_with');
	expect(detail(output[0]?.json, 'price')).toEqual({
		key: 'price',
		question: 'What does the yearly plan cost in dollars?',
		answer: 89,
	});
	expect(output[0]?.json).not.toHaveProperty('evidence');
	expect(lastChat()).not.toContain('"reason"');
});

test('a transcript that is still being made is waited for', async () => {
	const { output } = await bench.transcribe([await bench.recording()], { waitMode: 'doNotWait' });
	expect(output[0]?.json.status).toBe('processing');

	const asked = await bench.ask(output, { questions });
	expect(asked.output[0]?.json.answers).toMatchObject({ price: 89 });
});

test('a rate limit of the Gateway is waited out by all items together', async () => {
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: {
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '1' },
			body: { request_id: 'r-2', message: 'too many requests for this action', code: 429 },
		},
	});
	const items = [
		{ json: { transcriptId } },
		{ json: { transcriptId } },
		{ json: { transcriptId } },
	];
	const { status, output } = await bench.ask(items, { questions });

	expect(status).toBe('success');
	expect(output).toHaveLength(3);
});

test('the list of models can be searched', async () => {
	const models = await bench.harness.listSearch('llmGatewayAskQuestions', 'searchModels', {
		parameters: {},
		credentials: bench.credentials(),
		filter: 'opus-4-8',
	});
	expect(models.results).toEqual([
		{ name: 'Claude Opus 4.8 (200k tokens)', value: 'claude-opus-4-8' },
	]);
});
