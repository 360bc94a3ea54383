import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const transcribed = async (parameters: INodeParameters) => {
	const { output } = await bench.transcribe([await bench.recording()], {
		...parameters,
	});
	return output[0]?.json;
};

test('each finding that is asked for has one key', async () => {
	const json = await transcribed({
		understandingOptions: {
			sentimentAnalysis: true,
			entityDetection: true,
			autoHighlights: true,
			iabCategories: true,
			contentSafety: true,
		},
	});
	expect(json).toMatchObject({
		sentimentAnalysis: expect.arrayContaining([
			expect.objectContaining({
				text: 'I have to say, that is more than I expected.',
				sentiment: 'NEGATIVE',
				speaker: 'B',
			}),
		]),
		entities: expect.arrayContaining([
			{
				entityType: 'person_name',
				text: 'Dana',
				start: expect.any(Number),
				end: expect.any(Number),
			},
		]),
		highlights: expect.arrayContaining([
			expect.objectContaining({ text: expect.any(String), count: expect.any(Number) }),
		]),
		// The sandbox finds no topics and nothing harmful.
		topics: [],
		contentSafety: [],
	});
});

test('each feature of Speech Understanding that is asked for has one key', async () => {
	const json = await transcribed({
		understandingOptions: {
			summarization: {},
			actionItems: {},
			translation: { settings: { targetLanguages: 'de', matchOriginalUtterance: true } },
			speakerIdentification: {
				settings: { speakerType: 'role', knownValues: 'Agent, Customer' },
			},
			customFormatting: { settings: { date: 'mm/dd/yyyy' } },
		},
	});
	expect(json).toMatchObject({
		dialogue: expect.stringMatching(/^Agent: Thank you for calling/),
		speakers: ['Agent', 'Customer'],
		summary: expect.any(String),
		actionItems: expect.any(Array),
		translations: { de: expect.any(String) },
		translatedDialogues: { de: expect.stringMatching(/^Agent: /) },
		speakerMapping: { A: 'Agent', B: 'Customer' },
		formattedText: expect.any(String),
	});
});

test('the unredacted text beside the redacted one, where it is asked for', async () => {
	const json = await transcribed({
		privacyOptions: {
			redactPii: true,
			redactPiiPolicies: ['person_name'],
			redactPiiSub: 'entity_name',
			redactPiiReturnUnredacted: true,
		},
	});
	expect(json).toMatchObject({
		text: expect.stringContaining('this is [PERSON_NAME]'),
		unredactedText: expect.stringContaining('this is Dana'),
	});
});

test('what is not asked for has no key', async () => {
	expect(Object.keys((await transcribed({})) ?? {})).toEqual([
		'transcriptId',
		'status',
		'text',
		'dialogue',
		'speakers',
		'language',
		'model',
		'durationSeconds',
		'confidence',
		'warnings',
		'failureReason',
		'fileName',
		'binaryPropertyName',
		'audioUrl',
	]);
});

test('without waiting, the keys are there and empty', async () => {
	const json = await transcribed({
		waitMode: 'doNotWait',
		understandingOptions: { sentimentAnalysis: true, contentSafety: true, summarization: {} },
	});
	expect(json).toMatchObject({ sentimentAnalysis: null, contentSafety: null, summary: null });
});
