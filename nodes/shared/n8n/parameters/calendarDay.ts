import { z } from 'zod';

const FORMS = 'write it as 2026-03-04, or map a date of n8n, of a mail or of a file';

/**
 * A day from a text or an expression, as YYYY-MM-DD; `undefined` where it is empty. The day is the one that
 * stands in the text, in whichever time zone it was written. A date such as 3/4/2026 is another day in
 * another country, so it is refused.
 */
export const calendarDay = z.unknown().transform((value, check): string | undefined => {
	const written = typeof value === 'string' ? value.trim() : isoTextOf(value);
	if (written === '') return undefined;
	const day = written === undefined ? undefined : dayIn(written);
	if (day !== undefined) return day;
	check.addIssue({ code: 'custom', message: FORMS });
	return z.NEVER;
});

/** Of a date, of n8n's own kind of date, and of seconds or milliseconds since 1970. */
function isoTextOf(value: unknown): string | undefined {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return isoOf(value);
	if (typeof value === 'number') {
		return isoOf(new Date(value < MILLISECONDS_FROM ? 1_000 * value : value));
	}
	if (typeof value !== 'object' || !('toISO' in value)) return undefined;
	const { toISO } = value;
	const text: unknown = typeof toISO === 'function' ? toISO.call(value) : undefined;
	return typeof text === 'string' ? text : undefined;
}

/** A smaller number would be a day in 1973 in milliseconds, and is one of today in seconds. */
const MILLISECONDS_FROM = 1e11;

function isoOf(date: Date): string {
	return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString();
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dayIn(text: string): string | undefined {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
	if (year) return realDay(year, month, day);
	// As mails have it (RFC 5322, section 3.3): "Wed, 4 Mar 2026 09:30:00 +0100".
	const mail = /^(?:[a-z]{3}, ?)?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})(?!\d)/i.exec(text);
	const number = MONTHS.indexOf(mail?.[2]?.toLowerCase() ?? '') + 1;
	if (mail && number > 0) return realDay(mail[3], String(number), mail[1]);
	const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(text);
	return dotted ? realDay(dotted[3], dotted[2], dotted[1]) : undefined;
}

function realDay(year = '', month = '', day = ''): string | undefined {
	const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const time = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(time) && isoOf(new Date(time)).startsWith(date) ? date : undefined;
}
