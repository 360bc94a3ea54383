import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallBackFault } from '../../faults/faults';
import type { Speed } from '../../options';
import type { UploadStore } from '../../recordings/uploads';
import { newJob, type Job } from './job';
import type { TranscriptRequest } from '../request/requestFields';
import { Slots } from './slots';
import { JobFailure, withSourceAudio } from './sourceAudio';
import type { SpokenContent } from './spokenContent';
import { withoutMissingFeatures } from '../request/languages';
import { detectsLanguage, transcribe, type Ears } from './transcribe';

type Outcome = { content: SpokenContent } | { error: string };

export interface JobFate {
	/** The job will end with this error whatever the audio. */
	error?: string;
	callBack?: CallBackFault;
}

export interface JobRunnerParts {
	speed: Speed;
	uploads: UploadStore;
	ears: Ears;
	/** Runs when a job is accepted; the signal aborts when the job is forgotten. */
	onAccepted: (job: Job, signal: AbortSignal) => Promise<void>;
	/** Runs after a job has ended; the signal aborts when the job is forgotten. */
	onFinished: (job: Job, signal: AbortSignal) => Promise<void>;
}

/** Takes accepted jobs through queue and processing at the speed that is set. */
export class JobRunner {
	private readonly jobs = new Map<string, Job>();
	private readonly slots: Slots;
	private readonly open = new Set<Promise<void>>();
	private stop = stopForAllJobs();

	constructor(private readonly parts: JobRunnerParts) {
		this.slots = new Slots(() => parts.speed.concurrency);
	}

	submit(request: TranscriptRequest, origin: string, fate: JobFate = {}): Job {
		const mustWait = this.parts.speed.queueMs > 0 || !this.slots.free;
		const job = newJob(request, origin, mustWait ? 'queued' : 'processing');
		this.jobs.set(job.id, job);
		job.callBackFault = fate.callBack;
		this.afterwards(this.parts.onAccepted(job, this.stop.signal));
		job.finished = this.run(job, fate.error);
		return job;
	}

	find(id: string): Job | undefined {
		return this.jobs.get(id);
	}

	/** Newest first. */
	get newestFirst(): Job[] {
		return [...this.jobs.values()].reverse();
	}

	/** Where no time is to pass, a job that is looked at is done: an instant service has nothing to wait for. */
	async settleIfInstant(job: Job): Promise<void> {
		const { queueMs, minimumJobMs, realTimeFactor } = this.parts.speed;
		if (queueMs + minimumJobMs + realTimeFactor === 0) await job.finished;
	}

	/** A changed `concurrency` applies to those who wait, too. */
	speedChanged(): void {
		this.slots.admit();
	}

	/** Forgets every job and gives up what is under way. */
	async clear(): Promise<void> {
		this.stop.abort();
		this.stop = stopForAllJobs();
		const pending = [...this.jobs.values()].map(({ finished }) => finished);
		this.jobs.clear();
		await Promise.all([...pending, ...this.open]);
	}

	private async run(job: Job, fatedError: string | undefined): Promise<void> {
		const { signal } = this.stop;
		await this.slots.take();
		try {
			if (this.parts.speed.queueMs > 0)
				await sleep(this.parts.speed.queueMs, undefined, { signal });
			signal.throwIfAborted();
			job.status = 'processing';
			const outcome = await this.process(job, fatedError, signal);
			finish(job, outcome);
		} catch (error) {
			if (signal.aborted) return;
			finish(job, { error: error instanceof Error ? error.message : String(error) });
		} finally {
			this.slots.release();
		}
		// Not awaited: a job is done before the submitter's server has heard of it.
		this.afterwards(this.parts.onFinished(job, signal));
	}

	private afterwards(work: Promise<void>): void {
		const open = work.finally(() => this.open.delete(open));
		this.open.add(open);
	}

	private async process(
		job: Job,
		fatedError: string | undefined,
		signal: AbortSignal,
	): Promise<Outcome> {
		const startedAt = performance.now();
		const { minimumJobMs, realTimeFactor } = this.parts.speed;
		const outcome =
			fatedError === undefined ? await this.listen(job, signal) : { error: fatedError };
		const durationMs = 'content' in outcome ? outcome.content.durationSeconds * 1000 : 0;
		const wanted = Math.max(minimumJobMs, durationMs * realTimeFactor);
		const rest = wanted - (performance.now() - startedAt);
		if (rest > 0) await sleep(rest, undefined, { signal });
		return outcome;
	}

	private async listen(job: Job, signal: AbortSignal): Promise<Outcome> {
		const { uploads, ears } = this.parts;
		try {
			const content = await withSourceAudio(job.request.audio_url, uploads, signal, (audio) =>
				transcribe(audio, job.request, ears),
			);
			return { content };
		} catch (error) {
			if (error instanceof JobFailure) return { error: error.message };
			throw error;
		}
	}
}

/** Every job at work listens to it, which is no leak. */
function stopForAllJobs(): AbortController {
	const stop = new AbortController();
	setMaxListeners(0, stop.signal);
	return stop;
}

function finish(job: Job, outcome: Outcome): void {
	job.completedAt = new Date();
	if ('content' in outcome) {
		job.content = outcome.content;
		if (detectsLanguage(job.request)) {
			job.applied = withoutMissingFeatures(job.request, outcome.content.languageCode);
		}
		job.status = 'completed';
	} else {
		job.error = outcome.error;
		job.status = 'error';
	}
}
