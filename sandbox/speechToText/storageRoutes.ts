import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../server/refusal';
import { redactedAudio, redactedAudioBytes } from '../understanding/redactedAudio';
import { redactedStretches } from '../understanding/redaction';
import type { RedactedAudioLinks } from './documents/redactedAudioLinks';

/** The file stores behind the API: uploads are closed to everybody, redacted audio is open for a while. */
export function storageRoutes(server: FastifyInstance, links: RedactedAudioLinks): void {
	server.get('/upload/*', async () => {
		throw accessDenied();
	});

	server.head('/redacted-audio/:file', async () => {
		throw accessDenied();
	});

	server.get<{ Params: { file: string } }>('/redacted-audio/:file', async (request, reply) => {
		const job = links.find(request.params.file.replace(/\.wav$/, ''));
		if (!job?.content) throw accessDenied();
		const { durationSeconds } = job.content;
		const silenced =
			job.applied.redact_pii_audio_options?.override_audio_redaction_method === 'silence';
		const beeps = silenced ? [] : redactedStretches(job.content, job.applied);
		void reply.type('audio/wav').header('content-length', redactedAudioBytes(durationSeconds));
		return reply.send(Readable.from(redactedAudio(durationSeconds, beeps)));
	});
}

function accessDenied(): Refusal {
	return new Refusal(
		403,
		'<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
		{ 'content-type': 'application/xml' },
	);
}
