import { getParagraphs } from '../api/paragraphs';
import type { Service } from '../api/service';
import type { Transcript } from '../api/transcriptSchema';

/** A stretch of speech as people read it: what one speaker says at a time, or else a paragraph. */
export interface Turn {
	/** As the service names speakers; absent where they were not told apart. */
	speaker?: string;
	/** Milliseconds from the start of the recording. */
	start: number;
	text: string;
}

/** A finished transcript in turns; without speakers its paragraphs are fetched for their times. */
export async function turnsOf(service: Service, transcript: Transcript): Promise<Turn[]> {
	if (transcript.utterances?.length) return transcript.utterances;
	if (!transcript.text?.trim()) return [];
	return await getParagraphs(service, transcript.id);
}
