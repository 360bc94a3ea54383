import { parseJson } from '../api/core/errorText';
import { isTooDeep } from './nesting';

/**
 * The value of a JSON text, also where a model wrote it as JavaScript or Python would: with a comma behind
 * the last entry or none between two, names without quotation marks, texts between apostrophes, line breaks
 * within a text, True for true. What could mean two things,
 * such as quotation marks within a text, is not guessed. Takes time that grows with the length.
 * @returns `undefined` when it is no JSON, or nested deeper than anything that can be meant
 */
export function parseLenientJson(text: string): unknown {
	const value = parseJson(text) ?? parseJson(mended(text));
	return isTooDeep(value) ? undefined : value;
}

/** The place behind the bracket that closes the one at `begin`; `undefined` where the text ends before. */
export function endOfBrackets(text: string, begin: number): number | undefined {
	let depth = 0;
	for (const { sign, at } of signsOf(text, begin)) {
		if (sign === '{' || sign === '[') depth++;
		if (sign === '}' || sign === ']') depth--;
		if (depth === 0) return at + 1;
	}
	return undefined;
}

/** The place of the last comma that stands within so many brackets of the text that begins at `begin`. */
export function lastCommaWithin(text: string, begin: number, brackets: number): number | undefined {
	let depth = 0;
	let last: number | undefined;
	for (const { sign, at } of signsOf(text, begin)) {
		if (sign === '{' || sign === '[') depth++;
		if (sign === '}' || sign === ']') depth--;
		if (sign === ',' && depth === brackets) last = at;
	}
	return last;
}

const SIGNS = /["{}[\],]/g;

/** The brackets and commas of a JSON text that are not within a text of it. */
function* signsOf(text: string, begin: number): Generator<{ sign: string; at: number }> {
	const signs = new RegExp(SIGNS);
	signs.lastIndex = begin;
	for (let match = signs.exec(text); match; match = signs.exec(text)) {
		if (match[0] === '"') signs.lastIndex = endOfText(text, match.index);
		else yield { sign: match[0], at: match.index };
	}
}

/** The place behind the mark that ends the text which begins with the same mark at `begin`. */
function endOfText(text: string, begin: number): number {
	const mark = text[begin];
	const signs = /["'\\]/g;
	signs.lastIndex = begin + 1;
	for (let match = signs.exec(text); match; match = signs.exec(text)) {
		if (match[0] === mark) return match.index + 1;
		if (match[0] === '\\') signs.lastIndex = match.index + 2;
	}
	return text.length;
}

function mended(text: string): string {
	const parts: string[] = [];
	let at = 0;
	while (at < text.length) {
		const isText = text[at] === '"' || text[at] === "'";
		const end = isText ? endOfText(text, at) : beginOfText(text, at);
		const part = text.slice(at, end);
		parts.push(isText ? mendedText(part) : mendedBetween(part));
		at = end;
	}
	return parts.join('');
}

function beginOfText(text: string, from: number): number {
	const marks = /["']/g;
	marks.lastIndex = from;
	return marks.exec(text)?.index ?? text.length;
}

function mendedText(text: string): string {
	const inMarks = text.startsWith("'") ? betweenApostrophes(text) : text;
	return inMarks
		.replace(/\\([\s\S])/g, (escape, sign) => (sign === "'" ? "'" : escape))
		.replace(/\p{Cc}/gu, (sign) => JSON.stringify(sign).slice(1, -1));
}

/** As Python writes a text: quotation marks stand in it as they are. */
function betweenApostrophes(text: string): string {
	const isEnded = text.length > 1 && text.endsWith("'");
	return `"${text
		.slice(1, isEnded ? -1 : undefined)
		.replace(/\\[\s\S]|"/g, (part) => (part === '"' ? '\\"' : part))}${isEnded ? '"' : ''}`;
}

const PYTHON: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

function mendedBetween(signs: string): string {
	return signs
		.replace(/,(\s*[\]}])/g, '$1')
		.replace(/([}\]])(\s*)(?=[{[])/g, '$1,$2')
		.replace(/([{,]\s*)([a-z_]\w*)(?=\s*:)/gi, '$1"$2"')
		.replace(/\b(?:True|False|None)\b/g, (word) => PYTHON[word] ?? word);
}
