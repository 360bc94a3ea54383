import { ApiError } from '../api/core/errors';
import { isPassing } from '../api/core/retryPolicy';
import type { Service } from '../api/core/service';
import type { Transcript } from '../api/transcriptSchema';
import { getTranscript, listTranscripts } from '../api/transcripts';
import { outcomeOf } from '../outcome';

/** What a look at a job shows: how it stands, and its transcript whenever that was fetched along. */
export interface Sight {
	status: string;
	transcript?: Transcript;
}

/** From this many on, reading a page of the list costs less than asking for each job. */
const MANY_JOBS = 4;
const PAUSE_BETWEEN_READS_MS = 1_000;
const JOBS_PER_PAGE = 200;
/** Newest first, a run's jobs stand on the first pages; what is older than these is asked for by itself. */
const MOST_PAGES = 5;

/**
 * Looks at the jobs of a run for everyone who waits for one. A few are asked for one by one; where many are
 * waited for, their statuses are read in pages of the list, once a second for all of them, and each
 * transcript is fetched once, when it is done.
 */
export class Lookout {
	private readonly watched = new Map<string, number>();

	private reading: Promise<Map<string, string>> | undefined;

	private lastReadAt = Number.NEGATIVE_INFINITY;

	private listAnswers = true;

	constructor(private readonly service: Service) {}

	/** Counts a job as waited for as long as the work goes on. */
	async during<T>(id: string, work: () => Promise<T>): Promise<T> {
		this.watched.set(id, (this.watched.get(id) ?? 0) + 1);
		return await work().finally(() => {
			const others = (this.watched.get(id) ?? 1) - 1;
			if (others > 0) this.watched.set(id, others);
			else this.watched.delete(id);
		});
	}

	/** @throws what a single request throws; whoever waits decides whether that passes */
	async look(id: string): Promise<Sight> {
		const status = this.watched.size < MANY_JOBS ? undefined : await this.listedStatus(id);
		if (status !== undefined && status !== 'completed' && status !== 'error') return { status };
		const transcript = await getTranscript(this.service, id, 'never');
		return { status: transcript.status, transcript };
	}

	private async listedStatus(id: string): Promise<string | undefined> {
		if (!this.listAnswers) return undefined;
		const read = await outcomeOf(this.nextRead());
		if (read.ok) return read.value.get(id);
		// Whoever may not list transcripts can still ask for each of them.
		if (read.error instanceof ApiError && !isPassing(read.error)) {
			this.listAnswers = false;
			return undefined;
		}
		throw read.error;
	}

	/** The read that everyone who asks before it begins has a part in. */
	private async nextRead(): Promise<Map<string, string>> {
		this.reading ??= this.read();
		return await this.reading;
	}

	private async read(): Promise<Map<string, string>> {
		const { clock, signal } = this.service;
		await clock.sleep(this.lastReadAt + PAUSE_BETWEEN_READS_MS - clock.now(), signal);
		this.lastReadAt = clock.now();
		// What is asked for from here on may have ended after this read, so it takes part in the next one.
		this.reading = undefined;
		return await this.readPages();
	}

	private async readPages(): Promise<Map<string, string>> {
		const statuses = new Map<string, string>();
		let beforeId: string | undefined;
		for (let pages = 0; pages < MOST_PAGES; pages++) {
			const page = await listTranscripts(
				this.service,
				{ limit: JOBS_PER_PAGE, ...(beforeId !== undefined && { beforeId }) },
				'never',
			);
			for (const { id, status } of page.transcripts) statuses.set(id, status);
			beforeId = page.transcripts.at(-1)?.id;
			const hasAll = [...this.watched.keys()].every((id) => statuses.has(id));
			if (hasAll || beforeId === undefined || !page.page_details.prev_url) break;
		}
		return statuses;
	}
}
