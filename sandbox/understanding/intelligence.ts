import { feelingOf, moodOf } from '../model/sentiment';
import { summarize } from '../model/summary';
import { readTranscript } from '../model/transcriptLines';
import type { TranscriptRequest } from '../speechToText/request/requestFields';
import { splitSentences, type SpokenSentence } from '../speechToText/documents/sentences';
import type { LabelledUtterance } from '../speechToText/jobs/speech';
import { findEntities } from './entities';
import { highlights } from './highlights';
import { charactersOf, wordsWithin } from './wordSpans';

const NOTHING_ASKED: TranscriptRequest = { audio_url: '' };
const NOTHING_FOUND = { status: 'success', results: [], summary: {} };
const NOT_ASKED_FOR = { status: 'unavailable', results: [], summary: {} };

/**
 * Results of the classic features, null where not asked for or while there is no speech yet. They are
 * taken from unredacted speech, as the service's are.
 */
export function intelligence(
	asked: TranscriptRequest,
	turns: LabelledUtterance[] = [],
): Record<string, unknown> {
	const request = turns.length > 0 ? asked : NOTHING_ASKED;
	const sentences = splitSentences(turns);
	const safety = request.content_safety === true ? NOTHING_FOUND : NOT_ASKED_FOR;
	return {
		sentiment_analysis_results: request.sentiment_analysis === true ? sentiments(sentences) : null,
		entities: request.entity_detection === true ? entities(turns) : null,
		auto_highlights_result:
			request.auto_highlights === true
				? { status: 'success', results: highlights(turns.flatMap(({ words }) => words)) }
				: null,
		// The sandbox has no list of topics or of harmful content: it finds none.
		content_safety_labels: { ...safety, severity_score_summary: {} },
		iab_categories_result: request.iab_categories === true ? NOTHING_FOUND : NOT_ASKED_FOR,
		chapters: request.auto_chapters === true ? chapters(sentences) : null,
		summary: request.summarization === true ? summary(request, sentences) : null,
	};
}

function sentiments(sentences: SpokenSentence[]): unknown[] {
	return sentences.map(({ text, start, end, confidence, speaker, channel }) => ({
		text,
		start,
		end,
		sentiment: moodOf(feelingOf(text)).toUpperCase(),
		confidence,
		speaker,
		...(channel === undefined ? {} : { channel }),
	}));
}

function entities(turns: LabelledUtterance[]): unknown[] {
	return turns.flatMap(({ words }) => {
		const text = words.map((word) => word.text).join(' ');
		const characters = charactersOf(words);
		return findEntities(text).map((entity) => {
			const touched = wordsWithin(characters, entity);
			const [first, last] = [words[touched[0] ?? 0], words[touched[touched.length - 1] ?? 0]];
			return {
				entity_type: entity.type,
				text: text.slice(entity.start, entity.end),
				start: first?.start ?? 0,
				end: last?.end ?? 0,
			};
		});
	});
}

function chapters(sentences: SpokenSentence[]): unknown[] {
	const [first, last] = [sentences[0], sentences[sentences.length - 1]];
	if (!first || !last) return [];
	const text = readTranscript(sentences.map((sentence) => sentence.text).join(' '));
	const headline = summarize(text, 1);
	const gist = headline.split(' ').slice(0, 4).join(' ');
	return [{ gist, headline, summary: summarize(text), start: first.start, end: last.end }];
}

function summary(request: TranscriptRequest, sentences: SpokenSentence[]): string {
	const said = readTranscript(sentences.map(({ text }) => text).join(' '));
	const type = request.summary_type ?? 'bullets';
	if (type === 'paragraph') return summarize(said);
	if (type === 'headline') return summarize(said, 1);
	if (type === 'gist') return summarize(said, 1).split(' ').slice(0, 4).join(' ');
	const points = said.filter(({ text }) =>
		summarize(said, type === 'bullets' ? 3 : 6).includes(text),
	);
	return points.map(({ text }) => `- ${text}`).join('\n');
}
