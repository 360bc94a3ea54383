import { fastify, type FastifyInstance } from 'fastify';
import { controlRoutes, type ControlParts } from '../controls/controlRoutes';
import { gatewayRoutes, type GatewayParts } from '../gateway/routes';
import { addHooks, type HookParts } from './hooks';
import { speechToTextRoutes, type SpeechToTextParts } from '../speechToText/routes';
import { storageRoutes } from '../speechToText/storageRoutes';
import { understandingRoutes } from '../understanding/routes';

/** Both APIs on one origin, and the sandbox's own controls beside them. */
export function buildServer(
	parts: HookParts & SpeechToTextParts & GatewayParts & ControlParts,
): FastifyInstance {
	const server = fastify({
		forceCloseConnections: true,
		// An upload of two gigabytes on a slow line takes its time.
		requestTimeout: 0,
		// A HEAD of redacted audio is refused; none is answered on behalf of a GET.
		exposeHeadRoutes: false,
	});
	addHooks(server, parts);
	storageRoutes(server, parts.links);
	void server.register(speechToTextRoutes(parts));
	void server.register(gatewayRoutes(parts));
	void server.register(understandingRoutes(parts));
	void server.register(controlRoutes(parts));
	return server;
}
