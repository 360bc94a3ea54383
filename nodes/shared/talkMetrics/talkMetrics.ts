import type { Transcript } from '../api/transcriptSchema';
import { coverageOf, ratioOf } from './coverage';
import { speakerMetricsOf, type SpeakerMetrics } from './speakerMetrics';
import { stretchesOf, type Stretch } from './stretches';
import { turnsOf } from './turns';

/** How a call went by the clock. What the transcript does not tell is `null`. */
export interface TalkMetrics {
	durationMs: number | null;
	silenceMs: number | null;
	/** Share of the duration, from 0 to 1, in four digits. */
	silenceRatio: number | null;
	longestSilenceMs: number | null;
	/** Time that is counted for more than one speaker; where three speak at once, twice. */
	overlapMs: number | null;
	speakerSwitches: number | null;
	speakerMetrics: SpeakerMetrics[];
}

/** The metrics of a finished transcript, in time that grows with its length. */
export function talkMetricsOf(transcript: Transcript): TalkMetrics {
	const utterances = transcript.utterances ?? [];
	const stretches = stretchesOf(transcript);
	const turns = turnsOf(stretches);
	const speakerMetrics = speakerMetricsOf(utterances, stretches, turns);
	const talkMs = speakerMetrics.reduce((sum, speaker) => sum + speaker.talkMs, 0);
	const durationMs = durationOf(transcript, stretches);
	const { spokenMs, longestSilenceMs } = coverageOf(stretches, durationMs ?? 0);
	const isTimed = stretches.length > 0 || !transcript.text;
	const silenceMs = durationMs !== null && isTimed ? durationMs - spokenMs : null;
	// A recording in which nobody speaks has no overlap; one whose speakers are not known may have.
	const knowsSpeakers = isTimed && (utterances.length > 0 || stretches.length === 0);
	return {
		durationMs,
		silenceMs,
		silenceRatio: silenceMs !== null && durationMs ? ratioOf(silenceMs, durationMs) : null,
		longestSilenceMs: silenceMs === null ? null : longestSilenceMs,
		overlapMs: knowsSpeakers ? talkMs - spokenMs : null,
		speakerSwitches: knowsSpeakers ? Math.max(0, turns.length - 1) : null,
		speakerMetrics,
	};
}

/** The service's duration, unless somebody speaks after it: times are exact and it is in whole seconds. */
function durationOf(
	{ audio_duration: seconds }: Transcript,
	stretches: readonly Stretch[],
): number | null {
	const toldMs = Math.max(0, seconds ?? 0) * 1_000;
	const lastEnd = stretches.reduce((latest, { end }) => Math.max(latest, end), 0);
	const durationMs = Math.max(toldMs, lastEnd);
	return durationMs > 0 ? durationMs : null;
}
