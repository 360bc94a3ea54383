import { WaitTimeoutError } from '../../api/core/errors';
import type { Service } from '../../api/core/service';
import type { Transcript } from '../../api/transcriptSchema';
import { outcomeOf } from '../../outcome';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
	type WaitOptions,
} from './waitForTranscript';

/**
 * Looks at a job for a while, and returns it as it is then: its transcript, or where it goes on what is known
 * of it with the last status that was seen.
 * @throws what waiting throws, except at the time limit
 */
export async function waitBriefly(
	service: Service,
	job: Transcript,
	options: Omit<WaitOptions, 'knownStatus'>,
): Promise<Transcript> {
	if (isFinished(job)) return finishedTranscript(job);
	const wait = waitForTranscript(service, job.id, { ...options, knownStatus: job.status });
	const waited = await outcomeOf(wait);
	if (waited.ok) return waited.value;
	if (!(waited.error instanceof WaitTimeoutError)) throw waited.error;
	return { ...job, status: String(waited.error.facts.status ?? job.status) };
}
