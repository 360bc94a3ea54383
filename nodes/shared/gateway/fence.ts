/**
 * What LLM Gateway replaces by a transcript's text: the first literal occurrence in the first message that
 * has one (LLM Gateway reference, "transcript_id"). Only `fencedTranscript` and who sends a prompt exactly as
 * it was typed may put it into a message.
 */
export const TRANSCRIPT_TAG = '{{ transcript }}';

/** The tag, and what somebody may take for it. */
export const LIKE_THE_TAG = /\{\{\s*transcript\s*\}\}/gi;

/** The marks around the parts of a message, in any spelling that a model could take for them. */
const FENCE = /<(\s*(?:\/\s*)?(?:transcript|questions|request|calls)\b[^<>]*)>/gi;

/** Whether a text could be taken for the marks around it, which only sending it along ourselves can prevent. */
export function hasMarkup(text: string): boolean {
	return text.includes(TRANSCRIPT_TAG) || text.search(FENCE) >= 0;
}

/** A transcript between its marks; without a text, what the service puts the text in place of. */
export function fencedTranscript(text: string | undefined): string {
	return `<transcript>\n${text === undefined ? TRANSCRIPT_TAG : withoutMarkup(text)}\n</transcript>`;
}

/** What was answered about many calls between its marks. It is made of what people said, as a transcript is. */
export function fencedCalls(text: string): string {
	return `<calls>\n${withoutMarkup(text)}\n</calls>`;
}

/** The same text, of which neither the service nor a model can take anything for a mark. */
export function withoutMarkup(text: string): string {
	return withoutTag(text).replace(FENCE, '‹$1›');
}

/** The service knows the tag only with these very spaces, so without them it is nothing but text. */
export function withoutTag(text: string): string {
	return text.replaceAll(TRANSCRIPT_TAG, '{{transcript}}');
}
