import { z } from 'zod';
import { call } from './core/call';
import { ApiError, InputError, InvalidReplyError } from './core/errors';
import type { Service } from './core/service';
import {
	transcriptPageSchema,
	transcriptSchema,
	type Transcript,
	type TranscriptPage,
} from './transcriptSchema';
import { uploadIn } from './uploads';
import { shortenedTo } from '../values';

/**
 * Submits a job. This is the one request that costs money, so it is sent again only when the service proved
 * that it did not take it. AssemblyAI API reference, "Transcribe audio".
 * @throws InvalidReplyError for a reply about another recording, or with an ID that nothing can be fetched by:
 * it does not tell whether the job was accepted
 */
export async function createTranscript(
	service: Service,
	parameters: Record<string, unknown> & { audio_url: string },
): Promise<Transcript> {
	const transcript = await call(service, {
		purpose: 'accept the recording',
		method: 'POST',
		url: `${service.speechToTextUrl}/v2/transcript`,
		body: async () => ({ kind: 'json', value: parameters }),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'ifRefused',
		reply: transcriptSchema,
	});
	if (!TRANSCRIPT_ID.test(transcript.id)) throw unusableId(transcript.id);
	const [sent, replied] = [parameters.audio_url, transcript.audio_url].map(uploadIn);
	if (sent !== replied && sent !== undefined && replied !== undefined) throw anotherRecording();
	return transcript;
}

const MIXED_UP =
	'Nothing of it was used. Check that no proxy or cache between n8n and AssemblyAI mixes up replies, and the URLs of the credential, then run the item again.';

function unusableId(id: string): InvalidReplyError {
	return new InvalidReplyError(
		`AssemblyAI was asked to accept the recording and named the transcript ${JSON.stringify(shortenedTo(MAX_TEXT_NAMED, id))}, which is not a transcript ID`,
		{ hint: MIXED_UP },
	);
}

function anotherRecording(): InvalidReplyError {
	return new InvalidReplyError(
		'AssemblyAI was asked to accept the recording and answered about another one',
		{ hint: MIXED_UP },
	);
}

/**
 * Fetches a transcript in whatever state it is. A failed job is a reply too, with the status `error`.
 * @throws InvalidReplyError for another transcript than the one asked for, as a cache on the way may send it:
 * it may be another person's call
 */
export async function getTranscript(
	service: Service,
	id: string,
	resend: 'always' | 'never' = 'always',
): Promise<Transcript> {
	const transcript = await call(service, {
		purpose: 'return the transcript',
		method: 'GET',
		url: transcriptUrl(service, id),
		timeoutMs: READ_TIMEOUT_MS,
		resend,
		reply: transcriptSchema,
	});
	if (!isSameId(transcript.id, id)) throw anotherTranscript(transcript.id, id);
	return transcript;
}

/** The service writes ids in lower case, whoever types one may not. */
function isSameId(one: string, other: string): boolean {
	return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function anotherTranscript(sent: string, id: string): InvalidReplyError {
	return new InvalidReplyError(
		`AssemblyAI was asked for the transcript ${id.trim()} and sent another one, ${shortenedTo(MAX_TEXT_NAMED, sent)}`,
		{
			transcriptId: id.trim(),
			hint: MIXED_UP,
		},
	);
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

/**
 * Removes a transcript's data and the uploaded file. Deleting it once more does no harm.
 * AssemblyAI API reference, "Delete transcript".
 */
export async function deleteTranscript(service: Service, id: string): Promise<void> {
	await call(service, {
		purpose: 'delete the transcript',
		method: 'DELETE',
		url: transcriptUrl(service, id),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply: z.object({ id: z.string() }),
	});
}

export type Listed = TranscriptPage['transcripts'][number];

/** One page on the way through the list. */
export interface ListPage {
	/** Newest first. */
	transcripts: Listed[];
	/** Where to go on, if there is more. */
	next: string | undefined;
}

/** The most that a page may have. */
export const MAX_PER_PAGE = 200;

/**
 * The account's list page by page, newest first, toward older ones. It ends where the service says so, and where
 * a page leads to one that was read before, which would go round for ever.
 */
export async function* transcriptPages(
	service: Service,
	filter: TranscriptFilter,
	resend: 'always' | 'never' = 'always',
): AsyncGenerator<ListPage, void, undefined> {
	const read = new Set<string | undefined>([filter.beforeId]);
	for (let beforeId = filter.beforeId; ; ) {
		const position = beforeId !== undefined && { beforeId };
		const page = await listTranscripts(service, { ...filter, ...position }, resend);
		const { prev_url: prevUrl } = page.page_details;
		// A page may be empty that is not the last one, where the list does not show its jobs yet.
		const oldest = page.transcripts.at(-1)?.id ?? beforeIdIn(prevUrl);
		const hasMore = Boolean(prevUrl) && !read.has(oldest);
		yield { transcripts: page.transcripts, next: hasMore ? oldest : undefined };
		if (!hasMore || oldest === undefined) return;
		read.add(oldest);
		beforeId = oldest;
	}
}

function beforeIdIn(url: string | null | undefined): string | undefined {
	if (!url || !URL.canParse(url)) return undefined;
	return new URL(url).searchParams.get('before_id') ?? undefined;
}

/** More than n8n can show or hand on; an account with as many in its 90 days asks day by day. */
const MAX_LISTED = 200_000;
/** Twice as many as those take. A page may be short of what was asked for; a list of empty ones never ends. */
const MAX_PAGES_READ = (2 * MAX_LISTED) / MAX_PER_PAGE;

/**
 * The account's transcripts, newest first, page by page toward older ones until there are `limit`, which may
 * be Infinity. The service lists about the last 90 days.
 * @throws InvalidReplyError when there is no end to them
 */
export async function listAllTranscripts(
	service: Service,
	{ limit, ...filter }: TranscriptFilter,
): Promise<Listed[]> {
	const found: Listed[] = [];
	let pages = 0;
	const perPage = Math.min(MAX_PER_PAGE, limit);
	for await (const { transcripts } of transcriptPages(service, { ...filter, limit: perPage })) {
		for (const listed of transcripts) found.push(listed);
		if (found.length >= limit) break;
		if (found.length > MAX_LISTED || ++pages >= MAX_PAGES_READ) throw tooMany(found.length, pages);
	}
	return found.slice(0, limit);
}

function tooMany(found: number, pages: number): InvalidReplyError {
	const read =
		found > MAX_LISTED
			? `${MAX_LISTED.toLocaleString('en')} of them`
			: `${pages.toLocaleString('en')} pages`;
	return new InvalidReplyError(
		`AssemblyAI's list of transcripts did not end after ${read}, and nothing more was read`,
		{ hint: 'Switch Return All off and set a limit, or filter by Created On, one day at a time.' },
	);
}

/** Ample for a reply of some megabytes, the transcript of a day-long recording. */
export const READ_TIMEOUT_MS = 60_000;

export const TRANSCRIPT_ID = /^[A-Za-z0-9_-]{1,128}$/;
const MAX_TEXT_NAMED = 60;

/**
 * The address of a transcript, or of one of the things that can be read of it.
 * @throws InputError for an id that would make it some other address
 */
export function transcriptUrl({ speechToTextUrl }: Service, id: string, part?: string): string {
	const url = `${speechToTextUrl}/v2/transcript/${transcriptIdIn(id)}`;
	return part === undefined ? url : `${url}/${part}`;
}

/** @throws InputError for what is no ID, which must become no part of an address, a file's name or a message */
export function transcriptIdIn(text: string): string {
	const trimmed = text.trim();
	if (!TRANSCRIPT_ID.test(trimmed)) throw notAnId(trimmed);
	return trimmed;
}

function notAnId(text: string): InputError {
	return new InputError(
		`${JSON.stringify(shortenedTo(MAX_TEXT_NAMED, text))} is not a transcript ID`,
		{
			hint: 'A transcript ID is made of letters, digits, hyphens and underscores, at most 128 of them: 9ea68fd3-f953-42c1-9742-976c447fb463, for example. AssemblyAI Transcribe puts it out as transcriptId.',
		},
	);
}

/** In the service's own words only: the 404 of a proxy says nothing about a transcript. */
const UNKNOWN_TRANSCRIPT = /^not found$|transcript.* not found/i;

/** Whether the service said that the account has no such transcript. */
export function isUnknownTranscript(error: unknown): boolean {
	if (!(error instanceof ApiError)) return false;
	return [400, 404].includes(error.httpStatus) && UNKNOWN_TRANSCRIPT.test(error.said);
}
