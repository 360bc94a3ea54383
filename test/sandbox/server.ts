import { fastify, type FastifyInstance } from 'fastify';
import { gatewayRoutes, type GatewayParts } from './gateway/routes';
import { addHooks, type HookParts } from './hooks';
import { Refusal } from './refusal';
import { speechToTextRoutes, type SpeechToTextParts } from './speechToText/routes';

/** Both APIs on one origin. */
export function buildServer(parts: HookParts & SpeechToTextParts & GatewayParts): FastifyInstance {
	const server = fastify({
		forceCloseConnections: true,
		requestTimeout: 0,
		keepAliveTimeout: 5000,
	});
	addHooks(server, parts);
	void server.register(speechToTextRoutes(parts));
	void server.register(gatewayRoutes(parts));

	// Uploaded audio is for the service alone; its storage answers everybody else like this.
	server.get('/upload/*', async () => {
		throw new Refusal(
			403,
			'<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
			{ 'content-type': 'application/xml' },
		);
	});
	return server;
}
