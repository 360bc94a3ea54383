import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { ServiceCounts } from './messages';
import { portOf } from '../../../sandbox/server/portOf';

export interface JobServiceOptions {
	shortestJobMs: number;
	longestJobMs: number;
}

interface Job {
	id: string;
	created: string;
	audioUrl: string;
	endsAt: number;
	fetchedAt?: number;
}

const MAX_PER_PAGE = 200;
/** Has no factor in common with the numbers of recordings, so that durations are spread evenly and mixed. */
const STRIDE = 7919;

const submission = z.object({ audio_url: z.string() });

/**
 * Submitting, fetching and listing, and nothing else: thousands of jobs must not cost the stand-in more than
 * they cost the node, which the sandbox with its real recordings cannot do.
 */
export class JobService {
	private readonly jobs: Job[] = [];
	private readonly positions = new Map<string, number>();
	private listed = 0;
	private looks = 0;
	private readonly server = createServer((request, response) => void this.reply(request, response));

	constructor(private readonly options: JobServiceOptions) {}

	async listen(): Promise<string> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		return `http://127.0.0.1:${portOf(this.server)}`;
	}

	counts(): ServiceCounts {
		const lags = this.jobs.flatMap(({ fetchedAt, endsAt }) =>
			fetchedAt === undefined ? [] : [fetchedAt - endsAt],
		);
		return {
			submitted: this.jobs.length,
			fetched: lags.length,
			listed: this.listed,
			looks: this.looks,
			meanLagMs: lags.reduce((sum, lag) => sum + lag, 0) / lags.length,
		};
	}

	private async reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://stand-in');
		const id = url.pathname.split('/')[3];
		response.setHeader('content-type', 'application/json');
		if (request.method === 'POST') response.end(this.accept(await text(request)));
		else if (id === undefined) response.end(this.page(url.searchParams));
		else response.end(this.transcript(id));
	}

	private accept(body: string): string {
		const { audio_url: audioUrl } = submission.parse(JSON.parse(body));
		const { shortestJobMs, longestJobMs } = this.options;
		const place = ((this.jobs.length * STRIDE) % 1000) / 1000;
		const job: Job = {
			id: randomUUID(),
			created: new Date().toISOString().replace('Z', ''),
			audioUrl,
			endsAt: Date.now() + shortestJobMs + place * (longestJobMs - shortestJobMs),
		};
		this.positions.set(job.id, this.jobs.length);
		this.jobs.push(job);
		return JSON.stringify({ id: job.id, status: 'queued', audio_url: audioUrl });
	}

	private page(query: URLSearchParams): string {
		this.listed++;
		const beforeId = query.get('before_id');
		const end = beforeId === null ? this.jobs.length : (this.positions.get(beforeId) ?? 0);
		const start = Math.max(0, end - Math.min(MAX_PER_PAGE, Number(query.get('limit') ?? 10)));
		const page = this.jobs.slice(start, end).reverse();
		return JSON.stringify({
			page_details: { prev_url: start > 0 ? 'http://stand-in/older' : null },
			transcripts: page.map((job) => ({
				id: job.id,
				status: statusOf(job),
				created: job.created,
				audio_url: job.audioUrl,
			})),
		});
	}

	private transcript(id: string): string {
		this.looks++;
		const job = this.jobs[this.positions.get(id) ?? -1];
		if (!job) return JSON.stringify({ error: 'Transcript lookup error, transcript id not found' });
		const status = statusOf(job);
		if (status !== 'completed') return JSON.stringify({ id, status, audio_url: job.audioUrl });
		job.fetchedAt ??= Date.now();
		return JSON.stringify({ id, status, audio_url: job.audioUrl, ...CONVERSATION });
	}
}

function statusOf({ endsAt }: Job): string {
	return Date.now() < endsAt ? 'processing' : 'completed';
}

/** A call of some minutes. */
const WORDS = Array.from({ length: 300 }, (_, index) => ({
	text: `word${index}`,
	start: index * 400,
	end: index * 400 + 300,
	confidence: 0.9,
}));
const CONVERSATION = { text: WORDS.map(({ text: word }) => word).join(' '), words: WORDS };
