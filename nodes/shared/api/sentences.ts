import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';

const sentence = z
	.object({
		text: z.string(),
		/** Milliseconds from the start of the recording. */
		start: z.number(),
		end: z.number(),
		speaker: z.string().nullish(),
	})
	.passthrough();

const reply = z.object({ sentences: z.array(sentence) }).passthrough();

export type Sentence = z.infer<typeof sentence>;

/** The sentences of a finished transcript. AssemblyAI API reference, "Get sentences in transcript". */
export async function getSentences(service: Service, id: string): Promise<Sentence[]> {
	const { sentences } = await call(service, {
		purpose: 'return the sentences',
		method: 'GET',
		url: transcriptUrl(service, id, 'sentences'),
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply,
	});
	return sentences;
}
