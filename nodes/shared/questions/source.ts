import type { Transcript } from '../api/transcriptSchema';
import { timedDialogueOf } from '../transcript/dialogue';
import { wordsOfText } from './evidence';
import { hasMarkup } from './fence';
import type { LocatableWord } from './locateQuote';

/** What is asked about, in the form that suits the model, and its words for locating quotes. */
export interface Source {
	transcriptId: string | undefined;
	/** Sent along; `undefined` lets LLM Gateway put the transcript's text in by itself. */
	text: string | undefined;
	words: readonly LocatableWord[];
}

/**
 * A finished transcript as a source. With speakers it is sent as lines with speaker and time, since who said
 * something decides questions about agent and customer; without, the service puts the text in by its id.
 */
export function sourceOfTranscript(transcript: Transcript): Source {
	const { id, text, utterances } = transcript;
	const words = transcript.words ?? utterances?.flatMap((utterance) => utterance.words ?? []) ?? [];
	if (utterances?.length) return { transcriptId: id, text: timedDialogueOf(utterances), words };
	return { transcriptId: id, text: hasMarkup(text ?? '') ? (text ?? '') : undefined, words };
}

/** A transcript that came as text from a field. */
export function sourceOfText(text: string): Source {
	return { transcriptId: undefined, text, words: wordsOfText(text) };
}
