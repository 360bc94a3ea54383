import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { Transcript } from '../../shared/api/transcriptSchema';
import { talkMetricsOf } from '../../shared/talkMetrics/talkMetrics';

export const talkMetricsField: INodeProperties = {
	displayName: 'Talk Metrics',
	name: 'talkMetrics',
	type: 'boolean',
	// Whoever adds the option wants it.
	default: true,
	description:
		'Whether the output also has talk ratio, longest monologue, interruptions and patience of each speaker, and the silence. They are computed without a model and without cost.',
};

export const talkMetrics = z.boolean({ message: 'it is neither true nor false' }).default(false);

/** The field of the output that the option adds, `null` while there is nothing to measure. */
export function talkMetricsOutput(
	transcript: Transcript,
	options: { talkMetrics: boolean },
): Record<string, unknown> {
	if (!options.talkMetrics) return {};
	return { talkMetrics: transcript.status === 'completed' ? talkMetricsOf(transcript) : null };
}
