import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';

const reply = z
	.object({ redacted_audio_url: z.string().regex(/^https?:\/\//, 'it is not a URL') })
	.transform(({ redacted_audio_url: url }) => url);

/**
 * The address of a transcript's redacted audio, `undefined` while it is being made. The address is a secret
 * of its own: it needs no key, holds for half an hour, and every call gives a new one.
 * AssemblyAI API reference, "Get redacted audio".
 */
export async function getRedactedAudioUrl(
	service: Service,
	id: string,
): Promise<string | undefined> {
	return await call<string | undefined>(service, {
		purpose: 'return the redacted audio',
		method: 'GET',
		url: transcriptUrl(service, id, 'redacted-audio'),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply,
		whenAccepted: { value: undefined },
	});
}
