import { languageName } from '../api/catalogues/languages';
import type { Service } from '../api/core/service';
import { getParagraphs } from '../api/transcriptParts';
import type { Transcript } from '../api/transcriptSchema';
import { readableTime, speakerName, speakersOf } from './dialogue';

/** A stretch of speech as people read it: what one speaker says at a time, or else a paragraph. */
export interface SpokenParagraph {
	/** As the service names speakers; absent where they were not told apart. */
	speaker?: string;
	/** Milliseconds from the start of the recording. */
	start: number;
	text: string;
}

/** A finished transcript in turns; without speakers its paragraphs are fetched for their times. */
export async function spokenParagraphs(
	service: Service,
	transcript: Transcript,
): Promise<SpokenParagraph[]> {
	if (transcript.utterances?.length) return transcript.utterances;
	if (!transcript.text?.trim()) return [];
	return await getParagraphs(service, transcript.id);
}

/** A transcript as a Markdown document: the facts of the recording, then its turns with speakers and times. */
export function markdownOf(transcript: Transcript, turns: SpokenParagraph[]): string {
	const { audio_duration: seconds, language_code: language } = transcript;
	const speakers = speakersOf(transcript).map(speakerName).map(escapeMarkdown).join(', ');
	const facts = [
		`- Transcript: ${transcript.id}`,
		...(seconds ? [`- Duration: ${readableTime(seconds * 1000)}`] : []),
		...(language ? [`- Language: ${escapeMarkdown(languageName(language))}`] : []),
		...(speakers ? [`- Speakers: ${speakers}`] : []),
	];
	return ['# Transcript', facts.join('\n'), ...turns.map(section)].join('\n\n') + '\n';
}

function section({ speaker, start, text }: SpokenParagraph): string {
	const name = speaker === undefined ? '' : `**${escapeMarkdown(speakerName(speaker))}** `;
	return `${name}[${readableTime(start)}]\n\n${escapeMarkdown(text)}`;
}

/** What was said must not become markup, such as a redaction by #### that would be a heading. */
function escapeMarkdown(text: string): string {
	return text
		.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
		.split('\n')
		.map((line) => line.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2'))
		.join('\n');
}

/** Turns as plain text, one a line, each with its time and its speaker. */
export function plainTextOf(turns: SpokenParagraph[]): string {
	return turns
		.map(({ speaker, start, text }) =>
			[`[${readableTime(start)}]`, speaker && `${speakerName(speaker)}:`, text]
				.filter(Boolean)
				.join(' '),
		)
		.join('\n');
}
