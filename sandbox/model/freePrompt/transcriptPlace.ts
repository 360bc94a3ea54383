import type { PromptMessage } from '../prompt';
import { startsQuestion } from './questionList';

export interface CutMessage {
	/** Undefined where the message gives no transcript a place. */
	transcript: string | undefined;
	rest: string;
}

/** Finds the transcript of a message: put in by the Gateway, between tags, or under a heading. */
export function cutTranscript({ content, inserted }: PromptMessage): CutMessage {
	if (inserted) return cut(content, inserted.start, inserted.end);
	const opening = content.indexOf('<transcript>');
	const closing = content.lastIndexOf('</transcript>');
	if (opening >= 0 && closing > opening) {
		return cut(content, opening + '<transcript>'.length, closing);
	}
	return underHeading(content);
}

function cut(content: string, start: number, end: number): CutMessage {
	const rest = `${content.slice(0, start)}\n${content.slice(end)}`;
	return { transcript: content.slice(start, end), rest: rest.replace(/<\/?transcript>/g, '') };
}

const HEADING = /^[#*_>\s]*(?<name>[\p{L} ]{1,40})[*_]*:[*_]*(?<same>.*)$/u;
const MARKDOWN_HEADING = /^#+\s+(?<name>[\p{L} ]{1,40}?)[*_:\s]*$/u;
/** `Transcript` alone on its line, or a sentence that ends in it: `Given this transcript:`. */
const BARE_HEADING =
	/(?:^|\b(?:this|the|following|call|meeting)\b.{0,40}\s)(?<name>transcript(?:ion)?)(?:$|\s?:$)/i;
const BARE_QUESTIONS = /^(?<name>questions)$/i;

const MAX_HEADING = 100;

/** `Transcript:`, with the text behind it or on the lines below, up to what is asked about it. */
function underHeading(content: string): CutMessage {
	const lines = content.split('\n');
	const heading = lines.findIndex((line) => /\btranscript(ion)?$/i.test(nameOf(line)));
	if (heading < 0) return { transcript: undefined, rest: content };
	const end = endOfTranscript(lines, heading);
	const same = HEADING.exec(lines[heading] ?? '')?.groups?.same ?? '';
	const transcript = [same, ...lines.slice(heading + 1, end)].join('\n').trim();
	const rest = [...lines.slice(0, heading), ...lines.slice(end)].join('\n');
	return transcript === '' ? { transcript: undefined, rest: content } : { transcript, rest };
}

/**
 * The last heading of questions, since a transcript may hold one as well; else the first question, or the
 * first paragraph that tells what to do.
 */
function endOfTranscript(lines: string[], heading: number): number {
	const after = lines.map((line, index) => ({ line, index })).slice(heading + 1);
	const questions = after.filter(({ line }) => /\bquestions?$/i.test(headingName(line))).pop();
	const isFirst = (index: number) => (lines[index - 1] ?? '').trim() === '';
	const begin = after.find(
		({ line, index }) =>
			startsQuestion(line) !== undefined || (isFirst(index) && TELLS_WHAT_TO_DO.test(line)),
	);
	const last = after.filter(({ line, index }) => isFirst(index) && line.trim() !== '').pop();
	const asksLast = last && last.index > heading + 1 && ASKS.test(last.line) ? last : undefined;
	return (questions ?? begin ?? asksLast)?.index ?? lines.length;
}

const TELLS_WHAT_TO_DO =
	/^\s*(?:#|(?:please|now|based on|using|from)\b.*(?:answer|transcript|question)|(?:please )?(?:answer|respond|reply|tell me)\b)/i;
const ASKS = /^\s*(?:what|who|which|why|how|when|where|did|does|was|were|is|are)\b.*\?/i;

/** A heading that stands alone on its line. */
function headingName(line: string): string {
	const same = HEADING.exec(line)?.groups?.same ?? '';
	return same.trim() === '' ? nameOf(line) : '';
}

function nameOf(line: string): string {
	const found =
		HEADING.exec(line) ??
		MARKDOWN_HEADING.exec(line) ??
		BARE_QUESTIONS.exec(line.trim()) ??
		BARE_HEADING.exec(line.trim().slice(-MAX_HEADING));
	return found?.groups?.name?.trim() ?? '';
}
