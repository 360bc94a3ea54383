import fc from 'fast-check';
import { kindOfBytes } from '../../../sandbox/audio/audioKind';

const kindOf = (content: string) => kindOfBytes(Buffer.from(content, 'latin1'));
const packets = (first: string, length: number) => first.padEnd(length, '\x11').repeat(3);

it.each([
	['audio/mpeg', 'ID3\x03\x00'],
	['audio/mpeg', '\xff\xfb\x90\x44\x00'],
	['audio/x-aac', '\xff\xf1\x50\x80\x00'],
	['audio/ogg', 'OggS\x00\x02'],
	['audio/mp4', '\x00\x00\x00\x20ftypM4A '],
	['video/mp4', '\x00\x00\x00\x20ftypisom'],
	['video/quicktime', '\x00\x00\x12\x20moov'],
	['audio/flac', 'fLaC\x00\x00'],
	['audio/x-wav', 'RF64\xff\xff\xff\xffWAVEds64'],
	['audio/vnd.dolby.dd-raw', '\x0b\x77\x1f\x90'],
	['audio/basic', '.snd\x00\x00\x00\x18'],
	['video/mp2t', packets('\x47', 188)],
	['video/mp2t', packets('\x00\x01\x02\x03\x47', 192)],
	['audio/x-wavpack', 'wvpk\x20'],
	['audio/x-unknown', 'Creative Voice File\x1a'],
	['audio/x-tta', 'TTA1\x01'],
	['audio/x-dss', '\x03ds2'],
	['audio/qcelp', 'RIFF\x24\x00\x00\x00QLCMfmt '],
	['application/mxf', '\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d'],
])('takes %s: %j', (mime, content) => {
	expect(kindOf(content)).toMatchObject({ audio: true, mime });
});

it.each([
	['image/heic', '\x00\x00\x00\x24ftypheic', 'ISO Media, HEIF Image HEVC'],
	['image/heif', '\x00\x00\x00\x24ftypmif1', 'ISO Media, HEIF Image'],
	['image/avif', '\x00\x00\x00\x20ftypavif', 'ISO Media, AVIF Image'],
	['image/jpeg', '\xff\xd8\xff\xe0JFIF', 'JPEG image data'],
	['image/tiff', 'II*\x00', 'TIFF image data, little-endian'],
	['audio/midi', 'MThd\x00\x00\x00\x06', 'Standard MIDI data'],
	['application/zip', 'PK\x03\x04', 'Zip archive data'],
	['application/x-7z-compressed', '7z\xbc\xaf\x27\x1c', '7-zip archive data'],
	['application/x-tar', 'call.mp3'.padEnd(257, '\0') + 'ustar', 'POSIX tar archive'],
	['application/vnd.ms-tnef', '\x78\x9f\x3e\x22', 'Transport Neutral Encapsulation Format'],
	[
		'application/x-ole-storage',
		'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
		'Composite Document File V2 Document',
	],
	['text/html', '\n  <!DOCTYPE html>', 'HTML document, ASCII text'],
	['text/html', '\xef\xbb\xbf<html lang="en">', 'HTML document, ASCII text'],
	['image/svg+xml', '<svg xmlns="x">', 'SVG Scalable Vector Graphics image, ASCII text'],
	['text/xml', '<?xml version="1.0"?><Error>', 'XML document, ASCII text'],
	['audio/x-mpegurl', '#EXTM3U\n#EXTINF:1,x\nx.mp3', 'M3U playlist, ASCII text'],
	['audio/x-scpls', '[playlist]\nFile1=x', 'PLS playlist, ASCII text'],
	['text/vtt', 'WEBVTT\n\n00:00', 'WebVTT subtitles, ASCII text'],
	['application/json', '{"a": 1}', 'JSON data'],
	['application/json', '[]', 'JSON data'],
	['text/plain', '[note] to self', 'ASCII text'],
	['text/plain', '\xff\xfeh\x00i\x00', 'Unicode text, UTF-16'],
	['application/octet-stream', '\x00\x01\x02\x03', 'data'],
	['inode/x-empty', '', 'empty'],
])('refuses %s: %j', (mime, content, description) => {
	expect(kindOf(content)).toEqual({ audio: false, mime, description });
});

it('judges any bytes, and never takes plain text for a recording', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 600 }), (any) => {
			expect(kindOfBytes(Buffer.from(any)).mime).not.toBe('');
		}),
	);
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z0-9 ,.]{1,40}$/), (text) => {
			expect(kindOf(text).audio).toBe(false);
		}),
	);
});
