import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { readJson, takeRawBodies } from '../server/bodies';
import { callOf } from '../server/call';
import type { Speed } from '../options';
import type { JobRunner } from '../speechToText/jobs/jobRunner';
import { catalogueBody } from './catalogue';
import { chatBody } from './chat';
import { chatEvents } from './chatEvents';
import { checkChat } from './checkChat';
import { authorize } from './authorize';
import { gatewayRefusal } from './envelopes';
import { PromptCache } from './promptCache';
import { RateLimit } from './rateLimit';
import { insertTranscript, promptMessages } from './transcriptTag';

export interface GatewayParts {
	apiKey: string;
	speed: Speed;
	runner: JobRunner;
	rateLimit: RateLimit;
	promptCache: PromptCache;
	closing: AbortSignal;
}

/** The LLM Gateway, `/v1/...`. */
export function gatewayRoutes(parts: GatewayParts) {
	return async (server: FastifyInstance): Promise<void> => {
		const { apiKey, speed, runner, rateLimit, promptCache: cache } = parts;
		takeRawBodies(server);

		// Public: the catalogue needs no key.
		server.get('/v1/models', async () => catalogueBody());

		server.post('/v1/chat/completions', async (request, reply) => {
			const startedAt = performance.now();
			const requestId = authorize(request, apiKey);
			const invalid = () => gatewayRefusal(requestId, 400, 'invalid request body');
			const body = await readJson(request, invalid);
			const checked = checkChat(body, requestId);
			rateLimit.count(checked.model.id, requestId);
			const { transcript_id } = checked.request;
			const asked = promptMessages(checked.request);
			const messages = await insertTranscript(asked, transcript_id, runner, requestId);
			if (speed.gatewayMs > 0) await sleep(speed.gatewayMs, undefined, { signal: parts.closing });
			const { fault } = callOf(request);
			const chatFault = fault?.kind === 'chatReply' ? fault : undefined;
			const answer = chatBody({
				...checked,
				...{ messages, requestId, fault: chatFault, startedAt, cache },
			});
			if (checked.request.stream !== true) return answer;
			void reply.type('text/event-stream');
			return chatEvents(answer);
		});
	};
}
