import { InputError } from '../../api/core/errors';

/** This much base64 is decoded at a time: a multiple of four characters, which stand for whole bytes. */
const SLICE_CHARACTERS = 256 * 1024;

const PREPARE =
	'Let the earlier node give a file; in a Code node, make one with this.helpers.prepareBinaryData.';

/**
 * The content of a file that n8n keeps within the item, as plain base64: without the line breaks of mails, the
 * `data:` prefix of web pages, and in the usual alphabet. A text that is as it should be is not copied.
 * @throws InputError for anything that is no base64, naming the field
 */
export function inlineBase64(data: unknown, field: string): string {
	if (typeof data !== 'string') throw notReadable(field, 'its content is not a text');
	const bare = data.startsWith('data:') ? data.slice(data.indexOf(',') + 1) : data;
	const joined = /\s/.test(bare) ? bare.replace(/\s/g, '') : bare;
	const usual = /[-_]/.test(joined) ? joined.replace(/-/g, '+').replace(/_/g, '/') : joined;
	const end = usual.endsWith('==') ? -2 : usual.endsWith('=') ? -1 : usual.length;
	const letters = usual.slice(0, end);
	if (/[^A-Za-z0-9+/]/.test(letters) || letters.length % 4 === 1) {
		throw notReadable(field, 'its content is not base64');
	}
	return letters;
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
