import { ApiError, RedirectError } from '../../api/core/errors';
import { isPassing } from '../../api/core/retryPolicy';
import type { Service } from '../../api/core/service';
import { withinTime } from '../../api/core/withinTime';
import type { Transcript } from '../../api/transcriptSchema';
import { getTranscript } from '../../api/transcripts';
import { limiterOf } from '../../limiter';
import { outcomeOf } from '../../outcome';
import { StatusList } from './statusList';

/** What a look at a job shows: how it stands, and its transcript whenever that was fetched along. */
export interface JobStatus {
	status: string;
	transcript?: Transcript;
}

/** From this many on, reading a page of the list costs less than asking for each job. */
const MANY_JOBS = 4;
/** Transcripts take megabytes, and many jobs may have ended since the list was last read. */
const FETCHES_AT_ONCE = 8;
/** Twenty a second are 6,000 of the 20,000 requests that an account has in five minutes. */
const PAUSE_BETWEEN_SINGLE_LOOKS_MS = 50;
/** How long the list is believed that a job goes on, and longer the more of them there are. */
const BELIEVED_MS = 60_000;
const BELIEVED_PER_JOB_MS = 200;
/** A queue may last for hours, and its jobs are many. */
const BELIEVED_TIMES_WHEN_QUEUED = 10;

interface WatchedJob {
	waiting: number;
	/** In the list. */
	status?: string;
	/** Since when the list says so, or when the job was last asked for by itself. */
	since: number;
}

/**
 * Looks at the jobs of a run for everyone who waits for one. A few are asked for one by one; where many are
 * waited for, their statuses are read in pages of the list, and each transcript is fetched once, when it is
 * done. Jobs that the list does not have are asked for by themselves, at a pace for all of them together.
 */
export class JobStatuses {
	private readonly watched = new Map<string, WatchedJob>();

	private readonly list: StatusList;

	private readonly fetches = limiterOf(FETCHES_AT_ONCE);

	private listAnswers = true;

	private nextSingleLookAt = Number.NEGATIVE_INFINITY;

	constructor(private readonly service: Service) {
		this.list = new StatusList(service, this.watched);
	}

	/** Counts a job as waited for as long as the work goes on. */
	async watch<T>(id: string, work: () => Promise<T>): Promise<T> {
		const job = this.watched.get(id) ?? { waiting: 0, since: this.service.clock.now() };
		this.watched.set(id, job);
		job.waiting++;
		return await work().finally(() => {
			if (--job.waiting > 0) return;
			this.watched.delete(id);
			this.list.forget(id);
		});
	}

	/**
	 * @param mostMs for a look at this job alone
	 * @throws what a single request throws; whoever waits decides whether that passes
	 */
	async statusOf(id: string, mostMs: number): Promise<JobStatus> {
		if (this.watched.size < MANY_JOBS) return await this.fetchStatusOf(id, mostMs);
		const status = await this.listedStatus(id);
		if (status === undefined) {
			await this.singleTurn();
			return await this.fetchStatusOf(id, mostMs);
		}
		const goesOn = status !== 'completed' && status !== 'error';
		return goesOn && this.isBelieved(id, status)
			? { status }
			: await this.fetchStatusOf(id, mostMs);
	}

	/** Asks for the job itself, whatever the list says. */
	async fetchStatusOf(id: string, mostMs: number): Promise<JobStatus> {
		const job = this.watched.get(id);
		if (job) job.since = this.service.clock.now();
		const transcript = await this.fetches(
			async () => await getTranscript(withinTime(this.service, mostMs), id, 'never'),
		);
		return { status: transcript.status, transcript };
	}

	/** A list that is behind, or shows a job going on for ever, must not keep a finished one from its item. */
	private isBelieved(id: string, status: string): boolean {
		const job = this.watched.get(id);
		if (!job) return false;
		const now = this.service.clock.now();
		if (job.status !== status) job.since = now;
		job.status = status;
		const believedMs = Math.max(BELIEVED_MS, this.watched.size * BELIEVED_PER_JOB_MS);
		const times = status === 'queued' ? BELIEVED_TIMES_WHEN_QUEUED : 1;
		return now - job.since < believedMs * times;
	}

	private async listedStatus(id: string): Promise<string | undefined> {
		if (!this.listAnswers) return undefined;
		const read = await outcomeOf(this.list.statusOf(id));
		if (read.ok) return read.value;
		// Whoever may not list transcripts can still ask for each of them.
		const isRefused = read.error instanceof ApiError && !isPassing(read.error);
		if (isRefused || read.error instanceof RedirectError) {
			this.listAnswers = false;
			return undefined;
		}
		throw read.error;
	}

	private async singleTurn(): Promise<void> {
		const { clock, signal } = this.service;
		const now = clock.now();
		const turn = Math.max(now, this.nextSingleLookAt);
		this.nextSingleLookAt = turn + PAUSE_BETWEEN_SINGLE_LOOKS_MS;
		await clock.sleep(turn - now, signal);
	}
}
