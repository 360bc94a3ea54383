import { kindOfFile, type FileKind } from '../../audio/audioKind';
import type { AudioMeter } from '../../audio/measure';
import { isSilentWav } from '../../audio/silence';
import type { RecordingShelf } from '../../recordings/recordings';
import type { StoredAudio } from '../../recordings/uploads';
import type { TranscriptRequest } from '../request/requestFields';
import { JobFailure } from './sourceAudio';
import {
	contentOfRecording,
	placeholderContent,
	silentContent,
	type SpokenContent,
} from './spokenContent';

/** Shorter audio is refused by the service. */
const MIN_SECONDS = 0.16;

export interface Ears {
	recordings: RecordingShelf;
	meter: AudioMeter;
}

/**
 * A known recording gives its true transcript, silence gives none, other audio a placeholder.
 * Throws a `JobFailure` with the service's own text for what is no audio or misses a threshold.
 */
export async function transcribe(
	audio: StoredAudio,
	request: TranscriptRequest,
	ears: Ears,
): Promise<SpokenContent> {
	const content = await listen(audio, ears);
	checkLanguage(content, request);
	checkSpeechShare(content, request);
	return content;
}

async function listen(audio: StoredAudio, { recordings, meter }: Ears): Promise<SpokenContent> {
	const recording = await recordings.find(audio.sha256);
	if (recording) return contentOfRecording(recording, await meter.measure(audio));
	const kind = await kindOfFile(audio.file);
	if (!kind.audio) throw new JobFailure(noAudioText(kind));
	const measured = await meter.measure(audio);
	if (measured.durationSeconds !== undefined && measured.durationSeconds < MIN_SECONDS) {
		throw new JobFailure('Audio duration is too short.');
	}
	return (await isSilentWav(audio.file)) ? silentContent(measured) : placeholderContent(measured);
}

/** Detection is on unless a language is named or detection is switched off. */
export function detectsLanguage(request: TranscriptRequest): boolean {
	return request.language_detection ?? request.language_code == null;
}

function checkLanguage(content: SpokenContent, request: TranscriptRequest): void {
	if (!detectsLanguage(request)) return;
	const options = request.language_detection_options;
	if (content.utterances.length === 0) {
		if (options?.on_no_speech_detected === 'fallback') return;
		throw new JobFailure('language_detection cannot be performed on files with no spoken audio.');
	}
	const threshold = request.language_confidence_threshold ?? 0;
	const { languageCode, languageConfidence } = content;
	if (languageConfidence >= threshold || options?.on_low_language_confidence === 'fallback') return;
	throw new JobFailure(
		`detected language '${languageCode.slice(0, 2)}', confidence ${languageConfidence}, is below the requested confidence threshold value of '${threshold}'`,
	);
}

function checkSpeechShare(content: SpokenContent, request: TranscriptRequest): void {
	const wanted = request.speech_threshold ?? 0;
	const spokenMs = content.utterances.reduce((sum, { start, end }) => sum + end - start, 0);
	const share = Math.min(1, spokenMs / 1000 / Math.max(1, content.durationSeconds));
	if (share >= wanted) return;
	throw new JobFailure(
		`Audio speech threshold ${share.toFixed(4)} is below the requested speech threshold value ${wanted}`,
	);
}

function noAudioText({ mime, description }: FileKind): string {
	if (mime === 'application/json') return `Transcoding failed. File type ${mime}`;
	const prefix = mime === 'text/html' ? '' : 'Transcoding failed. ';
	return `${prefix}File does not appear to contain audio. File type is ${mime} (${description}).`;
}
