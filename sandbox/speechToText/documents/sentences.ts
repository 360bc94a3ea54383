import { average, type LabelledUtterance, type LabelledWord } from '../jobs/speech';

export interface SpokenSentence {
	text: string;
	start: number;
	end: number;
	confidence: number;
	words: LabelledWord[];
	speaker: string | null;
	channel?: string;
}

const SENTENCE_END = /[.?!…]["'”’)]*$/;
const PARAGRAPH_SENTENCES = 4;

/** Words up to a full stop; a change of speaker ends a sentence too. */
export function splitSentences(turns: LabelledUtterance[]): SpokenSentence[] {
	return turns.flatMap(({ words }) => {
		const groups: LabelledWord[][] = [[]];
		for (const word of words) {
			groups[groups.length - 1]?.push(word);
			if (SENTENCE_END.test(word.text)) groups.push([]);
		}
		return groups.flatMap(sentenceOf);
	});
}

/** Neighbouring sentences; without speakers, as the service has them. */
export function groupParagraphs(
	sentences: SpokenSentence[],
): Array<Omit<SpokenSentence, 'speaker'>> {
	const groups: SpokenSentence[][] = [];
	for (const sentence of sentences) {
		const open = groups[groups.length - 1];
		const sameVoice = open?.[0]?.speaker === sentence.speaker;
		if (open && sameVoice && open.length < PARAGRAPH_SENTENCES) open.push(sentence);
		else groups.push([sentence]);
	}
	return groups.flatMap((group) =>
		sentenceOf(group.flatMap(({ words }) => words)).map(
			({ text, start, end, confidence, words }) => ({ text, start, end, confidence, words }),
		),
	);
}

function sentenceOf(words: LabelledWord[]): SpokenSentence[] {
	const [first, last] = [words[0], words[words.length - 1]];
	if (first === undefined || last === undefined) return [];
	return [
		{
			text: words.map(({ text }) => text).join(' '),
			start: first.start,
			end: last.end,
			confidence: average(words.map(({ confidence }) => confidence)),
			words,
			speaker: first.speaker,
			...(first.channel === undefined ? {} : { channel: first.channel }),
		},
	];
}
