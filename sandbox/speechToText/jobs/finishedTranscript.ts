import { redactContent } from '../../understanding/redaction';
import { understand, type Understood } from '../../understanding/understand';
import type { Job } from './job';
import { splitSentences, type SpokenSentence } from '../documents/sentences';
import { shapeSpeech, type LabelledUtterance, type LabelledWord, type Speech } from './speech';

/** A completed transcript with everything that its request asked to be done to it. */
export interface FinishedTranscript {
	text: string;
	confidence: number;
	words: LabelledWord[];
	turns: LabelledUtterance[];
	utterances: LabelledUtterance[] | null;
	sentences: SpokenSentence[];
	channels: number;
	durationSeconds: number;
	understood: Understood | undefined;
	/** As it was before personal data was taken out. */
	unredacted: Speech;
}

/** Undefined while there is nothing to show: not completed, or deleted. */
export function finishedTranscript(job: Job): FinishedTranscript | undefined {
	if (!job.content || job.deleted) return undefined;
	const { applied: request, content } = job;
	const speech = shapeSpeech(redactContent(content, request), request);
	const asked = request.speech_understanding?.request;
	const understood = asked && understand(speech.turns, asked);
	const turns = understood?.turns ?? speech.turns;
	return {
		text: speech.text,
		confidence: speech.confidence,
		words: turns.flatMap(({ words }) => words),
		turns,
		utterances: speech.utterances && turns,
		sentences: splitSentences(turns),
		channels: speech.channels,
		durationSeconds: content.durationSeconds,
		understood,
		unredacted: shapeSpeech(content, request),
	};
}
