import { startSandbox, type Sandbox } from '../../../sandbox/index';
import {
	call,
	CALL_AUDIO,
	field,
	recordingsFolder,
	transcribed,
} from '../../support/sandbox/client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
});
afterEach(async () => await sandbox.close());

describe('classic features', () => {
	it('come with the transcript where asked for', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, {
			sentiment_analysis: true,
			entity_detection: true,
			auto_highlights: true,
			auto_chapters: true,
			content_safety: true,
			iab_categories: true,
			speaker_labels: true,
		});
		expect(field(json, 'sentiment_analysis_results', 7)).toMatchObject({
			text: 'The old map is terrible, it sent me the wrong way twice.',
			sentiment: 'NEGATIVE',
			speaker: 'B',
		});
		expect(field(json, 'entities')).toMatchObject([
			{ entity_type: 'person_name', text: 'Maria' },
			{ entity_type: 'money_amount', text: 'ninety-nine dollars' },
		]);
		expect(field(json, 'auto_highlights_result', 'results')).toContainEqual(
			expect.objectContaining({ text: 'map', count: 2 }),
		);
		expect(field(json, 'content_safety_labels', 'status')).toBe('success');
		expect(field(json, 'chapters')).toHaveLength(1);
	});

	it('are null where not, and the two that the service always sends are unavailable', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO);
		expect(json).toMatchObject({
			sentiment_analysis_results: null,
			entities: null,
			auto_highlights_result: null,
			chapters: null,
			summary: null,
			iab_categories_result: { status: 'unavailable' },
			content_safety_labels: { status: 'unavailable' },
		});
	});

	it.each(['bullets', 'gist', 'headline', 'paragraph'])('summary: %s', async (summary_type) => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, { summarization: true, summary_type });
		expect(String(field(json, 'summary')).length).toBeGreaterThan(5);
	});
});

const REQUEST = {
	summarization: { summary_type: 'bullets' },
	action_items: {},
	speaker_identification: { speaker_type: 'role', known_values: ['Agent', 'Customer'] },
	translation: { target_languages: ['de'], match_original_utterance: true },
};

describe('Speech Understanding', () => {
	it('within a transcript renames speakers everywhere and stores its results', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, {
			speaker_labels: true,
			speech_understanding: { request: REQUEST },
		});
		const response = field(json, 'speech_understanding', 'response');
		expect(response).toMatchObject({
			speaker_identification: { status: 'success', mapping: { A: 'Agent', B: 'Customer' } },
			summarization: { status: 'success', summary_type: 'bullets', effort: 'low' },
			action_items: { status: 'success', items: [] },
		});
		expect(field(json, 'utterances', 1)).toMatchObject({
			speaker: 'Customer',
			translated_texts: { de: expect.stringContaining('sandbox: not translated') },
		});
		expect(field(json, 'words', 0, 'speaker')).toBe('Agent');
		expect(field(json, 'translated_texts', 'de')).toContain('Thank you for calling');
		const target = `/v2/transcript/${field(json, 'id')}/sentences`;
		const sentences = await call(sandbox, 'GET', target);
		expect(field(sentences.json, 'sentences', 0, 'speaker')).toBe('Agent');
	});

	it('names speakers who introduce themselves', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, {
			speaker_labels: true,
			speech_understanding: {
				request: {
					speaker_identification: { speaker_type: 'name', known_values: ['Maria Lopez', 'Tom'] },
				},
			},
		});
		expect(
			field(json, 'speech_understanding', 'response', 'speaker_identification', 'mapping'),
		).toEqual({ A: 'Maria Lopez' });
	});

	it('of a finished transcript leaves the transcript as it was', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, { speaker_labels: true });
		const id = field(json, 'id');
		const body = { transcript_id: id, speech_understanding: { request: REQUEST } };
		const understood = await call(sandbox, 'POST', '/v1/understanding', { json: body });
		expect(understood.status).toBe(200);
		expect(field(understood.json, 'utterances', 0, 'speaker')).toBe('Agent');
		const after = await call(sandbox, 'GET', `/v2/transcript/${id}`);
		expect(after.json).toEqual(json);
		expect((await call(sandbox, 'POST', '/v1/understanding/validate', { json: body })).status).toBe(
			200,
		);
	});

	it('is refused without speakers, for unknown transcripts and unknown features', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO);
		const ask = async (transcript_id: unknown, request: unknown) =>
			await call(sandbox, 'POST', '/v1/understanding', {
				json: { transcript_id, speech_understanding: { request } },
			});
		expect((await ask(field(json, 'id'), REQUEST)).json).toMatchObject({
			code: 400,
			message: 'speaker_labels or multichannel required',
		});
		expect((await ask('none', { action_items: {} })).status).toBe(404);
		expect((await ask(field(json, 'id'), { poem: {} })).json).toMatchObject({
			message: 'invalid request body',
			metadata: { errors: [expect.stringContaining('poem')] },
		});
	});
});
