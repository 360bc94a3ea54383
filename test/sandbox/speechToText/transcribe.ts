import { kindOfFile, type FileKind } from '../audioKind';
import type { RecordingShelf } from '../recordings';
import type { StoredAudio } from '../uploads';
import { JobFailure } from './sourceAudio';
import { contentOfRecording, placeholderContent, type SpokenContent } from './spokenContent';

/**
 * A known recording gives its true transcript, other audio a placeholder.
 * Throws a `JobFailure` with the service's own text for what is no audio.
 */
export async function transcribe(
	audio: StoredAudio,
	recordings: RecordingShelf,
): Promise<SpokenContent> {
	const measured = { durationSeconds: undefined, channels: undefined };
	const recording = await recordings.find(audio.sha256);
	if (recording) return contentOfRecording(recording, measured);
	const kind = await kindOfFile(audio.file);
	if (!kind.audio) throw new JobFailure(noAudioText(kind));
	return placeholderContent(measured);
}

function noAudioText({ mime, description }: FileKind): string {
	if (mime === 'application/json') return `Transcoding failed. File type ${mime}`;
	const prefix = mime === 'text/html' ? '' : 'Transcoding failed. ';
	return `${prefix}File does not appear to contain audio. File type is ${mime} (${description}).`;
}
