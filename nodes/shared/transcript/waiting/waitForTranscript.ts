import {
	ApiError,
	AssemblyAiError,
	withTranscriptId,
	CanceledError,
	HaltedError,
	TranscriptFailedError,
	WaitTimeoutError,
} from '../../api/core/errors';
import { shortened } from '../../api/core/errorText';
import { hintFor } from '../../api/core/hints';
import { recordingHint } from '../../audio/recordingHints';
import { sourceOfUrl } from '../../audio/recordingSource';
import { isUnknownTranscript } from '../../api/transcripts';
import { isRateLimit, mayPass } from '../../api/core/retryPolicy';
import type { Service } from '../../api/core/service';
import type { Transcript } from '../../api/transcriptSchema';
import { outcomeOf, type Outcome } from '../../outcome';
import { JobStatuses, type JobStatus } from './jobStatuses';
import { pauseBeforeNextLook } from './schedule';

export interface WaitOptions {
	/** From now, in milliseconds: for a job that was submitted just now, from its acceptance. */
	timeLimitMs: number;
	/** The status that is known already, for the message at the time limit. */
	knownStatus?: string;
	/** Shared by all jobs of a run, so that many of them are looked at together. */
	jobStatuses?: JobStatuses;
	/** Asked before every look: true ends the wait because another item of the run failed. */
	isHalted?: () => boolean;
}

/**
 * Longest run of unanswered looks that is still taken for a passing fault. Being told to wait is an answer:
 * the rate limit of speech-to-text counts over five minutes, so it may well last longer than this.
 */
const MAX_SILENCE_MS = 5 * 60 * 1000;

/** Ample for a transcript of some hours. A look that is begun just before the time limit ends this long after. */
const LAST_LOOK_MS = 10_000;

/** How long a job that was accepted may be unknown to the machine that is asked for it. */
export const VISIBLE_WITHIN_MS = 60_000;

/**
 * Looks at a job until it is finished and returns its transcript. A bad look (network, 429, 5xx) is not the
 * end, and what the service asks for in Retry-After is obeyed.
 * @throws TranscriptFailedError when the job ended in an error, WaitTimeoutError at the time limit,
 * CanceledError and HaltedError when it is no longer waited for; all of them know the transcript id.
 */
export async function waitForTranscript(
	service: Service,
	id: string,
	{ jobStatuses = new JobStatuses(service), ...options }: WaitOptions,
): Promise<Transcript> {
	return await jobStatuses.watch(id, async () => await wait(service, id, jobStatuses, options));
}

async function wait(
	service: Service,
	id: string,
	jobStatuses: JobStatuses,
	{ timeLimitMs, knownStatus = 'unknown', isHalted = () => false }: WaitOptions,
): Promise<Transcript> {
	const begin = service.clock.now();
	const wasAccepted = knownStatus !== 'unknown';
	let lastStatus = knownStatus;
	let lastAnswerAt = begin;
	for (;;) {
		const timeLeft = timeLimitMs - (service.clock.now() - begin);
		const look = await outcomeOf(jobStatuses.statusOf(id, Math.max(timeLeft, LAST_LOOK_MS)));
		if (service.signal?.aborted) {
			throw new CanceledError('The execution was stopped', { transcriptId: id });
		}
		if (look.ok) {
			const { transcript, status } = look.value;
			if (transcript && isFinished(transcript)) return finishedTranscript(transcript);
			lastStatus = status;
			lastAnswerAt = service.clock.now();
		} else if (isRateLimit(look.error)) {
			lastAnswerAt = service.clock.now();
		} else if (wasAccepted && isUnknownTranscript(look.error) && isFresh(service, begin)) {
			// A machine that lags behind does not know the job yet.
			lastAnswerAt = service.clock.now();
		} else if (!mayPass(look.error) || service.clock.now() - lastAnswerAt > MAX_SILENCE_MS) {
			throw withTranscriptId(id, look.error);
		}
		if (isHalted())
			throw new HaltedError('Another item failed', { transcriptId: id, status: lastStatus });
		const waited = service.clock.now() - begin;
		const left = timeLimitMs - waited;
		if (left <= 0) {
			const isListOnly = look.ok && look.value.transcript === undefined;
			const last = isListOnly ? await outcomeOf(jobStatuses.fetchStatusOf(id, LAST_LOOK_MS)) : look;
			if (last.ok && last.value.transcript && isFinished(last.value.transcript))
				return finishedTranscript(last.value.transcript);
			throw timeLimitReached(id, shortened(lastStatus), timeLimitMs, last);
		}
		await service.clock.sleep(Math.min(left, pauseAfter(look, waited, service)), service.signal);
	}
}

function isFresh({ clock }: Service, begin: number): boolean {
	return clock.now() - begin < VISIBLE_WITHIN_MS;
}

/** The finished transcript itself, or the reason why there is none, thrown. */
export function finishedTranscript(transcript: Transcript): Transcript {
	if (transcript.status !== 'error') return transcript;
	const said = transcript.error ?? '';
	throw new TranscriptFailedError(
		`AssemblyAI could not transcribe this recording: ${shortened(said) || 'no reason given'}`,
		said,
		{
			transcriptId: transcript.id,
			status: transcript.status,
			hint: recordingHint(sourceOfUrl(transcript.audio_url), said) ?? hintFor(undefined, said),
		},
	);
}

export function isFinished({ status }: Transcript): boolean {
	return status === 'completed' || status === 'error';
}

function pauseAfter(look: Outcome<JobStatus>, waitedMs: number, { random }: Service): number {
	const pause = pauseBeforeNextLook(waitedMs, random());
	if (look.ok || !(look.error instanceof ApiError)) return pause;
	return Math.max(pause, look.error.retryAfterMs ?? 0);
}

function timeLimitReached(
	id: string,
	status: string,
	timeLimitMs: number,
	lastLook: Outcome<JobStatus>,
): WaitTimeoutError {
	const limit = readableDuration(timeLimitMs);
	return new WaitTimeoutError(
		`The transcript was not finished within the time limit of ${limit} (last status: ${status})`,
		{
			transcriptId: id,
			status,
			hint: `${faultOf(lastLook)}AssemblyAI goes on with transcript ${id}: fetch it later with the operation Get of AssemblyAI Transcribe, or raise the time limit. A status of "queued" means that the account runs as many jobs as it may: for many recordings, choose a time limit for the whole queue, or the wait mode Do Not Wait and AssemblyAI Trigger.`,
		},
	);
}

/** What kept the last look from showing how the job stands, which may well be why the time was up. */
function faultOf(look: Outcome<JobStatus>): string {
	if (look.ok || !(look.error instanceof AssemblyAiError)) return '';
	return `The last look at it failed: ${look.error.message}. `;
}

function readableDuration(ms: number): string {
	const minutes = ms / 60_000;
	const [count, unit] = minutes < 2 ? [ms / 1000, 'second'] : [minutes, 'minute'];
	const rounded = Math.round(count * 10) / 10;
	return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
