import { parseJson } from '../api/core/errorText';

/** Fences that are tried; more would only cost time on text that is no reply. */
const MOST_FENCES = 10;

/**
 * The parts of a text that may be its JSON: the text itself, what stands in a code fence, the last one first,
 * and what stands between the outermost brackets.
 */
export function jsonCandidates(text: string): string[] {
	const fences = [...text.matchAll(/```(?:json)?\s*([\s\S]*?)```/gi)].map(([, fenced]) => fenced);
	const braced = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
	const bracketed = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1);
	const outermost = bracketed.length > braced.length ? [bracketed, braced] : [braced, bracketed];
	return [
		text,
		...fences
			.slice(-MOST_FENCES)
			.reverse()
			.map((fenced) => fenced ?? ''),
		...outermost,
	];
}

/** The JSON in a text; `undefined` when there is none. */
export function jsonIn(text: string): unknown {
	for (const candidate of jsonCandidates(text)) {
		const value = parseJson(candidate);
		if (value !== undefined) return value;
	}
	return undefined;
}
