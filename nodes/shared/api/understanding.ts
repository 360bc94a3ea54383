import { z } from 'zod';
import { call } from './core/call';
import type { Service } from './core/service';
import { transcriptSchema } from './transcriptSchema';

/** Summaries of long recordings take minutes; the service itself gives up before this. */
const ANSWER_TIMEOUT_MS = 10 * 60 * 1000;

const reply = z
	.object({
		speech_understanding: z
			.object({ request: z.unknown().optional(), response: z.unknown().optional() })
			.passthrough(),
		/** With the names or translations in them, where a feature is about utterances. */
		utterances: transcriptSchema.shape.utterances,
		request_id: z.string().nullish(),
	})
	.passthrough();

export type UnderstandingReply = z.infer<typeof reply>;

/**
 * Runs features of Speech Understanding on a finished transcript. The result is not stored on it. Asking again
 * after a fault costs a few tokens at most, so it is done. LLM Gateway reference, "Understanding".
 * @param request features with their settings, named as in the API
 */
export async function understandTranscript(
	service: Service,
	id: string,
	request: object,
): Promise<UnderstandingReply> {
	return await call(service, {
		purpose: 'carry out Speech Understanding',
		method: 'POST',
		url: `${service.llmGatewayUrl}/v1/understanding`,
		body: async () => ({
			kind: 'json',
			value: { transcript_id: id, speech_understanding: { request } },
		}),
		timeoutMs: ANSWER_TIMEOUT_MS,
		resend: 'always',
		reply,
	});
}
