import {
	ApiError,
	withTranscriptId,
	CanceledError,
	ConnectionError,
	HaltedError,
	InvalidReplyError,
} from '../api/core/errors';
import type { Service } from '../api/core/service';
import type { Transcript } from '../api/transcriptSchema';
import { createTranscript, getTranscript, isUnknownTranscript } from '../api/transcripts';
import type { Limiter } from '../limiter';
import { outcomeOf, type Outcome } from '../outcome';
import { findLostJob, type Sent } from './lostJob';

/** How far a piece of work has come. Each step is noted before the next is begun. */
export type SubmissionNote =
	/** The file is at the service, and no job has been asked for. */
	| { stage: 'uploaded'; audioUrl: string; at: number }
	/** A job was asked for, and whether the service took it is not known. */
	| { stage: 'sent'; audioUrl: string; at: number }
	/** Notes of earlier versions do not say when. */
	| { stage: 'accepted'; transcriptId: string; at?: number | undefined };

/** Not documented; far longer than copies of a database lag behind, and shorter than a person takes to delete. */
const VISIBLE_WITHIN_MS = 10 * 60 * 1000;

const PAUSES_BEFORE_GONE_MS = [2_000, 5_000];

/** Keeps the notes from try to try, so that trying the same work again finds its job instead of paying twice. */
export interface SubmissionMemory {
	get(work: string): SubmissionNote | undefined;
	set(work: string, note: SubmissionNote): void;
	delete(work: string): void;
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
	/** Lets a few of many submissions talk to the service at once; uploading is not part of a turn. */
	inTurn?: Limiter;
	/** Asked before a job is submitted: true when another item of the run failed, so that none shall be. */
	isHalted?: () => boolean;
}

const atOnce: Limiter = async (work) => await work();

/** Two lost replies in a row are an outage, and no time to try a third. */
const MAX_SUBMISSIONS = 2;
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
	const { work, inTurn = atOnce } = submission;
	const note = memory.get(work);
	const earlier =
		note && (await inTurn(async () => await resume(service, memory, submission, note)));
	return earlier ?? (await submit(service, memory, submission));
}

/** The job of an earlier try; nothing when there is none or it ended in an error. */
async function resume(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
	note: SubmissionNote,
): Promise<Transcript | undefined> {
	if (note.stage === 'uploaded') return undefined;
	if (note.stage === 'sent') return await resumeLost(service, memory, submission, note);
	const look = await lookFor(service, note);
	if (look.ok && look.value.status !== 'error') return look.value;
	// Anything less certain must not make us forget a job that is paid for.
	if (!look.ok && !isUnknownTranscript(look.error)) {
		throw withTranscriptId(note.transcriptId, look.error);
	}
	if (!look.ok && mayNotBeVisible(service, note)) {
		return { id: note.transcriptId, status: 'queued' };
	}
	memory.delete(submission.work);
	return undefined;
}

type Accepted = Extract<SubmissionNote, { stage: 'accepted' }>;

/** A job that was accepted, asked for more than once before it counts as gone: one machine may know no better. */
async function lookFor(service: Service, note: Accepted): Promise<Outcome<Transcript>> {
	for (const pause of PAUSES_BEFORE_GONE_MS) {
		const look = await outcomeOf(getTranscript(service, note.transcriptId));
		const isUnknown = !look.ok && isUnknownTranscript(look.error);
		if (!isUnknown || mayNotBeVisible(service, note)) return look;
		await service.clock.sleep(pause, service.signal);
	}
	return await outcomeOf(getTranscript(service, note.transcriptId));
}

/** A job that the service took minutes ago and does not know is not gone: the machine that was asked lags behind. */
function mayNotBeVisible({ clock }: Service, { at: acceptedAt }: Accepted): boolean {
	return acceptedAt !== undefined && clock.now() - acceptedAt < VISIBLE_WITHIN_MS;
}

/** The job whose acceptance nobody learned of, if there is one. */
async function resumeLost(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
	sent: Sent,
	lostReply?: unknown,
): Promise<Transcript | undefined> {
	const transcriptId = await findLostJob(service, submission, sent, lostReply);
	if (transcriptId === undefined) return undefined;
	const note: SubmissionNote = { stage: 'accepted', transcriptId, at: sent.at };
	memory.set(submission.work, note);
	return await resume(service, memory, submission, note);
}

async function submit(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
): Promise<Transcript> {
	const { inTurn = atOnce } = submission;
	const audioUrl = await availableUrl(service, memory, submission);
	for (let sent = 1; ; sent++) {
		const isLast = sent === MAX_SUBMISSIONS;
		const job = await inTurn(
			async () => await send(service, memory, submission, { audioUrl, isLast }),
		);
		if (job) return job;
	}
}

/** The job that was asked for; nothing when the reply was lost and the service turns out not to have taken it. */
async function send(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
	{ audioUrl, isLast }: { audioUrl: string; isLast: boolean },
): Promise<Transcript | undefined> {
	const { work, parameters, isHalted = () => false } = submission;
	if (service.signal?.aborted) throw new CanceledError('The execution was stopped');
	if (isHalted()) throw new HaltedError('Another item failed before this one was submitted');
	const at = service.clock.now();
	memory.set(work, { stage: 'sent', audioUrl, at });
	const outcome = await outcomeOf(
		createTranscript(service, { audio_url: audioUrl, ...parameters }),
	);
	if (outcome.ok) {
		memory.set(work, {
			stage: 'accepted',
			transcriptId: outcome.value.id,
			at: service.clock.now(),
		});
		return outcome.value;
	}
	if (!mayHaveBeenAccepted(outcome.error)) {
		memory.set(work, { stage: 'uploaded', audioUrl, at });
		throw outcome.error;
	}
	// Once stopped, nothing is asked any more; the note lets the next try find the job.
	if (outcome.error instanceof CanceledError) throw outcome.error;
	const found = await resumeLost(service, memory, submission, { audioUrl, at }, outcome.error);
	if (!found && isLast) throw outcome.error;
	return found;
}

/** The URL of the recording, without a second upload where an earlier try has made one. */
async function availableUrl(
	{ clock }: Service,
	memory: SubmissionMemory,
	{ work, audioUrl, isUpload }: Submission,
): Promise<string> {
	const note = memory.get(work);
	const isUploaded = isUpload && note !== undefined && note.stage !== 'accepted';
	if (isUploaded && clock.now() - note.at < UPLOAD_KEPT_MS) return note.audioUrl;
	const url = await audioUrl();
	if (isUpload) memory.set(work, { stage: 'uploaded', audioUrl: url, at: clock.now() });
	return url;
}

/** Whether the service may have made a job although its reply does not say so. */
function mayHaveBeenAccepted(error: unknown): boolean {
	if (error instanceof CanceledError) return true;
	if (error instanceof ApiError) return error.httpStatus >= 500 || error.httpStatus === 408;
	if (error instanceof ConnectionError) return error.failure !== 'unreachable';
	return error instanceof InvalidReplyError;
}
