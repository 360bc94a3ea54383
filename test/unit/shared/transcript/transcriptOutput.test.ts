import { transcriptSchema } from '../../../../nodes/shared/api/transcriptSchema';
import {
	outputForAgent,
	transcriptOutput,
} from '../../../../nodes/shared/transcript/transcriptOutput';

const full = transcriptSchema.parse({
	id: 't',
	status: 'completed',
	text: 'Hello.',
	audio_duration: 281,
	confidence: 0.95,
	language_code: 'en_us',
	error: null,
	words: [{ text: 'Hello.', start: 0, end: 500, confidence: 0.9, speaker: 'A' }],
	utterances: [{ speaker: 'A', text: 'Hello.', start: 0, end: 500 }],
	metadata: { warnings: [{ message: 'Domain ignored' }] },
	throttled: null,
});

test('simplified, it is what most workflows map', () => {
	expect(transcriptOutput(full, true)).toEqual({
		transcriptId: 't',
		status: 'completed',
		text: 'Hello.',
		dialogue: 'Speaker A: Hello.',
		speakers: ['A'],
		language: 'en_us',
		model: null,
		durationSeconds: 281,
		confidence: 0.95,
		warnings: ['Domain ignored'],
		failureReason: null,
	});
});

test('simplified, a job that is not finished has its id and its status', () => {
	expect(transcriptOutput({ id: 't', status: 'queued' }, true)).toEqual({
		transcriptId: 't',
		status: 'queued',
		text: null,
		language: null,
		model: null,
		durationSeconds: null,
		confidence: null,
		warnings: [],
		failureReason: null,
	});
});

test('silence is an empty text, not a missing one', () => {
	expect(transcriptOutput({ ...full, text: '', utterances: null }, true)).toMatchObject({
		text: '',
	});
});

test('not simplified, it is the object of the API', () => {
	const { error, ...rest } = full;
	expect(transcriptOutput(full, false)).toEqual({ ...rest, failureReason: error });
});

test.each([true, false])(
	'there is never a key `error`, which n8n takes for a failed item (simplified: %s)',
	(simplify) => {
		const output = transcriptOutput({ id: 't', status: 'error', error: 'too short' }, simplify);
		expect(output).not.toHaveProperty('error');
		expect(output.failureReason).toBe('too short');
	},
);

test('an agent reads the dialogue once, and no field that tells nothing', () => {
	const transcript = {
		id: 'tr-1',
		status: 'completed',
		text: 'Hello. Hi.',
		audio_duration: 3,
		utterances: [
			{ speaker: 'A', text: 'Hello.', start: 0, end: 1 },
			{ speaker: 'B', text: 'Hi.', start: 1, end: 2 },
		],
	};
	expect(outputForAgent(transcript)).toEqual({
		transcriptId: 'tr-1',
		status: 'completed',
		dialogue: 'Speaker A: Hello.\nSpeaker B: Hi.',
		speakers: ['A', 'B'],
		durationSeconds: 3,
	});
	expect(outputForAgent({ ...transcript, utterances: null })).toEqual({
		transcriptId: 'tr-1',
		status: 'completed',
		text: 'Hello. Hi.',
		durationSeconds: 3,
	});
});
