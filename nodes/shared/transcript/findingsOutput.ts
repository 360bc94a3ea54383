import { findingsSchema } from '../api/understandingSchema';
import { camelCaseRecords } from '../api/names';

/**
 * One key for each classic feature that was asked for: its findings, or null while there are none, be it that
 * the transcript is not finished or that the service could not say.
 */
export function findingsOutput(transcript: object): Record<string, unknown> {
	const found = findingsSchema.parse(transcript);
	const safety = found.content_safety_labels;
	return {
		...(found.sentiment_analysis && {
			sentimentAnalysis: camelCaseRecords(found.sentiment_analysis_results),
		}),
		...(found.entity_detection && { entities: camelCaseRecords(found.entities) }),
		...(found.auto_highlights && {
			highlights: camelCaseRecords(found.auto_highlights_result?.results),
		}),
		...(found.iab_categories && {
			topics: byShare(found.iab_categories_result, (topic, relevance) => ({
				topic,
				relevance,
			})),
		}),
		...(found.content_safety && {
			contentSafety: byShare(safety, (label, confidence) => ({
				label,
				confidence,
				severity: safety?.severity_score_summary?.[label] ?? null,
			})),
		}),
		...(found.redact_pii_return_unredacted && { unredactedText: found.unredacted_text ?? null }),
	};
}

interface Shares {
	status?: string | null | undefined;
	summary?: Record<string, number> | null | undefined;
}

/** From `{ label: share }` to a list, the largest first; null where the service has no result. */
function byShare<Entry>(
	found: Shares | null | undefined,
	entry: (label: string, share: number) => Entry,
): Entry[] | null {
	if (!found?.summary || found.status === 'unavailable') return null;
	return Object.entries(found.summary)
		.sort(([, one], [, other]) => other - one)
		.map(([label, share]) => entry(label, share));
}
