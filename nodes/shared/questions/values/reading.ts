import { z } from 'zod';
import { parseJson } from '../../api/core/errorText';
import type { AnswerValue } from '../question';

/** What the text of an answer means for its question, or why it cannot be used. */
export type Reading = { ok: true; value: AnswerValue } | { ok: false; problem: string };

export const reading = (value: AnswerValue): Reading => ({ ok: true, value });
export const problem = (text: string): Reading => ({ ok: false, problem: text });

const entries = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String));

const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*(\d{1,4})[.)]\s+/;

/** The entries of an answer as they stand in it: those of a list, of a JSON array written as text, or lines. */
export function rawEntriesOf(answer: string | readonly string[]): {
	entries: string[];
	isArray: boolean;
} {
	const json = typeof answer === 'string' ? arrayIn(answer) : [...answer];
	const given = json ?? (typeof answer === 'string' ? answer.split('\n') : []);
	return {
		entries: given.map((entry) => entry.trim()).filter(Boolean),
		isArray: json !== undefined,
	};
}

/**
 * The entries of a list. Bullets and numbers go only from lines, and numbers only where they count them from 1
 * on: "15. March" among others is what was said, and in an array everything is.
 */
export function entriesOf(answer: string | readonly string[]): string[] {
	const { entries: lines, isArray } = rawEntriesOf(answer);
	if (isArray) return lines;
	const isNumbered =
		lines.length > 1 && lines.every((line, i) => Number(NUMBER.exec(line)?.[1]) === i + 1);
	return lines.map((line) => line.replace(isNumbered ? NUMBER : BULLET, '').trim()).filter(Boolean);
}

/** An entry without the bullet or number that may not be its own. */
export function withoutBullet(entry: string): string {
	return entry.replace(BULLET, '').replace(NUMBER, '').trim();
}

function arrayIn(text: string): string[] | undefined {
	const parsed = entries.safeParse(text.trimStart().startsWith('[') ? parseJson(text) : undefined);
	return parsed.success ? parsed.data : undefined;
}
