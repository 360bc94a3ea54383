import { z } from 'zod';
import { isBlank, isObject, shortenedTo } from '../../../../shared/values';
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
const ms = z.unknown().transform((value, check) => {
	if (isBlank(value)) return null;
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
	const message = `${shown(value)} is no time in milliseconds from the start of the recording`;
	check.addIssue({ code: 'custom', message });
	return z.NEVER;
});

const MAX_SHOWN = 40;

function shown(value: unknown): string {
	if (typeof value === 'string') return `"${shortenedTo(MAX_SHOWN, value)}"`;
	return typeof value === 'object' ? 'an object' : String(value);
}

const told = z.unknown().transform((value) => {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
});

const entry = z.object({
	...{ key: told, question: told, quote: told, speaker: told },
	start: ms,
	end: ms,
});

// A part that is missing is taken for unknown by zod 3 and refused by zod 4.
const UNTOLD = { key: null, question: null, quote: null, speaker: null };

type Read = ReturnType<typeof entry.safeParse>;

/**
 * The answers of Ask Questions in any of their forms (`details`, `evidence` by key, a row for each question, the
 * whole item), or whatever else has `start` and `end` in milliseconds: one, a list, or several by name.
 */
export const passages = z.unknown().transform((value, check): Passage[] => {
	const found = passagesIn(typeof value === 'string' ? parseJson(value) : value);
	const refuse = (message: string) => {
		check.addIssue({ code: 'custom', message });
		return z.NEVER;
	};
	if (found === undefined) return refuse(NOTHING_IN_IT);
	const wrong = found.find(({ success }) => !success);
	if (wrong) return refuse(wrong.error?.issues[0]?.message ?? NOTHING_IN_IT);
	return found.flatMap(({ data }) => data ?? []);
});

/** Nothing where it is no list and has no times; a list may well be empty, such as that of the answers in doubt. */
function passagesIn(value: unknown): Read[] | undefined {
	if (Array.isArray(value)) return orNothing(value.flatMap(passageIn), value);
	if (!isObject(value)) return undefined;
	const [own] = passageIn(value);
	if (own) return [own];
	if (Array.isArray(value.details)) return passagesIn(value.details);
	const named = isObject(value.evidence) ? value.evidence : value;
	const all = Object.entries(named).flatMap(([key, one]) =>
		isObject(one) ? passageIn({ ...one, key: one.key ?? key }) : [],
	);
	return all.length > 0 ? all : undefined;
}

/** A list with something in it, but without any times, is none of quotes. */
function orNothing(found: Read[], list: readonly unknown[]): Read[] | undefined {
	return found.length > 0 || list.length === 0 ? found : undefined;
}

function passageIn(value: unknown): Read[] {
	if (!isObject(value)) return [];
	const { evidence } = value;
	const flat = isObject(evidence) ? { ...value, ...evidence } : value;
	if (!('start' in flat) || !('end' in flat)) return [];
	return [entry.safeParse({ ...UNTOLD, ...flat })];
}
