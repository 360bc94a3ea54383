import { parseLenientJson } from './lenientJson';

/** Fences that are tried; more would only cost time on text that is no reply. */
const MAX_FENCES = 10;

/**
 * The parts of a text that may be its JSON: the text itself, what stands in a code fence, the last one first,
 * and what stands between the outermost brackets.
 */
export function jsonCandidates(text: string): string[] {
	const fenced = text
		.split('```')
		.filter((_, part, { length }) => part % 2 === 1 && part < length - 1);
	const braced = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
	const bracketed = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1);
	const outermost = bracketed.length > braced.length ? [bracketed, braced] : [braced, bracketed];
	return [
		text,
		...fenced
			.slice(-MAX_FENCES)
			.reverse()
			.map((part) => part.replace(/^json/i, '')),
		...outermost,
	];
}

/** The JSON in a text; `undefined` when there is none. */
export function jsonIn(text: string): unknown {
	for (const candidate of jsonCandidates(text)) {
		const value = parseLenientJson(candidate);
		if (value !== undefined) return value;
	}
	return undefined;
}
