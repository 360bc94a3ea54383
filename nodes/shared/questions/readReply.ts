import { z } from 'zod';
import { parseJson } from '../api/core/errorText';
import { jsonCandidates } from '../gateway/jsonInText';

/** One entry of a model's reply: what it says about the question with this index. */
export interface ReplyEntry {
	index: number;
	known: boolean;
	answer: string;
	reason: string;
	quote: string;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

// Models without structured output leave fields out or send a number where text was asked for; neither
// changes what they mean.
const answerText = z
	.union([
		scalar,
		z.array(scalar.nullable()).transform((values) => values.filter((v) => v !== null).join('\n')),
	])
	.nullish()
	.transform((value) => (value ?? '').trim());

const spokenBoolean = z
	.string()
	.transform((word) => word.trim().toLowerCase())
	.pipe(z.enum(['true', 'false']))
	.transform((word) => word === 'true');

const entrySchema = z.object({
	index: z.union([z.number().int(), z.string().trim().regex(/^\d+$/).transform(Number)]),
	known: z.union([z.boolean(), spokenBoolean]).nullish(),
	answer: answerText,
	reason: answerText,
	quote: answerText,
});

const replySchema = z.union([
	z.object({ answers: z.array(z.unknown()) }).transform(({ answers }) => answers),
	z.array(z.unknown()),
]);

/**
 * Reads the entries of a reply, leaving out what cannot be read: the questions without an entry are asked
 * again. `undefined` when the reply as a whole is not the JSON that was asked for.
 */
export function readReply(text: string): ReplyEntry[] | undefined {
	for (const candidate of replyCandidates(text)) {
		const parsed = replySchema.safeParse(parseJson(candidate));
		if (parsed.success) return parsed.data.flatMap(readEntry);
	}
	return undefined;
}

/** Ways to read one reply that are tried; more would only cost time on text that is no reply. */
const MOST_TRIES = 10;

/** The complete entries of a reply that breaks off in the middle. */
export function readBrokenReply(text: string): ReplyEntry[] {
	const begin = text.search(REPLY_BEGIN);
	let end = text.length;
	for (let tries = 0; begin >= 0 && tries < MOST_TRIES; tries++) {
		// A brace within a sentence ends no entry, so the one before it is tried next.
		end = text.lastIndexOf('}', end - 1);
		if (end <= begin) break;
		const entries = readReply(`${text.slice(begin, end + 1)}]}`);
		if (entries) return entries;
	}
	return [];
}

const REPLY_BEGIN = /\{\s*"answers"\s*:\s*\[/;

function readEntry(value: unknown): ReplyEntry[] {
	const parsed = entrySchema.safeParse(value);
	if (!parsed.success) return [];
	const { known, ...entry } = parsed.data;
	return [{ ...entry, known: known ?? entry.answer !== '' }];
}

/** Where a model thinks aloud and drafts its reply first, the last one counts. */
function replyCandidates(text: string): string[] {
	const end = text.lastIndexOf('}') + 1;
	const begins = [...text.matchAll(new RegExp(REPLY_BEGIN, 'g'))].map(({ index }) => index);
	const drafts = begins
		.slice(-MOST_TRIES)
		.reverse()
		.map((begin) => text.slice(begin, end));
	return [text, ...drafts, ...jsonCandidates(text)];
}
