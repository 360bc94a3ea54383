import type { Measured } from '../../audio/measure';
import type { Recording, Utterance } from '../../recordings/recordings';
import { spreadWords } from '../../recordings/spreadWords';

/** What was heard in a recording, before the request's options shape it. */
export interface SpokenContent {
	languageCode: string;
	/** Between 0 and 1. */
	languageConfidence: number;
	/** Seconds, rounded up as the service does. */
	durationSeconds: number;
	channels: number;
	utterances: Utterance[];
}

export function contentOfRecording(recording: Recording, measured: Measured): SpokenContent {
	const lastWord = Math.max(0, ...recording.utterances.map(({ end }) => end)) / 1000;
	const named = new Set(recording.utterances.map(({ channel }) => channel ?? '1')).size;
	return {
		languageCode: recording.languageCode,
		languageConfidence: 0.99,
		durationSeconds: Math.ceil(recording.durationSeconds ?? measured.durationSeconds ?? lastWord),
		channels: Math.max(measured.channels ?? 1, named),
		utterances: recording.utterances,
	};
}

const PLACEHOLDER_SENTENCES = [
	'This is a placeholder transcript made by the AssemblyAI sandbox.',
	'The sandbox does not listen to audio, so nothing here was said in this recording.',
	'To get a true transcript, put the recording beside its transcript file in the recordings folder.',
];

const PLACEHOLDER_SECONDS = 12;

/** Audio that no transcript is known for: a text that cannot be taken for what was said. */
export function placeholderContent(measured: Measured): SpokenContent {
	const durationSeconds = measured.durationSeconds ?? PLACEHOLDER_SECONDS;
	const text = PLACEHOLDER_SENTENCES.join(' ');
	const span = { text, start: 0, end: Math.round(durationSeconds * 1000), confidence: 0.5 };
	return {
		...silentContent(measured),
		languageConfidence: 0.5,
		durationSeconds: Math.ceil(durationSeconds),
		utterances: [{ ...span, speaker: 'A', words: spreadWords(span) }],
	};
}

export function silentContent(measured: Measured): SpokenContent {
	return {
		languageCode: 'en_us',
		languageConfidence: 0,
		durationSeconds: Math.ceil(measured.durationSeconds ?? 0),
		channels: measured.channels ?? 1,
		utterances: [],
	};
}
