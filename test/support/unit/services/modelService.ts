import { ConnectionError } from '../../../../nodes/shared/api/core/errors';
import type {
	HttpClient,
	HttpRequest,
	HttpResponse,
} from '../../../../nodes/shared/api/core/httpClient';
import { jsonReply, refusal, textReply } from '../replies';
import type { VirtualClock } from '../virtualClock';

/** What happens to one request; `after` means that the service has done what it was asked before. */
export type Fault =
	| 'none'
	| { when: 'before'; how: 'unreachable' | 'lost' | 'timeout' | 408 | 429 | 500 | 503 | 'cut' }
	| { when: 'after'; how: 'lost' | 'timeout' | 408 | 500 | 503 | 'cut' };

export interface ModelJob {
	id: string;
	audioUrl: string;
	acceptedAt: number;
	/** Whether it ends in an error a few seconds after it was accepted. */
	fails: boolean;
}

export interface ModelOptions {
	/** One for each request in order; after the last there are none. */
	faults: readonly Fault[];
	/** How long an accepted job is missing in the list, in milliseconds. */
	listDelayMs: number;
	/** One for each job in order. */
	fails: readonly boolean[];
}

const JOB_TAKES_MS = 5000;

/** Speech-to-text in memory, as far as submitting once depends on it. */
export class ModelService {
	readonly jobs: ModelJob[] = [];
	private requests = 0;
	private uploads = 0;

	constructor(
		private readonly clock: VirtualClock,
		private readonly options: ModelOptions,
	) {}

	/** Jobs that are paid for: those that have not ended in an error, and will not. */
	billed(): ModelJob[] {
		return this.jobs.filter(({ fails }) => !fails);
	}

	readonly send: HttpClient = async (request) => {
		const fault = this.options.faults[this.requests++] ?? 'none';
		if (fault === 'none') return this.carryOut(request);
		if (fault.when === 'after') this.carryOut(request);
		return failing(fault.how);
	};

	private carryOut({ method, url, body }: HttpRequest): HttpResponse {
		const path = new URL(url).pathname;
		if (path === '/v2/upload')
			return jsonReply({ upload_url: `https://cdn.test/upload/${++this.uploads}` });
		if (method === 'POST') return this.accept(body?.kind === 'json' ? body.value : undefined);
		if (path === '/v2/transcript') return this.list();
		const job = this.jobs.find(({ id }) => path.endsWith(`/${id}`));
		if (!job) return refusal(400, 'Transcript lookup error, transcript id not found');
		return jsonReply({ id: job.id, status: this.statusOf(job), audio_url: job.audioUrl });
	}

	private accept(parameters: unknown): HttpResponse {
		const { audio_url: audioUrl } = Object(parameters);
		const fails = this.options.fails[this.jobs.length] ?? false;
		const id = `job-${this.jobs.length + 1}`;
		this.jobs.push({ id, audioUrl, acceptedAt: this.clock.now(), fails });
		return jsonReply({ id, status: 'queued', audio_url: audioUrl });
	}

	private list(): HttpResponse {
		const listed = this.jobs.filter(
			({ acceptedAt }) => acceptedAt + this.options.listDelayMs <= this.clock.now(),
		);
		const transcripts = [...listed].reverse().map((job) => ({
			id: job.id,
			status: this.statusOf(job),
			created: new Date(job.acceptedAt).toISOString(),
			audio_url: job.audioUrl,
		}));
		return jsonReply({ page_details: { prev_url: null }, transcripts });
	}

	private statusOf({ acceptedAt, fails }: ModelJob): string {
		if (this.clock.now() < acceptedAt + JOB_TAKES_MS) return 'processing';
		return fails ? 'error' : 'completed';
	}
}

function failing(how: Exclude<Fault, 'none'>['how']): HttpResponse {
	if (how === 'cut') return textReply(200, '{"id":"job');
	if (typeof how === 'number') return refusal(how, 'no', how === 429 ? { 'retry-after': '2' } : {});
	throw new ConnectionError(`the exchange ended: ${how}`, how);
}
