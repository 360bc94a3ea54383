import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';
import {
	transcriptPageSchema,
	transcriptSchema,
	type Transcript,
	type TranscriptPage,
} from './transcriptSchema';

/**
 * Submits a job. This is the one request that costs money, so it is sent again only when the service proved
 * that it did not take it. AssemblyAI API reference, "Transcribe audio".
 */
export async function createTranscript(
	service: Service,
	parameters: Record<string, unknown>,
): Promise<Transcript> {
	return await call(service, {
		purpose: 'accept the recording',
		method: 'POST',
		url: `${service.speechToTextUrl}/v2/transcript`,
		body: async () => ({ kind: 'json', value: parameters }),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'ifRefused',
		reply: transcriptSchema,
	});
}

/** Fetches a transcript in whatever state it is. A failed job is a reply too, with the status `error`. */
export async function getTranscript(
	service: Service,
	id: string,
	resend: 'always' | 'never' = 'always',
): Promise<Transcript> {
	return await call(service, {
		purpose: 'return the transcript',
		method: 'GET',
		url: transcriptUrl(service, id),
		timeoutMs: READ_TIMEOUT_MS,
		resend,
		reply: transcriptSchema,
	});
}

export interface TranscriptFilter {
	/** 1 to 200. */
	limit: number;
	/** Only transcripts older than this one. */
	beforeId?: string;
	/** YYYY-MM-DD. */
	createdOn?: string;
	status?: string;
}

/** One page of the account's transcripts, newest first. AssemblyAI API reference, "List transcripts". */
export async function listTranscripts(
	service: Service,
	{ limit, beforeId, createdOn, status }: TranscriptFilter,
	resend: 'always' | 'never' = 'always',
): Promise<TranscriptPage> {
	return await call(service, {
		purpose: 'list the transcripts',
		method: 'GET',
		url: `${service.speechToTextUrl}/v2/transcript`,
		query: {
			limit,
			...(beforeId && { before_id: beforeId }),
			...(createdOn && { created_on: createdOn }),
			...(status && { status }),
		},
		timeoutMs: READ_TIMEOUT_MS,
		resend,
		reply: transcriptPageSchema,
	});
}
