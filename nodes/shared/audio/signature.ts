/** As many bytes from the beginning of a file as its kind is told by: three packets of an MPEG transport stream. */
export const SIGNATURE_BYTES = 580;

/** How the containers of audio and video files begin, as text at an offset. */
const SIGNATURES: ReadonlyArray<[offset: number, text: string]> = [
	[0, 'ID3\x02'],
	[0, 'ID3\x03'],
	[0, 'ID3\x04'],
	[0, 'OggS'],
	[0, 'fLaC'],
	[0, '#!AMR'],
	[0, '#!SILK_V3'],
	[0, 'caff\x00\x01'],
	[0, '.snd\x00\x00'],
	[0, 'Creative Voice File'],
	[0, 'wvpk'],
	[0, 'TTA1'],
	[0, 'MPCK'],
	[0, 'MP+\x07'],
	[0, 'MP+\x17'],
	[0, 'DSD '],
	[0, '\x02dss'],
	[0, '\x03ds2'],
	[0, 'riff\x2e\x91\xcf\x11'], // Sony Wave64
	[0, '\x06\x0e\x2b\x34\x02\x05\x01\x01'], // MXF
	[0, '\x1aE\xdf\xa3'], // Matroska and WebM
	[0, '0&\xb2u'], // ASF: WMA and WMV
	[0, '\x00\x00\x01\xba'], // MPEG program stream
	[0, '\x00\x00\x01\xb3'], // MPEG video
	[0, '\x0b\x77'], // AC-3
	[0, 'FLV\x01'],
];

/** Forms of RIFF, RF64 and FORM that are recordings; others are pictures, fonts and documents. */
const CHUNKS = new Set(['RIFF', 'RF64', 'BW64', 'FORM']);
const RECORDINGS_IN_CHUNKS = new Set(['WAVE', 'AVI ', 'AIFF', 'AIFC', '8SVX', 'QLCM']);

/** Brands of ISO files that are pictures: HEIC, AVIF and raw ones of cameras. */
const PICTURE_BRANDS =
	/^ftyp(?:he[iv][cmsx]|hevm|hevs|mif[12]|msf1|mi[ha]f|avi[fs]|crx |jp2 |jpx )/;

/** Whether a file begins like audio or video, whatever it is called. */
export function hasMediaSignature(bytes: Uint8Array): boolean {
	const start = String.fromCharCode(...bytes.subarray(0, 32));
	if (isBox(start)) return !PICTURE_BRANDS.test(start.slice(4, 12));
	if (CHUNKS.has(start.slice(0, 4))) return RECORDINGS_IN_CHUNKS.has(start.slice(8, 12));
	return (
		SIGNATURES.some(([offset, text]) => start.startsWith(text, offset)) ||
		isMonkeysAudio(start) ||
		isMpegFrame(bytes) ||
		isTransportStream(bytes) ||
		isGsm(bytes)
	);
}

/** A box of an ISO file: its size in four bytes, of which the first one is small, and its name. */
function isBox(start: string): boolean {
	return start.charCodeAt(0) < 0x20 && /^.{4}(?:ftyp|moov|mdat|wide)/s.test(start);
}

/** Behind its name stands a version of three digits, in thousandths: 3.99 is 3990. */
function isMonkeysAudio(start: string): boolean {
	const version = start.charCodeAt(4) + 256 * start.charCodeAt(5);
	return start.startsWith('MAC ') && version >= 3000 && version < 5000;
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

/** Packets of 188 bytes that each begin with 0x47, in M2TS with four more before. */
function isTransportStream(bytes: Uint8Array): boolean {
	return [
		{ first: 0, length: 188 },
		{ first: 4, length: 192 },
	].some(({ first, length }) =>
		[0, 1, 2].every((packet) => bytes[first + packet * length] === 0x47),
	);
}

/** So many that a text in Cyrillic, whose letters begin alike, does not look the same. */
const GSM_FRAMES = 16;

/** GSM 06.10 has no header: frames of 33 bytes that each begin with the bits 1101. */
function isGsm(bytes: Uint8Array): boolean {
	const frames = Array.from({ length: GSM_FRAMES }, (_, frame) => bytes[33 * frame] ?? 0);
	return frames.every((first) => (first & 0xf0) === 0xd0);
}
