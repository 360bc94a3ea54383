import type { Transcript } from '../api/transcriptSchema';
import { dialogueOf, speakersOf } from './dialogue';
import { findingsOutput } from './findingsOutput';
import { speechUnderstandingOutput } from './speechUnderstandingOutput';
import { warningsOf } from './warnings';

/**
 * The simplified output for an AI agent, which pays for every word it reads: without the text where the
 * dialogue says the same, and without fields that have nothing to tell.
 */
export function outputForAgent(transcript: Transcript): Record<string, unknown> {
	const { text, dialogue, ...rest } = simplified(transcript);
	const telling = Object.entries(rest).filter(
		([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
	);
	return { ...(dialogue === undefined ? { text } : { dialogue }), ...Object.fromEntries(telling) };
}

/**
 * A transcript as the next node gets it. Simplified, it is the few fields that most workflows map and one key
 * for each understanding feature that was asked for; otherwise the API's own object. In both the service's
 * `error` is called `failureReason`, because n8n takes an item with a field `error` for a failed one.
 */
export function transcriptOutput(
	transcript: Transcript,
	simplify: boolean,
): Record<string, unknown> {
	return simplify ? simplified(transcript) : renamed(transcript);
}

function renamed({ error, ...rest }: Transcript): Record<string, unknown> {
	return { ...rest, failureReason: error ?? null };
}

function simplified(transcript: Transcript): Record<string, unknown> {
	const dialogue = dialogueOf(transcript);
	return {
		transcriptId: transcript.id,
		status: transcript.status,
		text: transcript.text ?? null,
		...(dialogue !== undefined && { dialogue, speakers: speakersOf(transcript) }),
		language: transcript.language_code ?? null,
		model: transcript.speech_model_used ?? null,
		durationSeconds: transcript.audio_duration ?? null,
		confidence: transcript.confidence ?? null,
		warnings: warningsOf(transcript),
		failureReason: transcript.error ?? null,
		...findingsOutput(transcript),
		...speechUnderstandingOutput(transcript),
	};
}
