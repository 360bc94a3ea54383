import { z } from 'zod';
import { call } from './call';
import type { HttpBody } from './httpClient';
import type { Service } from './service';

/** Time for the largest file the service takes, 2.2 GB, on a line of about 1 Mbit/s. */
const UPLOAD_TIMEOUT_MS = 6 * 60 * 60 * 1000;

const uploadReply = z.object({ upload_url: z.string().min(1) }).passthrough();

/**
 * Sends a file as raw bytes and returns the URL by which a transcript of the same account can use it.
 * An upload starts no job and costs nothing, so it may be repeated: `open` is called once for each attempt.
 * AssemblyAI API reference, "Upload a media file".
 */
export async function uploadFile(service: Service, open: () => Promise<HttpBody>): Promise<string> {
	const reply = await call(service, {
		purpose: 'take the file',
		method: 'POST',
		url: `${service.speechToTextUrl}/v2/upload`,
		body: open,
		timeoutMs: UPLOAD_TIMEOUT_MS,
		resend: 'always',
		reply: uploadReply,
	});
	return reply.upload_url;
}
