import { stems } from './words';

/** A sentence as it was said. */
export interface Sentence {
	/** Verbatim, without label and time. */
	text: string;
	/** As in the transcript's label, null in plain text. */
	speaker: string | null;
	stems: string[];
}

const LABELLED =
	/^(?:\[(?:\d+:)?\d{1,2}:\d{2}\]\s+(?<timed>[^:\n]{1,60})|(?<plain>Speaker [^:\n]{1,40})):\s+(?<said>.*)$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Reads labelled lines (`[00:01] Speaker A: …`, `Speaker A: …`) or plain text into sentences. */
export function readTranscript(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let speaker: string | null = null;
	for (const line of text.split('\n')) {
		const groups = LABELLED.exec(line.trim())?.groups;
		speaker = groups ? (groups.timed ?? groups.plain ?? null) : speaker;
		const said = groups?.said ?? line;
		for (const { segment } of segmenter.segment(said)) {
			const sentence = segment.trim();
			if (/[\p{L}\p{N}]/u.test(sentence)) {
				sentences.push({ text: sentence, speaker, stems: stems(sentence) });
			}
		}
	}
	return sentences;
}
