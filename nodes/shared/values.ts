/** What an output item says, by the names of its fields. */
export type Fields = Record<string, unknown>;

/** As much of a text as there is room for. @param most characters, those of the ellipsis not counted */
export function shortenedTo(most: number, text: string): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Whether a value says nothing: none, or a text of blanks. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Whether a value has fields: no list, and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name without case and without what nobody sees: how an accent is stored, how many blanks there are. */
export function readable(name: string): string {
	return name.normalize('NFC').toLowerCase().split(/\s/).filter(Boolean).join(' ');
}
