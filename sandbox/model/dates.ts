const MONTHS =
	`january february march april may june july august september october november december`.split(
		' ',
	);

const MONTH = `(${MONTHS.join('|')})`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** The first full date of a text as `YYYY-MM-DD`; a date without a year is none. */
export function firstDate(text: string): string | undefined {
	const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
	if (iso) return format(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const monthFirst = new RegExp(`\\b${MONTH}\\s+(?:the\\s+)?${DAY},?\\s+(\\d{4})\\b`, 'i').exec(
		text,
	);
	if (monthFirst)
		return format(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
	const dayFirst = new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`, 'i').exec(text);
	if (dayFirst) return format(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
	return undefined;
}

function monthOf(name: string | undefined): number {
	return MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
}

function format(year: number, month: number, day: number): string | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : undefined;
}
