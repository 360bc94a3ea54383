import type { Transcript } from '../api/transcriptSchema';
import { leftOutWarnings } from './leftOut';
import { speechUnderstandingWarnings } from './speechUnderstandingOutput';

/** What a person should know of a finished transcript: the service's warnings, and what it left out. */
export function warningsOf(transcript: Transcript): string[] {
	return [
		...(transcript.metadata?.warnings ?? []).map(({ message }) => message),
		...speechUnderstandingWarnings(transcript),
		...leftOutWarnings(transcript),
	];
}

/** The same transcript with sentences of our own among the service's warnings. */
export function withWarnings(transcript: Transcript, messages: readonly string[]): Transcript {
	if (messages.length === 0) return transcript;
	const { metadata } = transcript;
	const warnings = [...(metadata?.warnings ?? []), ...messages.map((message) => ({ message }))];
	return { ...transcript, metadata: { ...metadata, warnings } };
}
