import { ApiError } from '../api/errors/ApiError';
import { AssemblyAiError } from '../api/errors/AssemblyAiError';
import { CanceledError } from '../api/errors/CanceledError';
import { ConnectionError } from '../api/errors/ConnectionError';
import { InvalidReplyError } from '../api/errors/InvalidReplyError';
import type { Service } from '../api/service';
import type { Transcript, TranscriptPage } from '../api/transcriptSchema';
import { createTranscript, getTranscript, listTranscripts } from '../api/transcripts';
import { outcomeOf } from '../outcome';

/** How far a piece of work has come. Each step is noted before the next is begun. */
export type SubmissionNote =
	/** The file is at the service, and no job has been asked for. */
	| { stage: 'uploaded'; audioUrl: string; at: number }
	/** A job was asked for, and whether the service took it is not known. */
	| { stage: 'sent'; audioUrl: string; at: number }
	| { stage: 'accepted'; transcriptId: string };

/** Keeps the notes from try to try, so that trying the same work again finds its job instead of paying twice. */
export interface SubmissionMemory {
	recall(work: string): SubmissionNote | undefined;
	note(work: string, note: SubmissionNote): void;
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
/** How often a submission is sent that the service, by its list, never took. */
const MOST_SUBMISSIONS = 3;
/** The service deletes uploads after a day at the earliest. */
const UPLOAD_KEPT_MS = 12 * 60 * 60 * 1000;

/**
 * Sees to it that there is exactly one job for a piece of work, and returns it in whatever state it is. A job
 * of an earlier try is taken up again unless it ended in an error (the service does not bill those). When the
 * reply to a submission is lost, the job is looked for in the account's list before anything is sent again.
 */
export async function submitOnce(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
): Promise<Transcript> {
	const { work } = submission;
	const note = memory.recall(work);
	const earlier = note && (await takeUp(service, memory, submission, note));
	const job = earlier ?? (await submit(service, memory, submission));
	memory.note(work, { stage: 'accepted', transcriptId: job.id });
	return job;
}

/** The job of an earlier try; nothing when there is none or it ended in an error. */
async function takeUp(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
	note: SubmissionNote,
): Promise<Transcript | undefined> {
	if (note.stage === 'uploaded') return undefined;
	if (note.stage === 'sent') return await findJob(service, submission, note.audioUrl);
	const look = await outcomeOf(getTranscript(service, note.transcriptId));
	if (look.ok && look.value.status !== 'error') return look.value;
	if (!look.ok && !isUnknownTranscript(look.error)) {
		if (look.error instanceof AssemblyAiError) {
			look.error.addFacts({ transcriptId: note.transcriptId });
		}
		throw look.error;
	}
	memory.forget(submission.work);
	return undefined;
}

async function submit(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
): Promise<Transcript> {
	const { work, parameters } = submission;
	const audioUrl = await availableUrl(service, memory, submission);
	const noteStage = (stage: 'uploaded' | 'sent') =>
		memory.note(work, { stage, audioUrl, at: service.clock.now() });
	for (let sent = 1; ; sent++) {
		noteStage('sent');
		const outcome = await outcomeOf(
			createTranscript(service, { audio_url: audioUrl, ...parameters }),
		);
		if (outcome.ok) return outcome.value;
		if (!mayHaveBeenAccepted(outcome.error)) {
			noteStage('uploaded');
			throw outcome.error;
		}
		// Once stopped, nothing is asked any more; the note lets the next try find the job.
		if (outcome.error instanceof CanceledError) throw outcome.error;
		const found = await findJob(service, submission, audioUrl, outcome.error);
		if (found) return found;
		if (sent === MOST_SUBMISSIONS) throw outcome.error;
	}
}

/** The URL of the recording, without a second upload where an earlier try has made one. */
async function availableUrl(
	{ clock }: Service,
	memory: SubmissionMemory,
	{ work, audioUrl, isUpload }: Submission,
): Promise<string> {
	const note = memory.recall(work);
	const isUploaded = isUpload && note !== undefined && note.stage !== 'accepted';
	if (isUploaded && clock.now() - note.at < UPLOAD_KEPT_MS) return note.audioUrl;
	const url = await audioUrl();
	if (isUpload) memory.note(work, { stage: 'uploaded', audioUrl: url, at: clock.now() });
	return url;
}

/** Whether the service may have made a job although its reply does not say so. */
function mayHaveBeenAccepted(error: unknown): boolean {
	if (error instanceof CanceledError) return true;
	if (error instanceof ApiError) return error.httpStatus >= 500 || error.httpStatus === 408;
	if (error instanceof ConnectionError) return error.failure !== 'unreachable';
	return error instanceof InvalidReplyError;
}

/** The job for a URL, if the service took one. @throws when it cannot be told which job is the right one */
async function findJob(
	service: Service,
	{ isUpload }: Submission,
	audioUrl: string,
	lostReply?: unknown,
): Promise<Transcript | undefined> {
	const list = await outcomeOf(listByAudioUrl(service, audioUrl));
	if (!list.ok) throw unknowable(list.error, audioUrl);
	const candidates = list.value;
	const [newest] = candidates;
	if (newest === undefined) return undefined;
	if (!isUpload) throw uncertain(lostReply, candidates);
	const job = await getTranscript(service, newest.id);
	return job.status === 'error' ? undefined : job;
}

async function listByAudioUrl(
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

function unknowable(error: unknown, audioUrl: string): unknown {
	if (error instanceof CanceledError || !(error instanceof AssemblyAiError)) return error;
	return new ConnectionError(
		`AssemblyAI's reply to the submission was lost, and the list of transcripts could not be read: ${error.message}`,
		'lost',
		{
			status: error.facts.status,
			requestId: error.facts.requestId,
			hint: `Retry this execution: the job is looked for before anything is sent again. Its audio_url at AssemblyAI is ${audioUrl}.`,
		},
	);
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
			hint: `The account has these transcripts of the same URL: ${named.join(', ')}. If one was made just now, fetch it with the operation Get; else start the workflow anew.`,
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
