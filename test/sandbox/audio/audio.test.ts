import { startSandbox, type Sandbox } from '../../../sandbox/index';
import {
	CALL_TRANSCRIPT,
	CALL_AUDIO,
	field,
	recordingsFolder,
	transcribed,
} from '../../support/sandbox/client';
import { wav } from '../../support/sandbox/wav';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
});
afterEach(async () => await sandbox.close());

describe('measures', () => {
	it('duration and channels of unknown audio', async () => {
		const { json } = await transcribed(sandbox, wav(3.2, { channels: 2, level: 0.5 }));
		expect(json).toMatchObject({ status: 'completed', audio_duration: 4, audio_channels: 2 });
		const words = field(json, 'words');
		expect(field(words, Array.isArray(words) ? words.length - 1 : 0, 'end')).toBe(3200);
	});

	it('too short audio', async () => {
		const { json } = await transcribed(sandbox, wav(0.1, { level: 0.5 }));
		expect(json).toMatchObject({ status: 'error', error: 'Audio duration is too short.' });
	});
});

describe('silence', () => {
	const silence = wav(2);

	it('fails where the language is to be detected', async () => {
		const { json } = await transcribed(sandbox, silence);
		expect(json).toMatchObject({
			status: 'error',
			error: 'language_detection cannot be performed on files with no spoken audio.',
		});
	});

	it('is an empty transcript where a language is named', async () => {
		const { json } = await transcribed(sandbox, silence, {
			language_code: 'en',
			speaker_labels: true,
		});
		expect(json).toMatchObject({
			status: 'completed',
			text: '',
			words: [],
			utterances: [],
			audio_duration: 2,
			language_code: 'en_us',
		});
	});

	it('is an empty transcript with a warning where detection may fall back', async () => {
		const { json } = await transcribed(sandbox, silence, {
			language_detection_options: { on_no_speech_detected: 'fallback', fallback_language: 'de' },
		});
		expect(json).toMatchObject({ status: 'completed', text: '' });
		expect(field(json, 'metadata', 'warnings', 0, 'message')).toContain("'de'");
	});

	it('is not taken for a quiet recording', async () => {
		const { json } = await transcribed(sandbox, wav(1, { level: 0.01 }));
		expect(json).toMatchObject({ status: 'completed' });
		expect(field(json, 'text')).toContain('placeholder');
	});

	it('is below every speech threshold', async () => {
		const { json } = await transcribed(sandbox, silence, {
			language_code: 'en',
			speech_threshold: 0.5,
		});
		expect(field(json, 'error')).toBe(
			'Audio speech threshold 0.0000 is below the requested speech threshold value 0.5',
		);
	});
});

describe('channels', () => {
	it('are the speakers of a stereo recording', async () => {
		const utterances = CALL_TRANSCRIPT.utterances.map((utterance) => ({
			...utterance,
			channel: utterance.speaker === 'A' ? '1' : '2',
		}));
		await sandbox.close();
		const folder = await recordingsFolder({ ...CALL_TRANSCRIPT, utterances });
		sandbox = await startSandbox({ recordingsFolders: [folder] });
		const speakers = async (parameters: Record<string, unknown>) => {
			const { json } = await transcribed(sandbox, CALL_AUDIO, parameters);
			const list = field(json, 'utterances');
			return Array.isArray(list) ? list.map((utterance) => field(utterance, 'speaker')) : list;
		};
		expect(await speakers({ multichannel: true })).toEqual(['1', '2', '1', '2']);
		expect(await speakers({ multichannel: true, speaker_labels: true })).toEqual([
			'1A',
			'2B',
			'1A',
			'2B',
		]);
	});
});

it('fails below the confidence in the language that is asked for', async () => {
	const { json } = await transcribed(sandbox, CALL_AUDIO, { language_confidence_threshold: 1 });
	expect(field(json, 'error')).toBe(
		"detected language 'en', confidence 0.99, is below the requested confidence threshold value of '1'",
	);
});
