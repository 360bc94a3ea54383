import type { Transcript } from '../api/transcriptSchema';

/** Time in which somebody speaks without a pause, in milliseconds from the start of the recording. */
export interface Stretch {
	/** `null` where speakers were not told apart. */
	speaker: string | null;
	start: number;
	end: number;
}

interface Span {
	start: number;
	end: number;
}

/** People breathe and think within a sentence; from here on nobody would say that they are talking. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * When who speaks, by start. Words tell it, because one utterance may go on after minutes on hold; an utterance
 * without words counts as a whole.
 */
export function stretchesOf({ utterances, words }: Transcript): Stretch[] {
	const spoken = utterances?.length
		? utterances.flatMap((utterance) =>
				joined(utterance.words?.length ? utterance.words : [utterance], utterance.speaker),
			)
		: joined(words ?? [], null);
	return spoken.sort(inTime);
}

/** Independent of the order in which utterances were told, also where two begin together. */
function inTime(one: Stretch, other: Stretch): number {
	return (
		one.start - other.start ||
		one.end - other.end ||
		Number((one.speaker ?? '') > (other.speaker ?? '')) -
			Number((one.speaker ?? '') < (other.speaker ?? ''))
	);
}

function joined(spans: Span[], speaker: string | null): Stretch[] {
	const stretches: Stretch[] = [];
	let last: Stretch | undefined;
	for (const { start, end } of spans.map(forward).sort((a, b) => a.start - b.start)) {
		if (last !== undefined && start - last.end <= LONGEST_PAUSE_MS) {
			last.end = Math.max(last.end, end);
		} else {
			last = { speaker, start, end };
			stretches.push(last);
		}
	}
	return stretches;
}

/** A span that ends before it begins takes no time, rather than a negative one. */
function forward({ start, end }: Span): Span {
	const from = Math.max(0, start);
	return { start: from, end: Math.max(from, end) };
}
