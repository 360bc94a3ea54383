import { z } from 'zod';
import { isObject } from '../../../../shared/values';
import { parseJson } from '../../../../shared/api/core/errorText';

/** A passage of a recording that was quoted. */
export interface Passage {
	key: string | null;
	question: string | null;
	quote: string | null;
	speaker: string | null;
	/** In milliseconds; null where nobody knows when it was said. */
	start: number | null;
	end: number | null;
}

const NOTHING_IN_IT =
	'it has no start and end; map the answers of LLM Gateway Ask Questions, such as {{ $json.details }}';

/** Sheets and forms give times as texts. */
const ms = z.unknown().transform((value) => {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
});

const told = z.unknown().transform((value) => (typeof value === 'string' ? value : null));

const entry = z.object({
	...{ key: told, question: told, quote: told, speaker: told },
	start: ms,
	end: ms,
});

// A part that is missing is taken for unknown by zod 3 and refused by zod 4.
const UNTOLD = { key: null, question: null, quote: null, speaker: null };

/**
 * The answers of Ask Questions in any of their forms (`details`, `evidence` by key, a row for each question, the
 * whole item), or whatever else has `start` and `end` in milliseconds: one, a list, or several by name.
 */
export const passages = z.unknown().transform((value, check): Passage[] => {
	const found = passagesIn(typeof value === 'string' ? parseJson(value) : value);
	if (found.length > 0) return found;
	check.addIssue({ code: 'custom', message: NOTHING_IN_IT });
	return z.NEVER;
});

function passagesIn(value: unknown): Passage[] {
	if (Array.isArray(value)) return value.flatMap(passageIn);
	if (!isObject(value)) return [];
	const [own] = passageIn(value);
	if (own) return [own];
	if (Array.isArray(value.details)) return value.details.flatMap(passageIn);
	const named = isObject(value.evidence) ? value.evidence : value;
	return Object.entries(named).flatMap(([key, one]) =>
		passageIn(one).map((passage) => ({ ...passage, key: passage.key ?? key })),
	);
}

function passageIn(value: unknown): Passage[] {
	if (!isObject(value)) return [];
	const { evidence } = value;
	const flat = isObject(evidence) ? { ...value, ...evidence } : value;
	if (!('start' in flat) || !('end' in flat)) return [];
	const read = entry.safeParse({ ...UNTOLD, ...flat });
	return read.success ? [read.data] : [];
}
