import type { FastifyInstance } from 'fastify';

/** As much of Slack as the examples use (Slack Web API: chat.postMessage, and the three steps of a file). */
export function slack(server: FastifyInstance): void {
	server.addContentTypeParser(
		'multipart/form-data',
		{ parseAs: 'buffer' },
		async (_request: unknown, body: Buffer) => body.toString('latin1'),
	);
	server.post('/api/chat.postMessage', async () => ({
		ok: true,
		channel: 'C012AB3CD',
		ts: '1503435956.000247',
		message: { type: 'message', text: '' },
	}));
	server.get('/api/files.getUploadURLExternal', async () => ({
		ok: true,
		upload_url: 'https://slack.com/upload/v1/1',
		file_id: 'F123ABC456',
	}));
	server.post('/upload/v1/:id', async () => ({ ok: true }));
	server.post('/api/files.completeUploadExternal', async () => ({
		ok: true,
		files: [{ id: 'F123ABC456' }],
	}));
}
