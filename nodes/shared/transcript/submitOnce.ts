import { ApiError } from '../api/errors/ApiError';
import { AssemblyAiError } from '../api/errors/AssemblyAiError';
import { CanceledError } from '../api/errors/CanceledError';
import { ConnectionError } from '../api/errors/ConnectionError';
import { InvalidReplyError } from '../api/errors/InvalidReplyError';
import type { Service } from '../api/service';
import type { Transcript, TranscriptPage } from '../api/transcriptSchema';
import { createTranscript, getTranscript, listTranscripts } from '../api/transcripts';
import { outcomeOf } from '../outcome';

/** Keeps the ids of accepted jobs, so that trying the same work again finds them instead of paying twice. */
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

/**
 * Sees to it that there is exactly one job for a piece of work, and returns it in whatever state it is. A job
 * remembered from an earlier try is taken up again unless it ended in an error (the service does not bill
 * those). When the reply to a submission is lost, the job is looked for in the account's list first.
 */
export async function submitOnce(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
): Promise<Transcript> {
	const earlier = await takeUp(service, memory, submission.work);
	if (earlier) return earlier;
	const audioUrl = await submission.audioUrl();
	const job = await submit(service, submission, audioUrl);
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
	const look = await outcomeOf(getTranscript(service, id));
	if (look.ok && look.value.status !== 'error') return look.value;
	if (look.ok || isUnknownTranscript(look.error)) {
		memory.forget(work);
		return undefined;
	}
	if (look.error instanceof AssemblyAiError) look.error.addFacts({ transcriptId: id });
	throw look.error;
}

async function submit(
	service: Service,
	{ isUpload, parameters }: Submission,
	audioUrl: string,
): Promise<Transcript> {
	const body = { audio_url: audioUrl, ...parameters };
	const first = await outcomeOf(createTranscript(service, body));
	if (first.ok) return first.value;
	if (!mayHaveBeenAccepted(first.error)) throw first.error;
	const candidates = await findByAudioUrl(service, audioUrl);
	const [newest] = candidates;
	if (newest === undefined) return await createTranscript(service, body);
	if (isUpload) return await getTranscript(service, newest.id);
	throw uncertain(first.error, candidates);
}

/** Whether the service may have made a job although its reply does not say so. */
function mayHaveBeenAccepted(error: unknown): boolean {
	if (error instanceof CanceledError) return false;
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
	const cause = lostReply instanceof Error ? lostReply.message : 'no reply';
	return new ConnectionError(
		`AssemblyAI's reply to the submission was lost, and it cannot be told whether the job was accepted: ${cause}`,
		'lost',
		{
			transcriptId: candidates[0]?.id,
			hint: `The account has these transcripts of the same URL: ${named.join(', ')}. If one was made just now, fetch it with the operation Get; else run the item again.`,
		},
	);
}

function isUnknownTranscript(error: unknown): boolean {
	if (!(error instanceof ApiError)) return false;
	return (
		error.httpStatus === 404 ||
		(error.httpStatus === 400 && error.said.toLowerCase().includes('id not found'))
	);
}
