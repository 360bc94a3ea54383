import { Workbench } from '../../support/engine/workbench';
import { CALL_AUDIO, CALL_TRANSCRIPT, recordingsFolder } from '../../support/sandbox/client';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';

let bench: Workbench;

beforeAll(async () => {
	const amharic = { ...CALL_TRANSCRIPT, language_code: 'am' };
	bench = await Workbench.open({ recordingsFolders: [await recordingsFolder(amharic)] });
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const sentence = (name: string) =>
	`${name} was asked for, but AssemblyAI left it out: it is not available in every language (this recording: Amharic).`;

/** What Get warns of where the service has this transcript. */
async function warningsOf(fields: object): Promise<unknown> {
	const body = { id: ID, status: 'completed', text: 'ሰላም', language_code: 'am', ...fields };
	bench.sandbox.fail({
		method: 'GET',
		path: `/v2/transcript/${ID}`,
		fault: { kind: 'status', status: 200, body },
	});
	return (await bench.get(ID)).output[0]?.json.warnings;
}

test('Transcribe tells what the detected language lacks, and nothing of what was made', async () => {
	const { output } = await bench.transcribe([await bench.recording(CALL_AUDIO)], {
		understandingOptions: {
			sentimentAnalysis: true,
			entityDetection: true,
			autoHighlights: true,
			iabCategories: true,
			summarization: {},
		},
	});
	expect(output[0]?.json).toMatchObject({
		speakers: ['A', 'B'],
		summary: expect.any(String),
		warnings: ['Sentiment Analysis', 'Entity Detection', 'Auto Highlights', 'Topic Detection'].map(
			sentence,
		),
	});
});

const request = (feature: string, response: object) => ({
	speech_understanding: { request: { [feature]: {} }, response },
});

test.each([
	['Speaker Labels', { speaker_labels: true, utterances: null }],
	['Sentiment Analysis', { sentiment_analysis: true, sentiment_analysis_results: null }],
	['Entity Detection', { entity_detection: true, entities: null }],
	['Auto Highlights', { auto_highlights: true, auto_highlights_result: null }],
	['Topic Detection', { iab_categories: true, iab_categories_result: { status: 'unavailable' } }],
	['Content Safety', { content_safety: true, content_safety_labels: null }],
	['Action Items', request('action_items', {})],
	['Custom Formatting', request('custom_formatting', {})],
	['Speaker Identification', request('speaker_identification', {})],
	['Summarization', request('summarization', {})],
	['Translation', request('translation', {})],
])('%s that was left out is told in one sentence', async (name, fields) => {
	expect(await warningsOf(fields)).toEqual([sentence(name)]);
});

test.each([
	['speaker_labels', { speaker_labels: false, utterances: null }],
	['an empty finding', { entity_detection: true, entities: [] }],
	[
		'no topics',
		{ iab_categories: true, iab_categories_result: { status: 'success', summary: {} } },
	],
	['a summary', request('summarization', { summarization: { status: 'success', summary: [] } })],
])('nothing is told where nothing was left out: %s', async (_, fields) => {
	expect(await warningsOf(fields)).toEqual([]);
});

test('a feature that ended badly is told by its status, once', async () => {
	const failed = { summarization: { status: 'failed' } };
	expect(await warningsOf(request('summarization', failed))).toEqual([
		'The summarization ended with the status "failed".',
	]);
});

test('what the service itself warns of is told in its words', async () => {
	const metadata = { warnings: [{ message: 'Domain ignored' }] };
	expect(await warningsOf({ metadata })).toEqual(['Domain ignored']);
});
