import { open } from 'node:fs/promises';

/** What a file is by its first bytes: the media type and a description in the manner of `file(1)`. */
export interface FileKind {
	audio: boolean;
	mime: string;
	description: string;
}

const PROBE_BYTES = 4096;

export async function kindOfFile(file: string): Promise<FileKind> {
	const handle = await open(file, 'r');
	try {
		const { bytesRead, buffer } = await handle.read(Buffer.alloc(PROBE_BYTES), 0, PROBE_BYTES, 0);
		return kindOfBytes(buffer.subarray(0, bytesRead));
	} finally {
		await handle.close();
	}
}

/** Tells audio and video from everything else; the service judges the content too, not the file's name. */
export function kindOfBytes(head: Buffer): FileKind {
	return mediaKind(head) ?? documentKind(head) ?? textKind(head) ?? UNKNOWN;
}

const UNKNOWN: FileKind = {
	audio: false,
	mime: 'application/octet-stream',
	description: 'data',
};

interface Signature {
	at: number;
	bytes: string;
	mime: string;
	description: string;
}

const MEDIA: Signature[] = [
	{ at: 0, bytes: 'ID3', mime: 'audio/mpeg', description: 'Audio file with ID3' },
	{ at: 0, bytes: 'OggS', mime: 'audio/ogg', description: 'Ogg data' },
	{ at: 8, bytes: 'WAVE', mime: 'audio/x-wav', description: 'RIFF WAVE audio' },
	{ at: 0, bytes: 'fLaC', mime: 'audio/flac', description: 'FLAC audio' },
	{ at: 4, bytes: 'ftyp', mime: 'audio/mp4', description: 'ISO Media' },
	{ at: 0, bytes: '\x1aE\xdf\xa3', mime: 'video/webm', description: 'Matroska data' },
	{ at: 0, bytes: '#!AMR', mime: 'audio/amr', description: 'Adaptive Multi-Rate Codec' },
	{ at: 8, bytes: 'AIFF', mime: 'audio/aiff', description: 'AIFF audio' },
	{ at: 8, bytes: 'AIFC', mime: 'audio/aiff', description: 'AIFF-C audio' },
	{ at: 8, bytes: 'AVI ', mime: 'video/x-msvideo', description: 'RIFF AVI' },
	{ at: 0, bytes: '0&\xb2u\x8ef\xcf\x11', mime: 'audio/x-ms-wma', description: 'Microsoft ASF' },
	{ at: 0, bytes: 'FLV\x01', mime: 'video/x-flv', description: 'Macromedia Flash Video' },
	{ at: 0, bytes: 'caff', mime: 'audio/x-caf', description: 'Core Audio' },
];

const DOCUMENTS: Signature[] = [
	{ at: 0, bytes: '%PDF-', mime: 'application/pdf', description: 'PDF document' },
	{ at: 0, bytes: '\x89PNG', mime: 'image/png', description: 'PNG image data' },
	{ at: 0, bytes: '\xff\xd8\xff', mime: 'image/jpeg', description: 'JPEG image data' },
	{ at: 0, bytes: 'GIF8', mime: 'image/gif', description: 'GIF image data' },
	{ at: 8, bytes: 'WEBP', mime: 'image/webp', description: 'RIFF Web/P image' },
	{ at: 0, bytes: 'PK\x03\x04', mime: 'application/zip', description: 'Zip archive data' },
	{ at: 0, bytes: '\x1f\x8b', mime: 'application/gzip', description: 'gzip compressed data' },
	{ at: 0, bytes: '\x7fELF', mime: 'application/x-executable', description: 'ELF' },
];

function mediaKind(head: Buffer): FileKind | undefined {
	return bySignature(head, MEDIA, true) ?? bySyncWord(head);
}

function documentKind(head: Buffer): FileKind | undefined {
	return bySignature(head, DOCUMENTS, false);
}

function bySignature(head: Buffer, table: Signature[], audio: boolean): FileKind | undefined {
	const found = table.find(({ at, bytes }) =>
		head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1')),
	);
	return found && { audio, mime: found.mime, description: found.description };
}

/** MPEG audio without a tag has no magic number, only the sync word that starts each frame. */
function bySyncWord(head: Buffer): FileKind | undefined {
	const [first, second, third] = head;
	if (first !== 0xff || second === undefined || third === undefined) return undefined;
	if ((second & 0xf6) === 0xf0) {
		return { audio: true, mime: 'audio/x-aac', description: 'MPEG ADTS, AAC' };
	}
	const layer = (second >> 1) & 3;
	const isFrame = (second & 0xe0) === 0xe0 && ((second >> 3) & 3) !== 1 && layer !== 0;
	if (!isFrame || third >> 4 === 15 || ((third >> 2) & 3) === 3) return undefined;
	return { audio: true, mime: 'audio/mpeg', description: 'MPEG ADTS' };
}

function textKind(head: Buffer): FileKind | undefined {
	const text = head.toString('utf8');
	if (text === '' || holdsBinary(text)) return undefined;
	const encoding = /^[\t-\r\x20-\x7e]*$/.test(text) ? 'ASCII text' : 'UTF-8 Unicode text';
	const start = text.trimStart();
	if (/^(<!--[^]*?-->\s*)?<(!doctype html|html|head|body)\b/i.test(start)) {
		return { audio: false, mime: 'text/html', description: `HTML document, ${encoding}` };
	}
	if (/^(\{\s*("|\})|\[\s*[[{"\d\]])/.test(start)) {
		return { audio: false, mime: 'application/json', description: 'JSON data' };
	}
	return { audio: false, mime: 'text/plain', description: encoding };
}

function holdsBinary(text: string): boolean {
	// A character cut in two at the end of the probe is no sign of binary data.
	const body = text.replace(/\ufffd$/, '');
	// eslint-disable-next-line no-control-regex
	return /[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(body);
}
