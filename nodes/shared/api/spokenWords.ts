import { z } from 'zod';

/** A word of a transcript, with whatever else the service says of it. */
export interface Word {
	text: string;
	/** Milliseconds from the start of the recording, as every time in a transcript. */
	start: number;
	end: number;
	confidence?: number | null | undefined;
	speaker?: string | null | undefined;
	[more: string]: unknown;
}

/** What one speaker says until another one does. */
export interface Utterance {
	speaker: string;
	text: string;
	start: number;
	end: number;
	confidence?: number | null | undefined;
	words?: Word[] | null | undefined;
	[more: string]: unknown;
}

// A day-long recording has a hundred thousand words, twice over. A zod object for each would copy them all and
// have n8n stand still for a second, so each list is looked through once and stays as it is.

/** The words of a whole recording. */
export const wordList = z.custom<Word[]>(
	(value) => Array.isArray(value) && value.every(isWord),
	'it is not a list of words with their times',
);

/** The utterances of a whole recording. */
export const utteranceList = z.custom<Utterance[]>(
	(value) => Array.isArray(value) && value.every(isUtterance),
	'it is not a list of utterances with speakers and times',
);

function isWord(value: unknown): boolean {
	if (!isTimedText(value)) return false;
	return !('speaker' in value) || isNullOr('string', value.speaker);
}

function isUtterance(value: unknown): boolean {
	if (!isTimedText(value)) return false;
	if (!('speaker' in value) || typeof value.speaker !== 'string') return false;
	if (!('words' in value) || value.words === undefined || value.words === null) return true;
	return Array.isArray(value.words) && value.words.every(isWord);
}

function isTimedText(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	if (!('text' in value) || typeof value.text !== 'string') return false;
	if (!('start' in value) || typeof value.start !== 'number') return false;
	if (!('end' in value) || typeof value.end !== 'number') return false;
	return !('confidence' in value) || isNullOr('number', value.confidence);
}

function isNullOr(type: 'number' | 'string', value: unknown): boolean {
	return value === undefined || value === null || typeof value === type;
}
