import fc from 'fast-check';
import { hasMediaSignature } from '../../../../nodes/shared/audio/signature';

const bytes = (start: string) => Uint8Array.from(start.padEnd(16, '\0'), (c) => c.charCodeAt(0));

test.each([
	['MP3 with a tag', 'ID3\x04'],
	['MP3 without', '\xff\xfb\x90'],
	['AAC', '\xff\xf1\x50'],
	['WAV', 'RIFF\x24\x00\x00\x00WAVEfmt '],
	['AVI', 'RIFF\x24\x00\x00\x00AVI LIST'],
	['AIFF', 'FORM\x00\x00\x00\x24AIFFCOMM'],
	['Ogg', 'OggS\x00\x02'],
	['FLAC', 'fLaC\x00'],
	['MP4', '\x00\x00\x00\x20ftypisom'],
	['WebM', '\x1a\x45\xdf\xa3'],
	['WMA', '\x30\x26\xb2\x75'],
	['AMR', '#!AMR\n'],
	['RF64', 'RF64\xff\xff\xff\xffWAVEds64'],
	['AC-3', '\x0b\x77\x1f'],
	['AU', '.snd\x00\x00\x00\x18'],
	['VOC', 'Creative Voice File\x1a'],
	['WavPack', 'wvpk\x20'],
	['TTA', 'TTA1\x01'],
	["Monkey's Audio", 'MAC \x96\x0f'],
	['a dictation', '\x03ds2'],
	['MPEG-TS', ['\x47', '\x47', '\x47'].map((packet) => packet.padEnd(188, '\x11')).join('')],
	['M2TS', ['', '', ''].map(() => '\x00\x01\x02\x03\x47'.padEnd(192, '\x11')).join('')],
	['GSM', Array.from({ length: 16 }, () => '\xd4'.padEnd(33, '\x22')).join('')],
	['M4A', '\x00\x00\x00\x20ftypM4A '],
	['a film that begins with its index', '\x00\x00\x12\x20moov'],
])('%s is known by how it begins', (_, start) => {
	expect(hasMediaSignature(bytes(start))).toBe(true);
});

test.each([
	['WebP', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
	['PDF', '%PDF-1.7'],
	['a page', '<!doctype html>'],
	['a picture', '\xff\xd8\xff\xe0'],
	['ZIP', 'PK\x03\x04'],
	['UTF-16 text', '\xff\xfeD\x00e\x00'],
	['a photo of a phone', '\x00\x00\x00\x24ftypheic'],
	['a sequence of photos', '\x00\x00\x00\x24ftypmsf1'],
	['AVIF', '\x00\x00\x00\x20ftypavif'],
	['MIDI', 'MThd\x00\x00'],
	['a playlist', '#EXTM3U\n'],
	['a text about addresses', 'MAC addresses'],
	[
		'Russian',
		Buffer.from('Добрый день, пришлите, пожалуйста, договор '.repeat(20)).toString('latin1'),
	],
	['nothing', ''],
])('%s is no recording', (_, start) => {
	expect(hasMediaSignature(bytes(start))).toBe(false);
});

test('any bytes can be judged, and plain text is never taken for a recording', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 20 }), (any) => void hasMediaSignature(any)));
	fc.assert(
		fc.property(fc.stringMatching(/^[A-Za-z0-9 ,.]{0,16}$/), (text) => {
			expect(hasMediaSignature(bytes(text))).toBe(false);
		}),
	);
});
