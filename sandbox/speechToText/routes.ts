import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callOf } from '../server/call';
import { readJson, takeRawBodies } from '../server/bodies';
import { judgeAuthorization } from '../server/auth';
import { originOf } from '../server/origin';
import { Refusal, speechToTextRefusal, TOKEN_INVALID } from '../server/refusal';
import { StoreFullError, uploadPlace, type UploadStore } from '../recordings/uploads';
import { findJob, type OfTranscript } from './jobs/findJob';
import type { Job } from './jobs/job';
import type { RedactedAudioLinks } from './documents/redactedAudioLinks';
import { subresourceRoutes } from './subresourceRoutes';
import type { JobRunner } from './jobs/jobRunner';
import { listPage } from './documents/list';
import { parseTranscriptRequest } from './request/parseRequest';
import { refuseForeignUpload } from './jobs/sourceAudio';
import { transcriptBody } from './documents/transcriptBody';

export interface SpeechToTextParts {
	apiKey: string;
	uploads: UploadStore;
	runner: JobRunner;
	links: RedactedAudioLinks;
}

/** The speech-to-text API, `/v2/...`. */
export function speechToTextRoutes(parts: SpeechToTextParts) {
	return async (server: FastifyInstance): Promise<void> => {
		const { apiKey, runner, uploads } = parts;
		takeRawBodies(server);

		server.addHook('preHandler', async (request) => {
			const verdict = judgeAuthorization(request.headers.authorization, apiKey, 'speechToText');
			if (verdict !== 'valid') throw speechToTextRefusal(401, TOKEN_INVALID);
		});

		server.post('/v2/upload', async (request) => await upload(request, uploads));

		server.post('/v2/transcript', async (request) => {
			const wanted = parseTranscriptRequest(await readJson(request, invalidJson));
			refuseForeignUpload(wanted.audio_url, originOf(request), uploads);
			const { fault } = callOf(request);
			const fate = {
				...(fault?.kind === 'jobError' && { error: fault.error }),
				...(fault?.kind === 'callBack' && { callBack: fault.how }),
			};
			const job = runner.submit(wanted, originOf(request), fate);
			return transcriptBody({ ...job, status: firstStatus(job) });
		});

		server.get('/v2/transcript', async (request) => {
			for (const job of runner.newestFirst) await runner.settleIfInstant(job);
			return listPage(runner.newestFirst, request.query, originOf(request));
		});

		server.get<OfTranscript>('/v2/transcript/:id', async (request) =>
			transcriptBody(await findJob(request, runner)),
		);

		server.delete<OfTranscript>('/v2/transcript/:id', async (request) => {
			const job = await findJob(request, runner);
			const place = uploadPlace(new URL(job.request.audio_url));
			if (place !== undefined) await uploads.remove(place);
			job.deleted = true;
			return transcriptBody(job);
		});

		subresourceRoutes(server, runner, parts.links);
	};
}

async function upload(request: FastifyRequest, uploads: UploadStore): Promise<unknown> {
	const call = callOf(request);
	const contentType = request.headers['content-type'] ?? '';
	const audio = await uploads
		.store(request.raw, contentType, (count) => (call.bodyBytes += count))
		.catch((error: unknown) => {
			throw error instanceof StoreFullError ? new Refusal(413, NO_ROOM, PLAIN_TEXT) : error;
		});
	if (audio.bytes === 0) {
		await uploads.discard(audio);
		throw new Refusal(422, UPLOAD_FAILED, PLAIN_TEXT);
	}
	return { upload_url: `${originOf(request)}/upload/${uploads.register(audio)}` };
}

const PLAIN_TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const NO_ROOM =
	'The sandbox has no room for this upload. Start it with a larger --disk-mb to keep more.';
const UPLOAD_FAILED =
	'Upload failed, please try again. If you continue to have issues please reach out to support@assemblyai.com';

/** A job is accepted as queued or processing, however soon after that it is done. */
function firstStatus(job: Job): Job['status'] {
	return job.status === 'queued' ? 'queued' : 'processing';
}

function invalidJson(): Refusal {
	return speechToTextRefusal(
		400,
		'Invalid endpoint schema, please refer to documentation for examples.',
	);
}
