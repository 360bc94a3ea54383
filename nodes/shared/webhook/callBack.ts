import { z } from 'zod';
import { httpUrl } from '../api/httpUrl';
import { TRANSCRIPT_ID } from '../api/transcripts';

// What AssemblyAI posts to the webhook of a job. AssemblyAI documentation, "Webhooks".

const transcriptEnded = z
	.object({
		// It becomes a part of an address, so it must not lead anywhere else.
		transcript_id: z.string().regex(TRANSCRIPT_ID),
		status: z.enum(['completed', 'error']),
	})
	.transform(({ transcript_id: transcriptId, status }) => ({
		event:
			status === 'completed' ? ('transcriptCompleted' as const) : ('transcriptFailed' as const),
		transcriptId,
		status,
	}));

const redactedAudioReady = z
	.object({
		redacted_audio_url: httpUrl.refine((url) => URL.canParse(url), 'its host cannot be read'),
		status: z.literal('redacted_audio_ready'),
	})
	.transform(({ redacted_audio_url: redactedAudioUrl, status }) => ({
		event: 'redactedAudioReady' as const,
		redactedAudioUrl,
		status,
	}));

export const callBackSchema = z.union([transcriptEnded, redactedAudioReady]);

export type CallBack = z.infer<typeof callBackSchema>;

export const eventName = z.enum(['redactedAudioReady', 'transcriptCompleted', 'transcriptFailed']);

export type EventName = z.infer<typeof eventName>;
