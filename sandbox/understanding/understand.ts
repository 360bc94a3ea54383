import { summarize } from '../model/summary';
import { readTranscript } from '../model/transcriptLines';
import type { UnderstandingRequest } from '../speechToText/request/requestFields';
import { splitSentences, type SpokenSentence } from '../speechToText/documents/sentences';
import type { LabelledUtterance } from '../speechToText/jobs/speech';
import { formatText } from './formatting';
import { identifySpeakers, renameSpeakers } from './speakerNames';

export interface Understood {
	response: Record<string, unknown>;
	/** With the speakers' names and the translations in them. */
	turns: LabelledUtterance[];
	translatedTexts: Record<string, string> | null;
}

/** Runs the Speech Understanding features of a request (AssemblyAI documentation, Speech Understanding). */
export function understand(turns: LabelledUtterance[], request: UnderstandingRequest): Understood {
	const response: Record<string, unknown> = {};
	let shaped = turns;
	if (request.speaker_identification) {
		const mapping = identifySpeakers(turns, request.speaker_identification);
		response.speaker_identification = { status: 'success', mapping };
		shaped = renameSpeakers(turns, mapping);
	}
	let translatedTexts: Record<string, string> | null = null;
	if (request.translation) {
		const languages = request.translation.target_languages;
		const text = turns.map((turn) => turn.text).join(' ');
		translatedTexts = translations(text, languages);
		response.translation = { status: 'success' };
		if (request.translation.match_original_utterance === true) {
			shaped = shaped.map((turn) => ({
				...turn,
				translated_texts: translations(turn.text, languages),
			}));
		}
	}
	const { custom_formatting, summarization, action_items } = request;
	if (custom_formatting) response.custom_formatting = formatted(shaped, custom_formatting);
	const sentences = splitSentences(shaped);
	if (summarization) {
		response.summarization = {
			status: 'success',
			summary_type: summarization.summary_type,
			effort: summarization.effort ?? 'low',
			summary: summaryParts(sentences, summarization.summary_type),
		};
	}
	if (action_items) {
		const items = sentences.filter(({ text }) => PROMISE.test(text)).map(actionItem);
		response.action_items = { status: 'success', effort: action_items.effort ?? 'low', items };
	}
	return { response, turns: shaped, translatedTexts };
}

/** The sandbox knows no other language: the text comes back as it is, and says so. */
function translations(text: string, languages: string[]): Record<string, string> {
	return Object.fromEntries(
		languages.map((language) => [language, `[sandbox: not translated to ${language}] ${text}`]),
	);
}

function formatted(
	turns: LabelledUtterance[],
	wanted: NonNullable<UnderstandingRequest['custom_formatting']>,
): unknown {
	const { text, mapping } = formatText(turns.map((turn) => turn.text).join(' '), wanted);
	const utterances = turns.map((turn) => ({ ...turn, text: formatText(turn.text, wanted).text }));
	return {
		status: 'success',
		mapping,
		formatted_text: text,
		...(wanted.format_utterances === true ? { formatted_utterances: utterances } : {}),
	};
}

function summaryParts(sentences: SpokenSentence[], type: 'paragraph' | 'bullets'): unknown[] {
	const [first, last] = [sentences[0], sentences[sentences.length - 1]];
	if (!first || !last) return [];
	const said = readTranscript(sentences.map(({ text }) => text).join(' '));
	const best = summarize(said);
	const headline = summarize(said, 1);
	if (type === 'paragraph') return [{ start: first.start, end: last.end, text: best, headline }];
	return sentences
		.filter(({ text }) => best.includes(text))
		.map(({ text, start, end }) => ({ start, end, text, headline: text }));
}

/** How somebody sounds who takes on or asks for something to be done. */
const PROMISE =
	/\b(i['’]ll|i will|we['’]ll|we will|let me|i can (send|book|e-?mail|schedule)|please (send|call|e-?mail|book)|(could|can) you (please )?(send|call|e-?mail|book)|you need to|remember to)\b/i;

function actionItem({ text, start }: SpokenSentence): unknown {
	return { action_item: text, quote: text, timestamp: start };
}
