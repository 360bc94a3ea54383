import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callOf } from './call';
import type { Refusal } from './refusal';

/** Hands every body to its route as a stream, whatever its content type says, as the service does. */
export function takeRawBodies(server: FastifyInstance): void {
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

const JSON_LIMIT_BYTES = 32 * 1024 * 1024;

/** Reads a JSON body and notes it for the log; `refuse` makes the answer to anything else. */
export async function readJson(request: FastifyRequest, refuse: () => Refusal): Promise<unknown> {
	const call = callOf(request);
	const pieces: Buffer[] = [];
	for await (const piece of request.raw) {
		const bytes = Buffer.from(piece);
		call.bodyBytes += bytes.length;
		if (call.bodyBytes <= JSON_LIMIT_BYTES) pieces.push(bytes);
	}
	if (call.bodyBytes > JSON_LIMIT_BYTES) throw refuse();
	try {
		call.json = JSON.parse(Buffer.concat(pieces).toString('utf8'));
	} catch {
		throw refuse();
	}
	return call.json;
}

/** Lets a body arrive in full before it is refused: a client that is still sending may miss the answer. */
export async function drain(request: FastifyRequest): Promise<void> {
	if (request.raw.readableEnded || request.raw.destroyed) return;
	const call = callOf(request);
	for await (const piece of request.raw) call.bodyBytes += Buffer.byteLength(piece);
}
