import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { originOf } from '../server/origin';
import { speechToTextRefusal } from '../server/refusal';
import { finishedTranscript, type FinishedTranscript } from './jobs/finishedTranscript';
import type { Job } from './jobs/job';
import type { JobRunner } from './jobs/jobRunner';
import { findJob, type OfTranscript } from './jobs/findJob';
import type { RedactedAudioLinks } from './documents/redactedAudioLinks';
import { groupParagraphs } from './documents/sentences';
import { subtitles, type SubtitleFormat } from './documents/subtitles';
import { searchPhrases, searchWords } from './documents/wordSearch';

const captionQuery = z.object({ chars_per_caption: z.coerce.number().int().min(1).optional() });
const searchQuery = z.object({ words: z.string().min(1) });

/** What can be read of one completed transcript: `/v2/transcript/{id}/...`. */
export function subresourceRoutes(
	server: FastifyInstance,
	runner: JobRunner,
	links: RedactedAudioLinks,
): void {
	server.get<OfTranscript>('/v2/transcript/:id/sentences', async (request) => {
		const { job, finished } = await completed(request, runner);
		return { sentences: finished.sentences, ...summaryOf(job, finished) };
	});

	server.get<OfTranscript>('/v2/transcript/:id/paragraphs', async (request) => {
		const { job, finished } = await completed(request, runner);
		return { paragraphs: groupParagraphs(finished.sentences), ...summaryOf(job, finished) };
	});

	for (const format of ['srt', 'vtt'] satisfies SubtitleFormat[]) {
		server.get<OfTranscript>(`/v2/transcript/:id/${format}`, async (request, reply) => {
			const { finished } = await completed(request, runner);
			const query = captionQuery.safeParse(request.query);
			if (!query.success) throw speechToTextRefusal(400, 'chars_per_caption must be an Integer');
			void reply.type('text/plain; charset=utf-8');
			return subtitles(finished.sentences, format, query.data.chars_per_caption);
		});
	}

	server.get<OfTranscript>('/v2/transcript/:id/word-search', async (request) => {
		const { job, finished } = await completed(request, runner);
		const query = searchQuery.safeParse(request.query);
		const phrases = query.success ? searchPhrases(query.data.words) : undefined;
		if (!phrases) throw speechToTextRefusal(400, 'words must hold phrases of up to five words');
		const matches = searchWords(finished.words, phrases);
		const total_count = matches.reduce((sum, { count }) => sum + count, 0);
		return { id: job.id, total_count, matches };
	});

	server.get<OfTranscript>('/v2/transcript/:id/redacted-audio', async (request) => {
		const job = await findJob(request, runner);
		if (job.status === 'queued' || job.status === 'processing') {
			throw speechToTextRefusal(400, STILL_IN_PROGRESS);
		}
		if (!hasRedactedAudio(job)) throw speechToTextRefusal(400, NO_REDACTED_AUDIO);
		const redacted_audio_url = links.create(job, originOf(request));
		return { status: 'redacted_audio_ready', redacted_audio_url };
	});
}

const STILL_IN_PROGRESS =
	'Transcription is still in progress. Redacted audio will be available after it has completed.';
const NO_REDACTED_AUDIO =
	"A redacted audio file for this transcript ID doesn't exist. Make sure that redact_pii_audio was set to true.";

/** Audio without speech has a redacted file only where the request says so. */
export function hasRedactedAudio({ applied: request, content, deleted }: Job): boolean {
	if (deleted || !content || request.redact_pii_audio !== true) return false;
	const evenSilent = request.redact_pii_audio_options?.return_redacted_no_speech_audio === true;
	return content.utterances.length > 0 || evenSilent;
}

async function completed(
	request: FastifyRequest<OfTranscript>,
	runner: JobRunner,
): Promise<{ job: Job; finished: FinishedTranscript }> {
	const job = await findJob(request, runner);
	const finished = finishedTranscript(job);
	if (finished) return { job, finished };
	const status = job.deleted ? 'deleted' : job.status;
	throw speechToTextRefusal(
		400,
		`This transcript has a status of '${status}'. Transcripts must have a status of 'completed' before this can be requested.`,
	);
}

function summaryOf(job: Job, { confidence, durationSeconds }: FinishedTranscript) {
	return { id: job.id, confidence, audio_duration: durationSeconds };
}
