/** As many bytes from the beginning of a file as its kind is told by. */
export const SIGNATURE_BYTES = 12;

/** How the containers of audio and video files begin, as text at an offset. */
const SIGNATURES: ReadonlyArray<[offset: number, text: string]> = [
	[0, 'ID3'],
	[0, 'RIFF'],
	[0, 'OggS'],
	[0, 'fLaC'],
	[0, 'FORM'],
	[0, '#!AMR'],
	[0, 'caff'],
	[0, '.snd'],
	[4, 'ftyp'],
	[4, 'moov'],
	[0, '\x1aE\xdf\xa3'], // Matroska and WebM
	[0, '0&\xb2u'], // ASF: WMA and WMV
	[0, '\x00\x00\x01\xba'], // MPEG program stream
	[0, 'FLV'],
];

/** Forms of RIFF and FORM that are no recordings: pictures, fonts and documents. */
const RECORDINGS_IN_CHUNKS = new Set(['WAVE', 'AVI ', 'AIFF', 'AIFC', '8SVX']);

/** Whether a file begins like audio or video, whatever it is called. */
export function hasMediaSignature(bytes: Uint8Array): boolean {
	const start = String.fromCharCode(...bytes.subarray(0, SIGNATURE_BYTES));
	if (isMpegFrame(bytes)) return true;
	const match = SIGNATURES.find(([offset, text]) => start.startsWith(text, offset));
	if (match === undefined) return false;
	const [, text] = match;
	return text === 'RIFF' || text === 'FORM' ? RECORDINGS_IN_CHUNKS.has(start.slice(8, 12)) : true;
}

/**
 * A frame begins with eleven set bits. Of MPEG audio only layers II and III count: nobody records in layer I,
 * whose frames begin like text in UTF-16.
 */
function isMpegFrame([first = 0, second = 0]: Uint8Array): boolean {
	if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
	const isAac = (second & 0xf6) === 0xf0;
	const layer = (second & 0x06) >> 1;
	return isAac || ((layer === 1 || layer === 2) && (second & 0x18) !== 0x08);
}
