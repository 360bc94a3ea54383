import { open } from 'node:fs/promises';
import { documentSignature } from './documentSignatures';
import { isoPicture, mediaSignature } from './mediaSignatures';
import type { Signature } from './signature';
import { textKind } from './textKind';

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
	if (head.length === 0) return { audio: false, mime: 'inode/x-empty', description: 'empty' };
	const media = mediaSignature(head);
	if (media) return kindOf(media, true);
	const other = isoPicture(head) ?? documentSignature(head);
	if (other) return kindOf(other, false);
	return { audio: false, ...(textKind(head) ?? UNKNOWN) };
}

const UNKNOWN = { mime: 'application/octet-stream', description: 'data' };

function kindOf({ mime, description }: Signature, audio: boolean): FileKind {
	return { audio, mime, description };
}
