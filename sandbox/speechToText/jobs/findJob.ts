import type { FastifyRequest } from 'fastify';
import { speechToTextRefusal } from '../../server/refusal';
import type { Job } from './job';
import type { JobRunner } from './jobRunner';

export interface OfTranscript {
	Params: { id: string };
}

/** A transcript id that is unknown or somebody else's is answered with 400, not 404. */
export async function findJob(
	request: FastifyRequest<OfTranscript>,
	runner: JobRunner,
): Promise<Job> {
	const job = runner.find(request.params.id);
	if (!job) throw speechToTextRefusal(400, 'Transcript lookup error, transcript id not found');
	await runner.settleIfInstant(job);
	return job;
}
