import { languageName } from '../api/languages';
import type { Transcript } from '../api/transcriptSchema';
import { readableTime, speakerName, speakersOf } from './dialogue';
import type { Turn } from './turns';

/** A transcript as a Markdown document: the facts of the recording, then its turns with speakers and times. */
export function markdownOf(transcript: Transcript, turns: Turn[]): string {
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

function section({ speaker, start, text }: Turn): string {
	const name = speaker === undefined ? '' : `**${escapeMarkdown(speakerName(speaker))}** `;
	return `${name}[${readableTime(start)}]\n\n${escapeMarkdown(text)}`;
}

/** What was said must not become markup, such as a redaction by #### that would be a heading. */
function escapeMarkdown(text: string): string {
	return text
		.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
		.replace(/^(\s*)([-+=])/gm, '$1\\$2')
		.replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
