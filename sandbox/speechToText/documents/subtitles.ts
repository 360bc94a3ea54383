import type { SpokenSentence } from './sentences';

export type SubtitleFormat = 'srt' | 'vtt';

interface Caption {
	text: string;
	start: number;
	end: number;
}

/** Where the request names no length; the service's own default is not published. */
const DEFAULT_CHARACTERS = 128;

/** Captions hold whole words up to `charsPerCaption`; a longer word stands alone. No speaker names. */
export function subtitles(
	sentences: SpokenSentence[],
	format: SubtitleFormat,
	charsPerCaption = DEFAULT_CHARACTERS,
): string {
	const captions = sentences.flatMap((sentence) => splitCaptions(sentence, charsPerCaption));
	if (format === 'vtt') {
		const cues = captions.map(
			({ start, end, text }) => `${vttTime(start)} --> ${vttTime(end)}\n${text}\n`,
		);
		return ['WEBVTT\n', ...cues].join('\n');
	}
	return captions
		.map(
			({ start, end, text }, index) =>
				`${index + 1}\n${srtTime(start)} --> ${srtTime(end)}\n${text}\n`,
		)
		.join('\n');
}

function splitCaptions({ words }: SpokenSentence, limit: number): Caption[] {
	const captions: Caption[] = [];
	for (const { text, start, end } of words) {
		const open = captions[captions.length - 1];
		if (open && open.text.length + 1 + text.length <= limit) {
			open.text += ` ${text}`;
			open.end = end;
		} else {
			captions.push({ text, start, end });
		}
	}
	return captions;
}

function srtTime(ms: number): string {
	return clock(ms, true).replace('.', ',');
}

/** WebVTT leaves out the hours where there are none. */
function vttTime(ms: number): string {
	return clock(ms, false);
}

function clock(ms: number, withHours: boolean): string {
	const hours = Math.floor(ms / 3_600_000);
	const rest = new Date(ms % 3_600_000).toISOString().slice(14, 23);
	return withHours || hours > 0 ? `${String(hours).padStart(2, '0')}:${rest}` : rest;
}
