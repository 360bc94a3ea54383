import { firstDate } from '../model/dates';
import type { UnderstandingRequest } from '../speechToText/request/requestFields';
import { findEntities } from './entities';

type CustomFormatting = NonNullable<UnderstandingRequest['custom_formatting']>;

/** Rewrites dates, phone numbers and e-mail addresses to the patterns asked for; `mapping` holds the changes. */
export function formatText(
	text: string,
	wanted: CustomFormatting,
): { text: string; mapping: Record<string, string> } {
	const mapping: Record<string, string> = {};
	let formatted = '';
	let at = 0;
	for (const { type, start, end } of findEntities(text)) {
		const found = text.slice(start, end);
		const better = rewrite(type, found, wanted);
		if (better !== undefined && better !== found) mapping[found] = better;
		formatted += text.slice(at, start) + (better ?? found);
		at = end;
	}
	return { text: formatted + text.slice(at), mapping };
}

function rewrite(type: string, found: string, wanted: CustomFormatting): string | undefined {
	if (type === 'date' && wanted.date !== undefined) {
		const [year, month, day] = firstDate(found)?.split('-') ?? [];
		if (year === undefined || month === undefined || day === undefined) return undefined;
		return wanted.date.replace(/y+/i, year).replace(/m+/i, month).replace(/d+/i, day);
	}
	if (type === 'phone_number' && wanted.phone_number !== undefined) {
		const digits = [...found.replace(/\D/g, '')];
		const places = wanted.phone_number.match(/x/gi)?.length ?? 0;
		if (digits.length !== places) return undefined;
		return wanted.phone_number.replace(/x/gi, () => digits.shift() ?? '');
	}
	return type === 'email_address' && wanted.email !== undefined ? found.toLowerCase() : undefined;
}
