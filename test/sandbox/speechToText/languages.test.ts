import { startSandbox, type Sandbox } from '../../../sandbox/index';
import {
	CALL_AUDIO,
	CALL_TRANSCRIPT,
	field,
	recordingsFolder,
	transcribed,
} from '../../support/sandbox/client';

let sandbox: Sandbox | undefined;
afterEach(async () => await sandbox?.close());

/** The call, said to be in a language, transcribed as asked. */
async function transcribe(language_code: string, parameters: Record<string, unknown>) {
	const transcript = { ...CALL_TRANSCRIPT, language_code };
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder(transcript)] });
	return await transcribed(sandbox, CALL_AUDIO, parameters);
}

const ALL = {
	speaker_labels: true,
	sentiment_analysis: true,
	entity_detection: true,
	auto_highlights: true,
	iab_categories: true,
	redact_pii: true,
	redact_pii_policies: ['person_name'],
};

describe('with detection, what a language lacks is left out in silence', () => {
	it('all of it in a language of Universal-2 only', async () => {
		const { json } = await transcribe('am', ALL);
		expect(json).toMatchObject({
			status: 'completed',
			language_code: 'am',
			...ALL,
			sentiment_analysis_results: null,
			entities: null,
			auto_highlights_result: null,
			iab_categories_result: { status: 'unavailable' },
			utterances: expect.any(Array),
			speech_model_used: 'universal-2',
		});
		expect(field(json, 'text')).toContain('this is Maria.');
		expect(field(json, 'metadata')).toBeUndefined();
	});

	it('some of it in German, and nothing in English', async () => {
		const { json } = await transcribe('de', ALL);
		expect(json).toMatchObject({
			sentiment_analysis_results: null,
			entities: expect.any(Array),
			iab_categories_result: { status: 'success' },
			speech_model_used: 'assemblyai-stt-3-7',
		});
		await sandbox?.close();
		const english = await transcribe('en_uk', ALL);
		expect(english.json).toMatchObject({
			language_code: 'en',
			sentiment_analysis_results: expect.any(Array),
			auto_highlights_result: { status: 'success' },
		});
	});
});

it('with a language set by hand, what it lacks is refused', async () => {
	const { status, json } = await transcribe('de', { ...ALL, language_code: 'de' });
	expect(status).toBe(400);
	expect(json).toEqual({
		error:
			'The following models are not available in this language: sentiment_analysis, auto_highlights',
	});
});

it.each([
	[['assemblyai-stt-3-7', 'universal-2'], 'fr', 'assemblyai-stt-3-7'],
	[['assemblyai-stt-3-7', 'universal-2'], 'th', 'universal-2'],
	[['universal-2', 'assemblyai-stt-3-7'], 'fr', 'universal-2'],
	[['assemblyai-stt-3-7'], 'th', 'assemblyai-stt-3-7'],
	[['universal-3-5-pro'], 'en_us', 'universal-3-5-pro'],
])('of %j, a recording in %s is transcribed by %s', async (speech_models, language, used) => {
	const { json } = await transcribe(language, { speech_models });
	expect(json).toMatchObject({ speech_models, speech_model_used: used });
});

it('a detected language has the region that the request names for it', async () => {
	const options = { language_detection_options: { localization: ['en_au'] } };
	expect(field((await transcribe('en_us', options)).json, 'language_code')).toBe('en_au');
});
