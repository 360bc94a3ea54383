import { z } from 'zod';
import { parseJson } from '../api/core/errorText';
import type { AnswerValue } from './question';

/** What the text of an answer means for its question, or why it cannot be used. */
export type Reading = { ok: true; value: AnswerValue } | { ok: false; problem: string };

export const reading = (value: AnswerValue): Reading => ({ ok: true, value });
export const problem = (text: string): Reading => ({ ok: false, problem: text });

const entries = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String));

const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+/;

/** The entries of a list: one per line, or a JSON array, which some models write into the text. */
export function entriesOf(text: string): string[] {
	const json = entries.safeParse(text.trimStart().startsWith('[') ? parseJson(text) : undefined);
	const lines = (json.success ? json.data : text.split('\n')).filter((line) => line.trim() !== '');
	// A number at the beginning of one line among others belongs to what is said: "3. floor".
	const isBulleted = lines.length > 1 && lines.every((line) => BULLET.test(line));
	return lines
		.map((line) => line.replace(isBulleted ? BULLET : /^\s*[-*•]\s+/, '').trim())
		.filter(Boolean);
}
