import { z } from 'zod';

/** `1:30`, `1:02:03`, each with fractions of the last second. */
const CLOCK = /^(?:(\d+):)?(\d{1,2}):([0-5]?\d(?:\.\d+)?)$/;
/** `1h 2m 3s`, of which any may be missing, or `500ms`. */
const UNITS =
	/^(?:(\d+(?:\.\d+)?) ?h)? ?(?:(\d+(?:\.\d+)?) ?m)? ?(?:(\d+(?:\.\d+)?) ?s)? ?(?:(\d+) ?ms)?$/i;
const MILLISECONDS = /^\d+$/;

/** A place in a recording as people write it, in milliseconds. A bare number is milliseconds, as in the API. */
export const moment = z.unknown().transform((value, check) => {
	const ms = millisecondsOf(value);
	if (ms !== undefined && Number.isInteger(ms) && ms >= 0) return ms;
	check.addIssue({
		code: 'custom',
		message: 'it is not a time such as 1:30, 90s or 90000 (milliseconds)',
	});
	return z.NEVER;
});

function millisecondsOf(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	return typeof value === 'string' ? millisecondsIn(value.trim()) : undefined;
}

function millisecondsIn(text: string): number | undefined {
	if (MILLISECONDS.test(text)) return Number(text);
	const [, ...clock] = CLOCK.exec(text) ?? [];
	if (clock.length > 0) return sum(clock, [3_600_000, 60_000, 1000]);
	const [, ...units] = UNITS.exec(text) ?? [];
	const isGiven = units.some((unit) => unit !== undefined);
	return isGiven ? sum(units, [3_600_000, 60_000, 1000, 1]) : undefined;
}

/** Rounded, since 1.001 seconds are not quite 1001 milliseconds to a computer. */
function sum(parts: Array<string | undefined>, factors: number[]): number {
	return Math.round(
		factors.reduce((total, factor, i) => total + Number(parts[i] ?? 0) * factor, 0),
	);
}
