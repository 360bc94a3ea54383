import { randomBytes } from 'node:crypto';
import type { Job } from '../jobs/job';

const VALID_MS = 30 * 60 * 1000;

/** Addresses of redacted audio: each is new, holds for half an hour, and needs no key. */
export class RedactedAudioLinks {
	private readonly links = new Map<string, { job: Job; until: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	create(job: Job, origin: string): string {
		const token = randomBytes(16).toString('hex');
		this.links.set(token, { job, until: this.now() + VALID_MS });
		return `${origin}/redacted-audio/${token}.wav`;
	}

	find(token: string): Job | undefined {
		const link = this.links.get(token);
		return link && !link.job.deleted && this.now() < link.until ? link.job : undefined;
	}

	clear(): void {
		this.links.clear();
	}
}
