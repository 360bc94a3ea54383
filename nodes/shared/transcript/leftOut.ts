import { languageName } from '../api/catalogues/languages';
import type { Transcript } from '../api/transcriptSchema';
import { findingsSchema, speechUnderstandingSchema } from '../api/understandingSchema';
import { isBlank, isObject } from '../values';

/**
 * What was asked for and is not in a finished transcript, in full sentences. AssemblyAI refuses a feature that a
 * language does not have where the language was set, and leaves it out without a word where it was detected
 * (documentation, "Supported languages").
 */
export function leftOutWarnings(transcript: Transcript): string[] {
	if (transcript.status !== 'completed' || !transcript.text?.trim()) return [];
	const names = [...leftOutFindings(transcript), ...leftOutUnderstanding(transcript)];
	if (names.length === 0) return [];
	const code = transcript.language_code;
	const language = code ? ` (this recording: ${languageName(code)})` : '';
	return names.map(
		(name) =>
			`${name} was asked for, but AssemblyAI left it out: it is not available in every language${language}.`,
	);
}

function leftOutFindings(transcript: Transcript): string[] {
	const found = findingsSchema.parse(transcript);
	const asked: Array<[name: string, isAsked: unknown, result: unknown]> = [
		['Speaker Labels', transcript.speaker_labels, transcript.utterances],
		['Sentiment Analysis', found.sentiment_analysis, found.sentiment_analysis_results],
		['Entity Detection', found.entity_detection, found.entities],
		['Auto Highlights', found.auto_highlights, found.auto_highlights_result],
		['Topic Detection', found.iab_categories, found.iab_categories_result],
		['Content Safety', found.content_safety, found.content_safety_labels],
	];
	return asked.flatMap(([name, isAsked, result]) =>
		isAsked === true && !isThere(result) ? [name] : [],
	);
}

/** Some results say of themselves that there is none. */
function isThere(result: unknown): boolean {
	return isObject(result) ? result.status !== 'unavailable' : !isBlank(result);
}

const UNDERSTANDING: Readonly<Record<string, string>> = {
	action_items: 'Action Items',
	custom_formatting: 'Custom Formatting',
	speaker_identification: 'Speaker Identification',
	summarization: 'Summarization',
	translation: 'Translation',
};

function leftOutUnderstanding(transcript: Transcript): string[] {
	const { speech_understanding: understanding } = speechUnderstandingSchema.parse(transcript);
	const response = Object.keys(understanding?.response ?? {});
	return Object.keys(understanding?.request ?? {}).flatMap((feature) => {
		const name = Object.hasOwn(UNDERSTANDING, feature) ? UNDERSTANDING[feature] : undefined;
		return name !== undefined && !response.includes(feature) ? [name] : [];
	});
}
