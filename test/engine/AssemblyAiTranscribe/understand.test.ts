import type { INodeParameters } from 'n8n-workflow';
import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let withSpeakers: string;
let withoutSpeakers: string;

beforeAll(async () => {
	bench = await Workbench.open();
	withSpeakers = await bench.finishedTranscript();
	withoutSpeakers = await bench.finishedTranscript({ speakerLabels: false });
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const roles = { settings: { speakerType: 'role', knownValues: 'Agent, Customer' } };

const understood = async (features: INodeParameters, others: INodeParameters = {}) => {
	const parameters = { features, ...others };
	const result = await onTranscript(bench, 'understand', withSpeakers, parameters);
	expect(result.error('Node')?.message).toBeUndefined();
	return result.output[0]?.json;
};

test('a summary and action items, each as text that a record takes', async () => {
	const json = await understood({
		summarization: { settings: { summaryType: 'bullets' } },
		actionItems: {},
	});
	expect(json).toEqual({
		transcriptId: withSpeakers,
		summary: expect.stringContaining('yearly plan'),
		actionItems: expect.arrayContaining([
			{
				actionItem: 'Could you send me the offer by email?',
				quote: 'Could you send me the offer by email?',
				timestamp: expect.any(Number),
			},
		]),
		warnings: [],
		requestId: expect.any(String),
	});
});

test('speakers under their roles', async () => {
	const json = await understood({ speakerIdentification: roles });
	expect(json).toMatchObject({
		speakerMapping: { A: 'Agent', B: 'Customer' },
		dialogue: expect.stringMatching(/^Agent: Thank you for calling/),
		speakers: ['Agent', 'Customer'],
	});
});

test('translations of the text and of the dialogue', async () => {
	const json = await understood({
		translation: { settings: { targetLanguages: 'de', matchOriginalUtterance: true } },
	});
	expect(json).toMatchObject({
		translations: { de: expect.stringContaining('not translated to de') },
		translatedDialogues: { de: expect.stringMatching(/^Speaker A: .*not translated to de/) },
	});
});

test('the text with its dates and numbers in one form', async () => {
	const json = await understood({
		customFormatting: { settings: { date: 'mm/dd/yyyy', formatUtterances: true } },
	});
	expect(json).toMatchObject({
		formattedText: expect.stringContaining('Thank you for calling'),
		formattedDialogue: expect.stringMatching(/^Speaker A: Thank you for calling/),
	});
});

test("without simplifying it is the service's own reply, with the id of the transcript", async () => {
	const json = await understood({ summarization: {} }, { simplify: false });
	expect(json).toMatchObject({
		transcriptId: withSpeakers,
		speech_understanding: {
			request: { summarization: { summary_type: 'paragraph', effort: 'low' } },
			response: { summarization: { status: 'success' } },
		},
		request_id: expect.any(String),
	});
});

test('a feature that ended badly is a warning, not a failure', async () => {
	bench.sandbox.fail({
		path: '/v1/understanding',
		fault: {
			kind: 'status',
			status: 200,
			body: {
				speech_understanding: {
					request: { action_items: {}, summarization: {} },
					response: {
						action_items: { status: 'failed' },
						summarization: { status: 'success', summary: [{ text: 'They spoke.' }] },
					},
				},
			},
		},
	});
	expect(await understood({ actionItems: {}, summarization: {} })).toEqual({
		transcriptId: withSpeakers,
		actionItems: null,
		summary: 'They spoke.',
		warnings: ['The action items ended with the status "failed".'],
		requestId: null,
	});
});

test('the rate limit of the Gateway is waited for', async () => {
	bench.sandbox.fail({
		path: '/v1/understanding',
		fault: {
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '0' },
			body: { message: 'too many requests for this action', code: 429, request_id: 'r' },
		},
	});
	const { output } = await onTranscript(bench, 'understand', [withSpeakers, withoutSpeakers], {
		features: { summarization: {} },
	});
	expect(output.map(({ json }) => json.transcriptId)).toEqual([withSpeakers, withoutSpeakers]);
});

describe('what can go wrong', () => {
	const failure = async (id: string, features: INodeParameters) => {
		const result = await onTranscript(
			bench,
			'understand',
			id,
			{ features },
			{ node: { onError: 'continueErrorOutput' } },
		);
		return result.failed[0]?.json;
	};
	const asked = () => bench.sandbox.requestsTo('POST', '/v1/understanding').length;

	test('no feature at all', async () => {
		expect(await failure(withSpeakers, {})).toMatchObject({
			error: {
				message: expect.stringContaining(
					'The parameter Features cannot be used: it is empty; add at least one feature.',
				),
			},
		});
	});

	test.each<[string, INodeParameters]>([
		['Speaker Identification', { speakerIdentification: roles }],
		[
			'Match Utterances',
			{ translation: { settings: { targetLanguages: 'de', matchOriginalUtterance: true } } },
		],
	])('%s of a transcript without speakers, which is not even asked for', async (name, features) => {
		const before = asked();
		expect(await failure(withoutSpeakers, features)).toMatchObject({
			error: {
				message: `${name} needs speakers told apart, and this transcript has none. Transcribe the recording again with Speaker Labels on, or with Multichannel in Speaker Options.`,
				transcriptId: withoutSpeakers,
			},
		});
		expect(asked()).toBe(before);
	});

	test('an unknown transcript', async () => {
		const unknown = '00000000-0000-4000-8000-000000000000';
		expect(await failure(unknown, { summarization: {} })).toMatchObject({
			error: {
				message:
					'AssemblyAI did not return the transcript (400: Transcript lookup error, transcript id not found). Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
				transcriptId: unknown,
				status: 400,
			},
		});
	});

	test('a request that the Gateway refuses, with all it says', async () => {
		bench.sandbox.fail({
			path: '/v1/understanding',
			fault: {
				kind: 'status',
				status: 400,
				body: {
					code: 400,
					message: 'invalid request body',
					request_id: 'req_7',
					metadata: { errors: ["target language 'xx' is not known"] },
				},
			},
		});
		expect(
			await failure(withSpeakers, { translation: { settings: { targetLanguages: 'xx' } } }),
		).toMatchObject({
			error: {
				message:
					"AssemblyAI did not carry out Speech Understanding (400: target language 'xx' is not known). Change what AssemblyAI names in its answer; everything else about the request was fine.",
				transcriptId: withSpeakers,
				status: 400,
				requestId: 'req_7',
			},
		});
	});
});
