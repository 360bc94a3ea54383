import type { Utterance, Word } from '../../recordings/recordings';
import type { TranscriptRequest } from '../request/requestFields';
import type { SpokenContent } from './spokenContent';

export interface LabelledWord extends Word {
	speaker: string | null;
	channel?: string;
}

export interface LabelledUtterance extends Word {
	speaker: string;
	channel?: string;
	words: LabelledWord[];
	/** By language code. */
	translated_texts?: Record<string, string>;
}

/** What was said, with the labels and within the times that the request asked for. */
export interface Speech {
	text: string;
	confidence: number;
	words: LabelledWord[];
	/** Who spoke after whom, whether or not the request asked to see it. */
	turns: LabelledUtterance[];
	/** Null unless speakers or channels were asked for. */
	utterances: LabelledUtterance[] | null;
	channels: number;
}

export function shapeSpeech(content: SpokenContent, request: TranscriptRequest): Speech {
	const multichannel = request.multichannel === true || request.dual_channel === true;
	const labelled = content.utterances
		.flatMap((utterance) => clip(utterance, request))
		.map((utterance) => respell(utterance, request))
		.map((utterance) => label(utterance, content, multichannel, request.speaker_labels === true));
	const words = labelled.flatMap((utterance) => utterance.words);
	const confidences = words.map(({ confidence }) => confidence);
	return {
		text: labelled.map(({ text }) => text).join(' '),
		confidence: average(confidences),
		words,
		turns: labelled,
		utterances: multichannel || request.speaker_labels === true ? labelled : null,
		channels: content.channels,
	};
}

/** Keeps the words between `audio_start_from` and `audio_end_at`. */
function clip(utterance: Utterance, request: TranscriptRequest): Utterance[] {
	const from = request.audio_start_from ?? 0;
	const to = request.audio_end_at ?? Infinity;
	if (utterance.start >= from && utterance.end <= to) return [utterance];
	const words = utterance.words.filter((word) => word.start >= from && word.end <= to);
	const [first, last] = [words[0], words[words.length - 1]];
	if (first === undefined || last === undefined) return [];
	const text = words.map((word) => word.text).join(' ');
	return [{ ...utterance, text, words, start: first.start, end: last.end }];
}

/** `custom_spelling`: single words are replaced, case ignored; punctuation around them stays. */
function respell(utterance: Utterance, request: TranscriptRequest): Utterance {
	const spellings = new Map(
		(request.custom_spelling ?? []).flatMap(({ from, to }) =>
			from.map((term) => [term.toLowerCase(), to] as const),
		),
	);
	if (spellings.size === 0) return utterance;
	const replace = (text: string) =>
		text.replace(/[\p{L}\p{N}'’-]+/gu, (word) => spellings.get(word.toLowerCase()) ?? word);
	return {
		...utterance,
		text: replace(utterance.text),
		words: utterance.words.map((word) => ({ ...word, text: replace(word.text) })),
	};
}

function label(
	utterance: Utterance,
	content: SpokenContent,
	multichannel: boolean,
	speakerLabels: boolean,
): LabelledUtterance {
	const { text, start, end, confidence } = utterance;
	const channel = multichannel ? channelOf(utterance, content) : undefined;
	const voice = speakerLabels || !multichannel ? utterance.speaker : '';
	const speaker = `${channel ?? ''}${voice}`;
	const onChannel = channel === undefined ? {} : { channel };
	const words = utterance.words.map((word) => ({
		...word,
		speaker: speakerLabels || multichannel ? speaker : null,
		...onChannel,
	}));
	return { speaker, text, start, end, confidence, ...onChannel, words };
}

/** Where the transcript file names no channel, a stereo file has its speakers on one channel each. */
function channelOf(utterance: Utterance, content: SpokenContent): string {
	if (utterance.channel !== undefined) return utterance.channel;
	const speakers = [...new Set(content.utterances.map(({ speaker }) => speaker))];
	return String((speakers.indexOf(utterance.speaker) % content.channels) + 1);
}

export function average(numbers: number[]): number {
	if (numbers.length === 0) return 0;
	const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
	return Math.round(mean * 10_000) / 10_000;
}
