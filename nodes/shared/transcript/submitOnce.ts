import { ApiError } from '../api/errors/ApiError';
import { AssemblyAiError } from '../api/errors/AssemblyAiError';
import { CanceledError } from '../api/errors/CanceledError';
import { ConnectionError } from '../api/errors/ConnectionError';
import { InvalidReplyError } from '../api/errors/InvalidReplyError';
import type { Service } from '../api/service';
import type { Transcript, TranscriptPage } from '../api/transcriptSchema';
import { createTranscript, getTranscript, listTranscripts } from '../api/transcripts';
import { outcomeOf } from '../outcome';

/**
 * Keeps the ids of accepted jobs, so that trying the same work again finds them instead of paying twice, and
 * the URLs of submissions that are still to be looked for because their reply was lost.
 */
export interface SubmissionMemory {
	recall(work: string): string | undefined;
	remember(work: string, transcriptId: string): void;
	forget(work: string): void;
}

export interface Submission {
	/** Names this piece of work: the same on every try, different for any other recording or parameters. */
	work: string;
	/** Provides the recording's URL, uploading the file first where there is one. */
	audioUrl: () => Promise<string>;
	/** Whether that URL was made by an upload of our own and so belongs to no other job. */
	isUpload: boolean;
	/** Request parameters without `audio_url`, named as in the API. */
	parameters: Record<string, unknown>;
}

/** A job that was accepted shows up in the list at once or within seconds. */
const LOOKS_FOR_LOST_JOB = 3;
const PAUSE_BETWEEN_LOOKS_MS = 2_000;
const NEWEST_LISTED = 100;
const MOST_CANDIDATES_NAMED = 5;
/** Two lost replies in a row are an outage, and no time to try a third. */
const MOST_SUBMISSIONS = 2;

/**
 * Sees to it that there is exactly one job for a piece of work, and returns it in whatever state it is. A job
 * remembered from an earlier try is taken up again unless it ended in an error (the service does not bill
 * those). When the reply to a submission is lost, in this try or an earlier one, the job is looked for in the
 * account's list first.
 */
export async function submitOnce(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
): Promise<Transcript> {
	await findLostJob(service, memory, submission);
	const earlier = await takeUp(service, memory, submission.work);
	if (earlier) return earlier;
	const audioUrl = await submission.audioUrl();
	const job = await submit(service, memory, submission, audioUrl);
	memory.remember(submission.work, job.id);
	return job;
}

async function takeUp(
	service: Service,
	memory: SubmissionMemory,
	work: string,
): Promise<Transcript | undefined> {
	const id = memory.recall(work);
	if (id === undefined) return undefined;
	const look = await outcomeOf(fetchJob(service, id));
	if (look.ok && look.value.status !== 'error') return look.value;
	if (!look.ok && !isUnknownTranscript(look.error)) throw look.error;
	memory.forget(work);
	return undefined;
}

/** Fetches a job that was accepted; when that fails, the error knows the id. */
async function fetchJob(service: Service, id: string): Promise<Transcript> {
	const look = await outcomeOf(getTranscript(service, id));
	if (look.ok) return look.value;
	if (look.error instanceof AssemblyAiError) look.error.addFacts({ transcriptId: id });
	throw look.error;
}

async function submit(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
	audioUrl: string,
): Promise<Transcript> {
	const body = { audio_url: audioUrl, ...submission.parameters };
	for (let count = 1; ; count++) {
		const wasStopped = service.signal?.aborted;
		const sent = await outcomeOf(createTranscript(service, body));
		if (sent.ok) return sent.value;
		if (wasStopped || !mayHaveBeenAccepted(sent.error)) throw sent.error;
		memory.remember(lostReplyTo(submission.work), audioUrl);
		const found = await findLostJob(service, memory, submission, sent.error);
		if (found !== undefined) return await fetchJob(service, found);
		if (count === MOST_SUBMISSIONS) throw sent.error;
	}
}

/** Under which the URL of a submission is remembered until it is known whether it made a job. */
function lostReplyTo(work: string): string {
	return `${work}, reply lost`;
}

/**
 * Finds out whether a submission whose reply was lost made a job, remembers that job and returns its id.
 * @throws ConnectionError for a URL of the user's own that has transcripts: which of them is ours cannot be told
 */
async function findLostJob(
	service: Service,
	memory: SubmissionMemory,
	{ work, isUpload }: Submission,
	cause?: unknown,
): Promise<string | undefined> {
	const audioUrl = memory.recall(lostReplyTo(work));
	if (audioUrl === undefined) return undefined;
	const candidates = await findByAudioUrl(service, audioUrl);
	const [newest] = candidates;
	if (newest !== undefined && !isUpload) throw uncertain(cause, candidates);
	if (newest !== undefined) memory.remember(work, newest.id);
	memory.forget(lostReplyTo(work));
	return newest?.id;
}

/** Whether the service may have made a job although its reply does not say so. */
function mayHaveBeenAccepted(error: unknown): boolean {
	if (error instanceof CanceledError) return true;
	if (error instanceof ApiError) return error.httpStatus >= 500 || error.httpStatus === 408;
	if (error instanceof ConnectionError) return error.failure !== 'unreachable';
	return error instanceof InvalidReplyError;
}

async function findByAudioUrl(
	service: Service,
	audioUrl: string,
): Promise<TranscriptPage['transcripts']> {
	for (let look = 1; ; look++) {
		const page = await listTranscripts(service, { limit: NEWEST_LISTED });
		const found = page.transcripts.filter((listed) => listed.audio_url === audioUrl);
		if (found.length > 0 || look === LOOKS_FOR_LOST_JOB) return found;
		await service.clock.sleep(PAUSE_BETWEEN_LOOKS_MS, service.signal);
	}
}

function uncertain(lostReply: unknown, candidates: TranscriptPage['transcripts']): AssemblyAiError {
	const named = candidates
		.slice(0, MOST_CANDIDATES_NAMED)
		.map(({ id, status, created }) => `${id} (${status}${created ? `, created ${created}` : ''})`);
	const cause = lostReply instanceof Error ? lostReply.message : 'it was in an earlier try';
	return new ConnectionError(
		`AssemblyAI's reply to the submission was lost, and it cannot be told whether the job was accepted: ${cause}`,
		'lost',
		{
			transcriptId: candidates[0]?.id,
			hint: `The account has these transcripts of the same URL: ${named.join(', ')}. If one was made just now, fetch it with the operation Get; else execute the workflow anew, since a retry would find the same.`,
		},
	);
}

/** In the service's own words only: the 404 of a proxy must not make us forget a job that is paid for. */
const UNKNOWN_TRANSCRIPT = /^not found$|transcript.* not found/i;

function isUnknownTranscript(error: unknown): boolean {
	if (!(error instanceof ApiError)) return false;
	return [400, 404].includes(error.httpStatus) && UNKNOWN_TRANSCRIPT.test(error.said);
}
