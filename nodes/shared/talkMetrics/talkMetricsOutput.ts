import type { Transcript } from '../api/transcriptSchema';
import { talkMetricsOf } from './talkMetrics';

/** The field of the output that the option adds, `null` while there is nothing to measure. */
export function talkMetricsOutput(
	transcript: Transcript,
	options: { talkMetrics: boolean },
): Record<string, unknown> {
	if (!options.talkMetrics) return {};
	return { talkMetrics: transcript.status === 'completed' ? talkMetricsOf(transcript) : null };
}
