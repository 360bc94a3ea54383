import type { Service } from './service';

/** Ample for a reply of some megabytes, the transcript of a day-long recording. */
export const READ_TIMEOUT_MS = 60_000;

/** The address of a transcript, or of one of the things that can be read of it. */
export function transcriptUrl({ speechToTextUrl }: Service, id: string, part?: string): string {
	const url = `${speechToTextUrl}/v2/transcript/${encodeURIComponent(id)}`;
	return part === undefined ? url : `${url}/${part}`;
}
