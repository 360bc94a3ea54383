import type { Transcript, Utterance } from '../api/transcriptSchema';

/** What the service calls speakers until they are identified: A, B, … or per channel 1, 2, 1A, … */
const UNNAMED_SPEAKER = /^(\d{1,2}[A-Z]?|[A-Z]{1,2})$/;

/** "Speaker A" for the service's letters, the name itself where the speaker was identified. */
export function speakerName(speaker: string): string {
	return UNNAMED_SPEAKER.test(speaker) ? `Speaker ${speaker}` : speaker;
}

/** One line per utterance, each with its speaker; `undefined` when speakers were not told apart. */
export function dialogueOf({ utterances }: Transcript): string | undefined {
	if (!utterances?.length) return undefined;
	return utterances.map(({ speaker, text }) => `${speakerName(speaker)}: ${text}`).join('\n');
}

/** The same with the time of each utterance, for readers who must be able to point at a moment. */
export function timedDialogueOf(utterances: Utterance[]): string {
	return utterances
		.map(({ speaker, text, start }) => `[${readableTime(start)}] ${speakerName(speaker)}: ${text}`)
		.join('\n');
}

/** Speakers in the order in which they first speak. */
export function speakersOf({ utterances }: Transcript): string[] {
	return [...new Set((utterances ?? []).map(({ speaker }) => speaker))];
}

/** Milliseconds as mm:ss, or h:mm:ss from one hour on. */
export function readableTime(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((n) =>
		String(n).padStart(2, '0'),
	);
	const hours = Math.floor(seconds / 3600);
	return (hours > 0 ? [String(hours), ...parts] : parts).join(':');
}
