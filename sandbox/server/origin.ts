import type { FastifyRequest } from 'fastify';

/**
 * The sandbox's address as this client knows it. Links in answers start with it, so that they also work
 * for a client in a container, which reaches the sandbox under another name.
 */
export function originOf(request: FastifyRequest): string {
	return `http://${request.headers.host ?? request.host}`;
}
