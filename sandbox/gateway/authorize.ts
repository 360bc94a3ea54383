import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { judgeAuthorization } from '../server/auth';
import { authRefusal } from './envelopes';

/** Throws the auth stage's refusal; gives this request's id otherwise. */
export function authorize(request: FastifyRequest, apiKey: string): string {
	const requestId = randomUUID();
	const verdict = judgeAuthorization(request.headers.authorization, apiKey, 'gateway');
	if (verdict !== 'valid') throw authRefusal(requestId, verdict);
	return requestId;
}
