import { InputError } from '../../api/core/errors';

/** This much base64 is decoded at a time: a multiple of four characters, which stand for whole bytes. */
const SLICE_CHARACTERS = 256 * 1024;

const PREPARE =
	'Let the earlier node give a file; in a Code node, make one with this.helpers.prepareBinaryData.';

/**
 * The content of a file that n8n keeps within the item, as plain base64: without the line breaks of mails, the
 * `data:` prefix of web pages and quotation marks around, and in the usual alphabet. A text that is as it should
 * be is not copied.
 * @throws InputError for anything that is no base64, naming the field
 */
export function inlineBase64(data: unknown, field: string): string {
	if (typeof data !== 'string') throw notReadable(field, 'its content is not a text');
	const joined = /\s/.test(data) ? data.replace(/\s/g, '') : data;
	const content = withoutPrefix(joined);
	const letters = content === undefined ? undefined : withoutPadding(inUsualAlphabet(content));
	if (letters === undefined || /[^A-Za-z0-9+/]/.test(letters) || letters.length % 4 === 1) {
		throw notReadable(field, 'its content is not base64');
	}
	return letters;
}

/** Nothing for a `data:` address whose content is written in another way, as words or with percent signs. */
function withoutPrefix(text: string): string | undefined {
	const isQuoted = text.startsWith('"') && text.endsWith('"');
	const bare = isQuoted ? text.slice(1, -1) : text;
	if (!/^data:/i.test(bare)) return bare;
	// The last one: the name of a file may stand before, with commas of its own.
	const comma = bare.lastIndexOf(',');
	return /;base64$/i.test(bare.slice(Math.max(0, comma - ';base64'.length), comma))
		? bare.slice(comma + 1)
		: undefined;
}

/** Of the three signs that addresses encode, and of base64 for addresses. */
function inUsualAlphabet(text: string): string {
	if (!/[-_%]/.test(text)) return text;
	const signs: Record<string, string> = { '-': '+', _: '/', '%2b': '+', '%2f': '/', '%3d': '=' };
	return text.replace(/[-_]|%2b|%2f|%3d/gi, (sign) => signs[sign.toLowerCase()] ?? sign);
}

function withoutPadding(text: string): string {
	let end = text.length;
	while (text.endsWith('=', end) && end > 0) end -= 1;
	return text.slice(0, end);
}

/** How many bytes base64 without padding stands for. */
export function decodedLength(base64: string): number {
	return Math.floor((base64.length * 3) / 4);
}

/** The bytes piece by piece, since decoded at once the file would be there twice. */
export function* decoded(base64: string): Generator<Uint8Array> {
	for (let at = 0; at < base64.length; at += SLICE_CHARACTERS) {
		yield Buffer.from(base64.slice(at, at + SLICE_CHARACTERS), 'base64');
	}
}

export function notReadable(field: string, why: string): InputError {
	return new InputError(`The field ${field} has no file that n8n can read: ${why}`, {
		hint: PREPARE,
	});
}
