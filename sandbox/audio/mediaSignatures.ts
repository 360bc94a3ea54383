import { bySignature, signatures, type Row, type Signature } from './signature';

/** The kinds that AssemblyAI's FAQ lists as supported (November 2026), and others of the same decoders. */
const MEDIA = signatures([
	[0, 'ID3', 'audio/mpeg', 'Audio file with ID3'],
	[0, 'OggS', 'audio/ogg', 'Ogg data'],
	[8, 'WAVE', 'audio/x-wav', 'RIFF WAVE audio'],
	[8, 'AVI ', 'video/x-msvideo', 'RIFF AVI'],
	[8, 'AIFF', 'audio/aiff', 'AIFF audio'],
	[8, 'AIFC', 'audio/aiff', 'AIFF-C audio'],
	[8, '8SVX', 'audio/8svx', 'IFF data, 8SVX 8-bit sampled sound voice'],
	[8, 'QLCM', 'audio/qcelp', 'RIFF QCP audio'],
	[0, 'fLaC', 'audio/flac', 'FLAC audio'],
	[0, '\x1aE\xdf\xa3', 'video/webm', 'Matroska data'],
	[0, '#!AMR', 'audio/amr', 'Adaptive Multi-Rate Codec'],
	[0, '0&\xb2u\x8ef\xcf\x11', 'audio/x-ms-wma', 'Microsoft ASF'],
	[0, 'FLV\x01', 'video/x-flv', 'Macromedia Flash Video'],
	[0, 'caff', 'audio/x-caf', 'Core Audio'],
	[0, '.snd\x00', 'audio/basic', 'Sun/NeXT audio data'],
	[0, 'Creative Voice File', 'audio/x-unknown', 'Creative Labs voice data'],
	[0, '\x0b\x77', 'audio/vnd.dolby.dd-raw', 'ATSC A/52 aka AC-3 aka Dolby Digital stream'],
	[0, 'wvpk', 'audio/x-wavpack', 'WavPack Lossless Audio'],
	[0, 'TTA1', 'audio/x-tta', 'True Audio Lossless Audio'],
	[0, 'MAC ', 'audio/x-ape', "Monkey's Audio compressed format"],
	[0, '\x02dss', 'audio/x-dss', 'Digital Speech Standard'],
	[0, '\x03ds2', 'audio/x-dss', 'Digital Speech Standard'],
	[0, '\x06\x0e\x2b\x34\x02\x05\x01\x01', 'application/mxf', 'Material exchange container format'],
	[0, '\x00\x00\x01\xba', 'video/mpeg', 'MPEG sequence'],
	[0, 'riff\x2e\x91\xcf\x11', 'audio/x-w64', 'Sony Wave64 RIFF data'],
]);

/** The brands of ISO files that are pictures. */
const HEIC = ['heic', 'heix', 'hevc', 'heim', 'heis', 'hevm', 'hevs'];
const HEIF = ['mif1', 'mif2', 'msf1'];
const AVIF = ['avif', 'avis'];

const PICTURES = signatures([
	...HEIC.map((brand): Row => [4, `ftyp${brand}`, 'image/heic', 'ISO Media, HEIF Image HEVC']),
	...HEIF.map((brand): Row => [4, `ftyp${brand}`, 'image/heif', 'ISO Media, HEIF Image']),
	...AVIF.map((brand): Row => [4, `ftyp${brand}`, 'image/avif', 'ISO Media, AVIF Image']),
	[4, 'ftypcrx ', 'image/x-canon-cr3', 'ISO Media, Canon digital camera CR3'],
	[4, 'ftypjp2 ', 'image/jp2', 'JPEG 2000 Part 1 (JP2)'],
]);

const ISO = signatures([
	[4, 'ftypM4A', 'audio/mp4', 'ISO Media, Apple iTunes ALAC/AAC-LC (.M4A) Audio'],
	[4, 'ftyp', 'video/mp4', 'ISO Media'],
	[4, 'moov', 'video/quicktime', 'Apple QuickTime movie'],
	[4, 'mdat', 'video/quicktime', 'Apple QuickTime movie (unoptimized)'],
	[4, 'wide', 'video/quicktime', 'Apple QuickTime movie'],
]);

/** The kind of a file that is audio or video; nothing for every other file. */
export function mediaSignature(head: Buffer): Signature | undefined {
	if (bySignature(head, PICTURES)) return undefined;
	return bySignature(head, MEDIA) ?? bySignature(head, ISO) ?? transportStream(head) ?? frame(head);
}

/** The kind of a picture that is kept as films are. */
export function isoPicture(head: Buffer): Signature | undefined {
	return bySignature(head, PICTURES);
}

/** Packets of 188 bytes that begin with 0x47; cameras put four bytes before each. */
function transportStream(head: Buffer): Signature | undefined {
	const isStream = [
		[0, 188],
		[4, 192],
	].some(([first = 0, length = 0]) => [0, 1, 2].every((n) => head[first + n * length] === 0x47));
	if (!isStream) return undefined;
	return { at: 0, bytes: '', mime: 'video/mp2t', description: 'MPEG transport stream data' };
}

/**
 * MPEG audio without a tag has no magic number, only the sync word that starts each frame. Layer I is left out:
 * its frames begin like text in UTF-16.
 */
function frame(head: Buffer): Signature | undefined {
	const [first, second, third] = head;
	if (first !== 0xff || second === undefined || third === undefined) return undefined;
	if ((second & 0xf6) === 0xf0) {
		return { at: 0, bytes: '', mime: 'audio/x-aac', description: 'MPEG ADTS, AAC' };
	}
	const layer = (second >> 1) & 3;
	const isFrame = (second & 0xe0) === 0xe0 && ((second >> 3) & 3) !== 1;
	if (!isFrame || (layer !== 1 && layer !== 2)) return undefined;
	if (third >> 4 === 15 || ((third >> 2) & 3) === 3) return undefined;
	return { at: 0, bytes: '', mime: 'audio/mpeg', description: 'MPEG ADTS' };
}
