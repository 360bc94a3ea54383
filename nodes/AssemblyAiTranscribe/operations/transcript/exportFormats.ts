import { getParagraphs, getSentences, getSubtitles } from '../../../shared/api/transcriptParts';
import type { Service } from '../../../shared/api/core/service';
import { completedTranscript } from '../../../shared/transcript/finishedTranscript';
import { markdownOf, plainTextOf, spokenParagraphs } from '../../../shared/transcript/documents';

const DOCUMENTS = ['markdown', 'paragraphs', 'sentences', 'srt', 'text', 'vtt'] as const;

export const FORMATS = [...DOCUMENTS, 'redactedAudio'] as const;

export type DocumentFormat = (typeof DOCUMENTS)[number];

export interface TranscriptDocument {
	/** A text, or for JSON what it stands for. */
	content: string | object[];
	extension: string;
	mimeType: string;
}

/** A finished transcript in one of the formats; the service itself writes all but text and Markdown. */
export async function writeDocument(
	service: Service,
	id: string,
	format: DocumentFormat,
	charsPerCaption: number | undefined,
): Promise<TranscriptDocument> {
	switch (format) {
		case 'sentences':
			return json(await getSentences(service, id), format);
		case 'paragraphs':
			return json(await getParagraphs(service, id), format);
		case 'srt':
			return {
				content: await getSubtitles(service, id, format, charsPerCaption),
				extension: 'srt',
				mimeType: 'application/x-subrip',
			};
		case 'vtt':
			return {
				content: await getSubtitles(service, id, format, charsPerCaption),
				extension: 'vtt',
				mimeType: 'text/vtt',
			};
		case 'text': {
			const transcript = await completedTranscript(service, id);
			const content = plainTextOf(await spokenParagraphs(service, transcript));
			return { content, extension: 'txt', mimeType: 'text/plain' };
		}
		case 'markdown': {
			const transcript = await completedTranscript(service, id);
			const content = markdownOf(transcript, await spokenParagraphs(service, transcript));
			return { content, extension: 'md', mimeType: 'text/markdown' };
		}
	}
}

function json(content: object[], part: string): TranscriptDocument {
	return { content, extension: `${part}.json`, mimeType: 'application/json' };
}
