import type { Service } from '../../api/core/service';
import { withinTime } from '../../api/core/withinTime';
import { MAX_PER_PAGE, transcriptPages } from '../../api/transcripts';
import { outcomeOf } from '../../outcome';

const MIN_PAUSE_MS = 1_000;
/** Twenty pages a second at most are 6,000 of the 20,000 requests that an account has in five minutes. */
const PAUSE_PER_PAGE_MS = 50;
/** How far jobs are looked for that have not been seen in the list yet: newest first, they stand at its beginning. */
const PAGES_FOR_NEW_JOBS = 5;
/** The oldest jobs, which are done before the others: those that an account can have in work, and as many again. */
const FRONT = 2 * MAX_PER_PAGE;
const MAX_WITHOUT_ALL_MS = 5 * 60_000;
/** A page has some hundred kilobytes. Whoever waits must not be kept by one beyond his or her time limit. */
const PAGE_TIMEOUT_MS = 20_000;
/** The jobs behind what was read by then are asked for by themselves. */
const MAX_READ_MS = 60_000;

/**
 * The statuses of many jobs, read in pages of the account's list. Each read goes only as far as the oldest of
 * the jobs, and the next one comes the later the more pages it was. Where even the oldest of many jobs have
 * not all begun, those behind them cannot have ended, so only the oldest are read.
 */
export class StatusList {
	/** As last read, of wanted jobs only. */
	private readonly statuses = new Map<string, string>();

	/** Wanted jobs in the order of the list when it was last read as a whole, newest first. */
	private order: string[] = [];

	private reading: Promise<void> | undefined;

	private nextReadAt = Number.NEGATIVE_INFINITY;

	private allReadAt = Number.NEGATIVE_INFINITY;

	private pages = 0;

	/** @param wanted the jobs that somebody waits for */
	constructor(
		private readonly service: Service,
		private readonly wanted: ReadonlyMap<string, unknown>,
	) {}

	/**
	 * The status that the next read shows; everyone who asks before it begins has a part in it.
	 * @returns undefined for a job that is not in the list, or beyond where it is looked for
	 * @throws what reading the list throws
	 */
	async statusOf(id: string): Promise<string | undefined> {
		this.reading ??= this.read();
		await this.reading;
		return this.statuses.get(id);
	}

	forget(id: string): void {
		this.statuses.delete(id);
	}

	private async read(): Promise<void> {
		const { clock, signal } = this.service;
		await clock.sleep(Math.max(0, this.nextReadAt - clock.now()), signal);
		// What is asked for from here on may have ended after this read, so it takes part in the next one.
		this.reading = undefined;
		const begin = clock.now();
		this.pages = 0;
		this.nextReadAt = begin + MIN_PAUSE_MS;
		if (await this.needsAll()) await this.readAll();
		this.nextReadAt = begin + Math.max(MIN_PAUSE_MS, this.pages * PAUSE_PER_PAGE_MS);
	}

	/** Reads the oldest of many jobs, and tells whether the others have to be read as well. */
	private async needsAll(): Promise<boolean> {
		this.order = this.order.filter((id) => this.wanted.has(id));
		if (this.service.clock.now() - this.allReadAt > MAX_WITHOUT_ALL_MS) return true;
		if (this.wanted.size > this.statuses.size || this.order.length <= FRONT) return true;
		const front = this.order.slice(-FRONT);
		const beforeId = this.order.at(-FRONT - 1);
		// Somebody may have deleted the job before it; what is really wrong shows when all are read.
		const read = await outcomeOf(this.readPages(new Set(front), beforeId));
		return !read.ok || front.every((id) => this.statuses.get(id) !== 'queued');
	}

	private async readAll(): Promise<void> {
		this.allReadAt = this.service.clock.now();
		const missing = new Set(this.wanted.keys());
		this.order = await this.readPages(missing);
		for (const id of missing) this.statuses.delete(id);
	}

	/** @returns the jobs that were found, in their order; they are taken out of `missing` */
	private async readPages(missing: Set<string>, from?: string): Promise<string[]> {
		const found: string[] = [];
		const pagesForNew = PAGES_FOR_NEW_JOBS + Math.ceil((2 * missing.size) / MAX_PER_PAGE);
		let known = [...missing].filter((id) => this.statuses.has(id)).length;
		let pages = 0;
		const start = { limit: MAX_PER_PAGE, ...(from !== undefined && { beforeId: from }) };
		const service = withinTime(this.service, PAGE_TIMEOUT_MS);
		const begin = service.clock.now();
		for await (const { transcripts } of transcriptPages(service, start, 'never')) {
			pages++;
			this.pages++;
			for (const { id, status } of transcripts) {
				if (!missing.delete(id)) continue;
				if (this.statuses.has(id)) known--;
				this.statuses.set(id, status);
				found.push(id);
			}
			if (missing.size === 0 || (known === 0 && pages >= pagesForNew)) break;
			if (service.clock.now() - begin > MAX_READ_MS) break;
		}
		return found;
	}
}
