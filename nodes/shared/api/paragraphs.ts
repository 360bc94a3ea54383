import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';

const paragraph = z
	.object({
		text: z.string(),
		/** Milliseconds from the start of the recording. */
		start: z.number(),
		end: z.number(),
	})
	.passthrough();

const reply = z.object({ paragraphs: z.array(paragraph) }).passthrough();

export type Paragraph = z.infer<typeof paragraph>;

/**
 * The paragraphs of a finished transcript; the service does not say who speaks in them.
 * AssemblyAI API reference, "Get paragraphs in transcript".
 */
export async function getParagraphs(service: Service, id: string): Promise<Paragraph[]> {
	const { paragraphs } = await call(service, {
		purpose: 'return the paragraphs',
		method: 'GET',
		url: transcriptUrl(service, id, 'paragraphs'),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply,
	});
	return paragraphs;
}
