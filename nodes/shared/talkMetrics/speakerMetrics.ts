import type { Utterance } from '../api/transcriptSchema';
import { coverageOf, ratioOf } from './coverage';
import { interruptionsOf } from './interruptions';
import { questionsAskedIn } from './questionsAsked';
import type { Stretch } from './stretches';
import type { Turn } from './turns';
import { wordCountOf } from './wordCount';

/** How one speaker talks. What would be a division by nothing is `null`. */
export interface SpeakerMetrics {
	speaker: string;
	/** Share of what all speakers talk, from 0 to 1, in four digits. */
	talkRatio: number | null;
	talkMs: number;
	turns: number;
	longestMonologueMs: number;
	wordsPerMinute: number | null;
	questionsAsked: number;
	interruptions: number;
	patienceMs: number | null;
}

const MINUTE_MS = 60_000;

/**
 * The metrics of each speaker, who begins first comes first.
 * @param stretches of these utterances, by start
 */
export function speakerMetricsOf(
	utterances: readonly Utterance[],
	stretches: readonly Stretch[],
	turns: readonly Turn[],
): SpeakerMetrics[] {
	const stretchesBy = grouped(stretches);
	const utterancesBy = grouped(utterances);
	const turnsBy = grouped(turns);
	const interruptions = interruptionsOf(stretches);
	const speakers = [...stretchesBy].flatMap(([speaker, own]) =>
		speaker === null ? [] : [{ speaker, talkMs: coverageOf(own, 0).spokenMs }],
	);
	const allTalkMs = speakers.reduce((sum, { talkMs }) => sum + talkMs, 0);
	return speakers.map(({ speaker, talkMs }) => {
		const said = utterancesBy.get(speaker) ?? [];
		const own = turnsBy.get(speaker) ?? [];
		const words = sumOf(said.map(wordCountOf));
		return {
			speaker,
			talkRatio: allTalkMs > 0 ? ratioOf(talkMs, allTalkMs) : null,
			talkMs,
			turns: own.length,
			longestMonologueMs: own.reduce((longest, turn) => Math.max(longest, turn.talkMs), 0),
			wordsPerMinute: talkMs > 0 ? Math.round((words * MINUTE_MS) / talkMs) : null,
			questionsAsked: sumOf(said.map(({ text }) => questionsAskedIn(text))),
			interruptions: interruptions.get(speaker) ?? 0,
			patienceMs: meanOf(own.flatMap(({ gapMs }) => gapMs ?? [])),
		};
	});
}

function grouped<Part extends { speaker: string | null }>(
	parts: readonly Part[],
): Map<string | null, Part[]> {
	const groups = new Map<string | null, Part[]>();
	for (const part of parts) {
		const group = groups.get(part.speaker);
		if (group === undefined) groups.set(part.speaker, [part]);
		else group.push(part);
	}
	return groups;
}

function sumOf(numbers: number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

function meanOf(numbers: number[]): number | null {
	return numbers.length > 0 ? Math.round(sumOf(numbers) / numbers.length) : null;
}
