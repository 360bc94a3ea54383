import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readJson, takeRawBodies } from '../server/bodies';
import { authorize } from '../gateway/authorize';
import { gatewayRefusal } from '../gateway/envelopes';
import type { RateLimit } from '../gateway/rateLimit';
import type { JobRunner } from '../speechToText/jobs/jobRunner';
import { understandingRequestSchema } from '../speechToText/request/requestFields';
import { shapeSpeech } from '../speechToText/jobs/speech';
import { redactContent } from './redaction';
import { understand } from './understand';

export interface UnderstandingParts {
	apiKey: string;
	runner: JobRunner;
	rateLimit: RateLimit;
}

const bodySchema = z.object({
	transcript_id: z.string(),
	speech_understanding: z.object({ request: understandingRequestSchema }),
});

/** Speech Understanding of a transcript that is already there; the result is not stored on it. */
export function understandingRoutes({ apiKey, runner, rateLimit }: UnderstandingParts) {
	return async (server: FastifyInstance): Promise<void> => {
		takeRawBodies(server);

		server.post('/v1/understanding', async (request) => {
			const requestId = authorize(request, apiKey);
			const wanted = parseBody(await readJson(request, () => invalid(requestId)), requestId);
			rateLimit.count('understanding', requestId);
			const job = runner.find(wanted.transcript_id);
			if (!job) throw gatewayRefusal(requestId, 404, 'transcript not found');
			if (job.deleted) throw gatewayRefusal(requestId, 404, 'transcript deleted');
			await runner.settleIfInstant(job);
			if (!job.content) throw gatewayRefusal(requestId, 404, 'transcript not found');
			const asked = wanted.speech_understanding.request;
			const speech = shapeSpeech(redactContent(job.content, job.applied), job.applied);
			const needsSpeakers =
				asked.speaker_identification !== undefined ||
				asked.translation?.match_original_utterance === true;
			if (needsSpeakers && speech.utterances === null) {
				throw gatewayRefusal(requestId, 400, 'speaker_labels or multichannel required');
			}
			const { response, turns, translatedTexts } = understand(speech.turns, asked);
			return {
				speech_understanding: { request: asked, response },
				...(needsSpeakers ? { utterances: turns } : {}),
				...(translatedTexts ? { translated_texts: translatedTexts } : {}),
				request_id: requestId,
			};
		});

		server.post('/v1/understanding/validate', async (request) => {
			const requestId = authorize(request, apiKey);
			parseBody(await readJson(request, () => invalid(requestId)), requestId);
			return { valid: true, request_id: requestId };
		});
	};
}

function parseBody(body: unknown, requestId: string): z.infer<typeof bodySchema> {
	const parsed = bodySchema.safeParse(body);
	if (parsed.success) return parsed.data;
	const errors = parsed.error.issues.map(({ path, message }) => `'${path.join('.')}': ${message}`);
	throw invalid(requestId, errors);
}

function invalid(requestId: string, errors?: string[]) {
	return gatewayRefusal(requestId, 400, 'invalid request body', errors);
}
