import { z } from 'zod';
import type { HttpResponse } from './httpClient';
import { shortenedTo } from '../../values';

// The three envelopes of AssemblyAI's services: speech-to-text and the Gateway's authentication stage send
// `error` as text; the Gateway sends `message` with the details under `metadata`; before June 2026 the
// Gateway put an object under `error`.
const envelope = z
	.object({
		error: z
			.union([z.string(), z.object({ message: z.string().nullish() }).passthrough()])
			.nullish(),
		message: z.string().nullish(),
		request_id: z.string().optional().catch(undefined),
		metadata: z
			.object({ errors: z.array(z.string()).nullish() })
			.passthrough()
			.nullish(),
	})
	.passthrough();

const MAX_TEXT_SHOWN = 300;
const MAX_TEXT_READ = 50_000;

export interface ErrorText {
	/** What the service said, or '' when the reply had no text in it. */
	said: string;
	requestId: string | undefined;
}

/** Reads what a refusal says, whichever of the service's envelopes, plain text or HTML it came in. */
export function readErrorText(response: HttpResponse): ErrorText {
	const parsed = envelope.safeParse(parseJson(response.text));
	if (!parsed.success) return { said: readPlainText(response.text), requestId: undefined };
	const { error, message, metadata, request_id: requestId } = parsed.data;
	const details = metadata?.errors?.join('; ');
	const named = typeof error === 'string' ? error : error?.message;
	return { said: details || named || message || '', requestId };
}

/** The value a JSON text stands for; `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readPlainText(text: string): string {
	const plain = withoutCode(text.slice(0, MAX_TEXT_READ))
		.replace(/<[^<>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return shortened(plain);
}

/** A page without what it has for the browser only; of what is not closed, nothing is left. */
function withoutCode(page: string): string {
	const parts: string[] = [];
	const begins = /<(script|style)\b/gi;
	let at = 0;
	for (let begin = begins.exec(page); begin; begin = begins.exec(page)) {
		parts.push(page.slice(at, begin.index));
		const ends = new RegExp(`</${begin[1] ?? ''}\\b`, 'gi');
		ends.lastIndex = begin.index;
		at = ends.exec(page)?.index ?? page.length;
		begins.lastIndex = at;
	}
	return [...parts, page.slice(at)].join(' ');
}

/** A text of somebody else, as much of it as a message can show. */
export function shortened(text: string): string {
	return shortenedTo(MAX_TEXT_SHOWN, text);
}
