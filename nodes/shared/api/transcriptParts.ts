import { z } from 'zod';
import { call } from './core/call';
import type { Service } from './core/service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcripts';

const paragraph = z
	.object({
		text: z.string(),
		/** Milliseconds from the start of the recording. */
		start: z.number(),
		end: z.number(),
	})
	.passthrough();

const paragraphsReply = z.object({ paragraphs: z.array(paragraph) }).passthrough();

export type Paragraph = z.infer<typeof paragraph>;

/**
 * The paragraphs of a finished transcript; the service does not say who speaks in them.
 * AssemblyAI API reference, "Get paragraphs in transcript".
 */
export async function getParagraphs(service: Service, id: string): Promise<Paragraph[]> {
	const { paragraphs } = await call(service, {
		purpose: 'return the paragraphs',
		method: 'GET',
		url: transcriptUrl(service, id, 'paragraphs'),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply: paragraphsReply,
	});
	return paragraphs;
}

const sentence = z
	.object({
		text: z.string(),
		/** Milliseconds from the start of the recording. */
		start: z.number(),
		end: z.number(),
		speaker: z.string().nullish(),
	})
	.passthrough();

const sentencesReply = z.object({ sentences: z.array(sentence) }).passthrough();

export type Sentence = z.infer<typeof sentence>;

/** The sentences of a finished transcript. AssemblyAI API reference, "Get sentences in transcript". */
export async function getSentences(service: Service, id: string): Promise<Sentence[]> {
	const { sentences } = await call(service, {
		purpose: 'return the sentences',
		method: 'GET',
		url: transcriptUrl(service, id, 'sentences'),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply: sentencesReply,
	});
	return sentences;
}

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

const match = z.object({
	text: z.string(),
	count: z.number(),
	/** Start and end of each occurrence in milliseconds. */
	timestamps: z.array(z.tuple([z.number(), z.number()])),
	/** Places of the first words in the transcript's list of words. */
	indexes: z.array(z.number()),
});

const wordSearchReply = z.object({ total_count: z.number(), matches: z.array(match) });

export type WordSearch = z.infer<typeof wordSearchReply>;

/**
 * Where words and phrases occur in a finished transcript.
 * AssemblyAI API reference, "Search words in transcript".
 * @param phrases of up to five words each, without commas
 */
export async function searchWords(
	service: Service,
	id: string,
	phrases: string[],
): Promise<WordSearch> {
	return await call(service, {
		purpose: 'search the transcript',
		method: 'GET',
		url: transcriptUrl(service, id, 'word-search'),
		query: { words: phrases.join(',') },
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply: wordSearchReply,
	});
}

const redactedAudioReply = z
	.object({ redacted_audio_url: z.string().regex(/^https?:\/\//, 'it is not a URL') })
	.transform(({ redacted_audio_url: url }) => url);

/**
 * The address of a transcript's redacted audio, `undefined` while it is being made. The address is a secret
 * of its own: it needs no key, holds for half an hour, and every call gives a new one.
 * AssemblyAI API reference, "Get redacted audio".
 */
export async function getRedactedAudioUrl(
	service: Service,
	id: string,
	resend: 'always' | 'never' = 'always',
): Promise<string | undefined> {
	return await call<string | undefined>(service, {
		purpose: 'return the redacted audio',
		method: 'GET',
		url: transcriptUrl(service, id, 'redacted-audio'),
		timeoutMs: READ_TIMEOUT_MS,
		resend,
		reply: redactedAudioReply,
		whenAccepted: { value: undefined },
	});
}
