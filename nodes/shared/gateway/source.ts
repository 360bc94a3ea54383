import type { Transcript, Utterance, Word } from '../api/transcriptSchema';
import { timedDialogueOf } from '../transcript/dialogue';
import { warningsOf } from '../transcript/warnings';
import { wordsOfText } from '../evidence/evidence';
import { hasMarkup } from './fence';
import type { LocatableWord } from '../evidence/locateQuote';
import { estimateTokens } from './tokens';

/** What is asked about, in the form that suits the model, and its words for locating quotes. */
export interface Source {
	transcriptId: string | undefined;
	/** Sent along; `undefined` lets LLM Gateway put the transcript's text in by itself. */
	text: string | undefined;
	words: readonly LocatableWord[];
	/** What the service said of the recording, for people. */
	warnings: readonly string[];
	/** About how many tokens of the model's context it takes. */
	tokens: number;
}

/**
 * A finished transcript as a source. With speakers it is sent as lines with speaker and time, since who said
 * something decides questions about agent and customer; without, the service puts the text in by its id.
 */
export function sourceOfTranscript(transcript: Transcript): Source {
	const { id, utterances } = transcript;
	const said = transcript.text ?? '';
	const words = spokenWords(transcript);
	const origin = { transcriptId: id, words, warnings: warningsOf(transcript) };
	if (utterances?.length) {
		const dialogue = timedDialogueOf(utterances);
		return { ...origin, text: dialogue, tokens: estimateTokens(dialogue) };
	}
	const text = hasMarkup(said) ? said : undefined;
	return { ...origin, text, tokens: estimateTokens(said) };
}

/**
 * The words of a transcript in the order in which one reads them. Where two talk at once, on channels of their
 * own, the list of all words mixes what both say, while each utterance has its own; some transcripts have only
 * utterances, or only a text.
 */
function spokenWords({ words, utterances, text }: Transcript): readonly LocatableWord[] {
	const inUtterances = (utterances ?? []).flatMap(wordsOfUtterance);
	if (inUtterances.length > 0 && inUtterances.length >= (words?.length ?? 0)) return inUtterances;
	return words?.length ? words.map(locatable) : wordsOfText(text ?? '');
}

/** Nothing else, so that the rest of the transcript can be let go while a model answers. */
function locatable({ text, start, end, speaker }: Word): LocatableWord {
	return { text, start, end, speaker };
}

function wordsOfUtterance({ words, speaker, text, start, end }: Utterance): LocatableWord[] {
	if (words?.length) return words.map((word) => ({ ...locatable(word), speaker }));
	return wordsOfText(text).map((word) => ({ ...word, speaker, start, end }));
}

/** A transcript that came as text from a field. */
export function sourceOfText(text: string): Source {
	const words = wordsOfText(text);
	return { transcriptId: undefined, text, words, warnings: [], tokens: estimateTokens(text) };
}
