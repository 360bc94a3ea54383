import { bySignature, signatures, type Signature } from './signature';

/** What recordings arrive beside, and what is taken for them by mistake. */
const DOCUMENTS = signatures([
	[0, '%PDF-', 'application/pdf', 'PDF document'],
	[0, '\x89PNG', 'image/png', 'PNG image data'],
	[0, '\xff\xd8\xff', 'image/jpeg', 'JPEG image data'],
	[0, 'GIF8', 'image/gif', 'GIF image data'],
	[8, 'WEBP', 'image/webp', 'RIFF Web/P image'],
	[0, 'II*\x00', 'image/tiff', 'TIFF image data, little-endian'],
	[0, 'MM\x00*', 'image/tiff', 'TIFF image data, big-endian'],
	[0, '8BPS', 'image/vnd.adobe.photoshop', 'Adobe Photoshop Image'],
	[0, 'MThd\x00\x00\x00\x06', 'audio/midi', 'Standard MIDI data'],
	[0, 'PK\x03\x04', 'application/zip', 'Zip archive data'],
	[0, '\x1f\x8b', 'application/gzip', 'gzip compressed data'],
	[0, 'BZh', 'application/x-bzip2', 'bzip2 compressed data'],
	[0, '7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed', '7-zip archive data'],
	[0, 'Rar!\x1a\x07', 'application/x-rar', 'RAR archive data'],
	[0, '\xfd7zXZ\x00', 'application/x-xz', 'XZ compressed data'],
	[257, 'ustar', 'application/x-tar', 'POSIX tar archive'],
	[0, '\x78\x9f\x3e\x22', 'application/vnd.ms-tnef', 'Transport Neutral Encapsulation Format'],
	[
		0,
		'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
		'application/x-ole-storage',
		'Composite Document File V2 Document',
	],
	[0, '{\\rtf', 'text/rtf', 'Rich Text Format data'],
	[0, '%!PS', 'application/postscript', 'PostScript document text'],
	[0, 'SQLite format 3\x00', 'application/vnd.sqlite3', 'SQLite 3.x database'],
	[0, '\x7fELF', 'application/x-executable', 'ELF'],
	[0, 'MZ', 'application/x-dosexec', 'MS-DOS executable'],
]);

/** The kind of a file that is a document, a picture, an archive or a program. */
export function documentSignature(head: Buffer): Signature | undefined {
	return bySignature(head, DOCUMENTS);
}
