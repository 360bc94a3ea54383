import { endOfBrackets, lastCommaWithin, parseLenientJson } from '../../gateway/lenientJson';
import { jsonCandidates } from '../../gateway/jsonInText';
import { plainName, readEntry, readIndex, type ReplyEntry } from './replyEntry';

/** Drafts of a reply that are tried; more would only cost time on text that is no reply. */
const MAX_DRAFTS = 10;

/** How deep the list of answers may be wrapped: `"{\"reply\": [{\"answers\": […]}]}"`. */
const MAX_WRAPPERS = 4;

/**
 * Reads the entries of a reply, leaving out what cannot be read: the questions without an entry are asked
 * again. `undefined` when the reply as a whole is not the JSON that was asked for.
 */
export function readReply(text: string): ReplyEntry[] | undefined {
	let isReply = false;
	for (const candidate of replyCandidates(text)) {
		const entries = entriesIn(parseLenientJson(candidate));
		const read = (entries ?? []).flatMap((entry) => readEntry(entry) ?? []);
		if (read.length > 0) return read;
		isReply ||= entries !== undefined;
	}
	return isReply ? [] : undefined;
}

/**
 * The entries of a reply that was cut off which are certainly whole. The last one never is: the service's
 * repair closes what was open, and a text that a repair closed looks as if it had been said to its end.
 */
export function readCutOffReply(text: string): ReplyEntry[] {
	const begin = [...text.matchAll(LIST_BEGIN)].at(-1)?.index;
	if (begin === undefined) return [];
	const end = endOfBrackets(text, begin);
	// Behind a reply that is whole the model went on, so it may have been a draft.
	if (end !== undefined && !/^[\s`]*$/.test(text.slice(end))) return [];
	const comma = lastCommaWithin(text.slice(0, end), begin, ENTRY_BRACKETS);
	return comma === undefined ? [] : (readReply(`${text.slice(begin, comma)}]}`) ?? []);
}

const LIST_BEGIN = /\{\s*"answers"\s*:\s*\[/gi;
const REPLY_BEGIN = /\{\s*"answers"\s*:/gi;

/** Those of the object and of the list. */
const ENTRY_BRACKETS = 2;

/** Where a model thinks aloud and drafts its reply first, the last one counts. */
function replyCandidates(text: string): string[] {
	const begins = [...text.matchAll(REPLY_BEGIN)].map(({ index }) => index);
	const drafts = begins
		.slice(-MAX_DRAFTS)
		.reverse()
		.map((begin) => text.slice(begin, endOfBrackets(text, begin)));
	return [text, ...drafts, ...jsonCandidates(text)];
}

/** The list of entries in a reply as models send it: wrapped, encoded twice, by index, or a single one. */
function entriesIn(value: unknown, wrappers = MAX_WRAPPERS): unknown[] | undefined {
	if (wrappers === 0) return undefined;
	const unwrapped = (inner: unknown) => entriesIn(inner, wrappers - 1);
	if (typeof value === 'string') return unwrapped(parseLenientJson(value));
	if (Array.isArray(value)) {
		const [only] = value;
		const inner = value.length === 1 && !readEntry(only) ? unwrapped(only) : undefined;
		return inner ?? value;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	if (readEntry(value)) return [value];
	const fields = Object.entries(value);
	const answers = fields.find(([name]) => plainName(name) === 'answers');
	if (answers) return unwrapped(answers[1]);
	const [only] = fields;
	return entriesByIndex(fields) ?? (fields.length === 1 && only ? unwrapped(only[1]) : undefined);
}

/** The entries of an object whose names are the indexes; an entry that names another one has none. */
function entriesByIndex(fields: Array<[string, unknown]>): unknown[] | undefined {
	if (fields.length === 0 || fields.some(([name]) => readIndex(name) === undefined))
		return undefined;
	return fields.map(([name, value]) => {
		const entry =
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? value
				: { answer: value };
		const own = readEntry({ index: name, ...entry });
		return own?.index === readIndex(name) ? { index: name, ...entry } : undefined;
	});
}
