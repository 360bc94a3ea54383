import type { FastifyInstance } from 'fastify';

/** As much of Slack as the examples use (Slack Web API, chat.postMessage). */
export function slack(server: FastifyInstance): void {
	server.post('/api/chat.postMessage', async () => ({
		ok: true,
		channel: 'C012AB3CD',
		ts: '1503435956.000247',
		message: { type: 'message', text: '' },
	}));
}
