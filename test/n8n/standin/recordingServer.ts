import { readFile } from 'node:fs/promises';
import { fastify } from 'fastify';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { SAMPLE_RECORDING } from '../../support/n8n/folders';

/** A web server on loopback that has the sample recording. @returns the recording's URL */
export async function recordingServer(cleanup: Cleanup): Promise<string> {
	const server = fastify({ forceCloseConnections: true });
	server.get(
		'/call.mp3',
		async (_, reply) => await reply.type('audio/mpeg').send(await readFile(SAMPLE_RECORDING)),
	);
	cleanup.add(async () => await server.close());
	return `${await server.listen({ host: '127.0.0.1', port: 0 })}/call.mp3`;
}
