import type { HttpClient } from '../../../../nodes/shared/api/core/httpClient';
import { jsonReply, refusal } from '../replies';
import type { VirtualClock } from '../virtualClock';

export interface QueueOptions {
	jobs: number;
	/** How many the account works on at the same time. */
	slots: number;
	jobMs: number;
	/** Jobs of others that were submitted later, so that they stand before these in the list. */
	laterJobs?: number;
	/** Jobs that the list does not have. */
	unlisted?: (index: number) => boolean;
	/** Jobs that the list shows as `processing` for ever. */
	stuck?: (index: number) => boolean;
	mayList?: boolean;
}

/** An account that works on its jobs in the order in which they came, all of them there from the beginning. */
export class QueueService {
	readonly requests: Array<{ at: number; kind: 'get' | 'list' }> = [];

	constructor(
		private readonly clock: VirtualClock,
		private readonly options: QueueOptions,
	) {}

	readonly ids = () => Array.from({ length: this.options.jobs }, (_, index) => `job-${index}`);

	/** When a job ends, in milliseconds from the beginning. */
	endOf(index: number): number {
		return (Math.floor(index / this.options.slots) + 1) * this.options.jobMs;
	}

	/** The most requests in any stretch of five minutes. */
	mostInFiveMinutes(): number {
		const times = this.requests.map(({ at }) => at);
		let from = 0;
		let most = 0;
		for (const [index, at] of times.entries()) {
			while ((times[from] ?? at) <= at - 300_000) from++;
			most = Math.max(most, index - from + 1);
		}
		return most;
	}

	count(kind: 'get' | 'list'): number {
		return this.requests.filter((request) => request.kind === kind).length;
	}

	readonly send: HttpClient = async ({ url, query }) => {
		const path = new URL(url).pathname;
		const isList = path === '/v2/transcript';
		this.requests.push({ at: this.clock.elapsed(), kind: isList ? 'list' : 'get' });
		if (isList && this.options.mayList === false) return refusal(403, 'Forbidden');
		if (isList) return this.page(Number(query?.limit), query?.before_id);
		const id = path.slice('/v2/transcript/'.length);
		return jsonReply({
			id,
			status: this.statusOf(Number(id.slice('job-'.length))),
			text: 'Hello.',
		});
	};

	private page(limit: number, beforeId: string | number | undefined) {
		const { jobs, laterJobs = 0, unlisted = () => false, stuck = () => false } = this.options;
		const total = jobs + laterJobs;
		const before = beforeId === undefined ? total : Number(String(beforeId).slice('job-'.length));
		const transcripts: Array<{ id: string; status: string }> = [];
		let index = before - 1;
		for (; index >= 0 && transcripts.length < limit; index--) {
			if (unlisted(index)) continue;
			const status = stuck(index) ? 'processing' : this.statusOf(index);
			transcripts.push({ id: `job-${index}`, status });
		}
		return jsonReply({
			page_details: { prev_url: index >= 0 ? 'http://stt.test/older' : null },
			transcripts,
		});
	}

	private statusOf(index: number): string {
		const end = this.endOf(index);
		const now = this.clock.elapsed();
		if (now >= end) return 'completed';
		return now >= end - this.options.jobMs ? 'processing' : 'queued';
	}
}
