import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';

/**
 * Removes a transcript's data and the uploaded file. Deleting it once more does no harm.
 * AssemblyAI API reference, "Delete transcript".
 */
export async function deleteTranscript(service: Service, id: string): Promise<void> {
	await call(service, {
		purpose: 'delete the transcript',
		method: 'DELETE',
		url: transcriptUrl(service, id),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply: z.object({ id: z.string() }),
	});
}
