import { z } from 'zod';
import { call } from './core/call';
import type { HttpBody } from './core/httpClient';
import type { Service } from './core/service';

/** For connecting, and for the service to answer after the last byte. */
const TIME_BESIDES_SENDING_MS = 2 * 60 * 1000;
/** A line of somewhat less than 1 Mbit/s: the largest file, 2.2 GB, then has about six hours. */
const SLOWEST_BYTES_PER_MS = 100;

/** `/upload/<32 hex digits>/<uuid>` is what the service calls a file that was sent to it. */
const UPLOAD_PATH = /^\/upload\/[0-9a-f]{32}\/[0-9a-f-]{36}$/;

/** What is particular to an upload in its address; nothing for an address that is none of an upload. */
export function uploadIn(url: string | null | undefined): string | undefined {
	if (!url || !URL.canParse(url)) return undefined;
	const { pathname } = new URL(url);
	return UPLOAD_PATH.test(pathname) ? pathname : undefined;
}

const uploadReply = z.object({ upload_url: z.string().min(1) }).passthrough();

/**
 * Sends a file as raw bytes and returns the URL by which a transcript of the same account can use it.
 * An upload starts no job and costs nothing, so it may be repeated: `open` is called once for each attempt.
 * AssemblyAI API reference, "Upload a media file".
 */
export async function uploadFile(
	service: Service,
	{ open, byteLength }: { open: () => Promise<HttpBody>; byteLength: number },
): Promise<string> {
	const reply = await call(service, {
		purpose: 'take the file',
		method: 'POST',
		url: `${service.speechToTextUrl}/v2/upload`,
		body: open,
		timeoutMs: TIME_BESIDES_SENDING_MS + byteLength / SLOWEST_BYTES_PER_MS,
		resend: 'always',
		reply: uploadReply,
	});
	return reply.upload_url;
}
