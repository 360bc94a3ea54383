import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';

export type SubtitleFormat = 'srt' | 'vtt';

// The service sends subtitles as text/html, too, so only their beginning tells them from a web page.
const REPLIES: Record<SubtitleFormat, z.ZodType<string>> = {
	srt: z.string().regex(/^\s*(\d+\s|$)/, 'it is not in the SRT format'),
	vtt: z.string().regex(/^\s*WEBVTT/, 'it is not in the WebVTT format'),
};

/**
 * The subtitles of a finished transcript, as a text without the names of speakers.
 * AssemblyAI API reference, "Get subtitles for transcript".
 * @param charsPerCaption at least 1; without it the service chooses
 */
export async function getSubtitles(
	service: Service,
	id: string,
	format: SubtitleFormat,
	charsPerCaption?: number,
): Promise<string> {
	return await call(service, {
		purpose: 'return the subtitles',
		method: 'GET',
		url: transcriptUrl(service, id, format),
		...(charsPerCaption !== undefined && { query: { chars_per_caption: charsPerCaption } }),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		format: 'text',
		reply: REPLIES[format],
	});
}
