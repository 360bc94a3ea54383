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
	['nothing', ''],
])('%s is no recording', (_, start) => {
	expect(hasMediaSignature(bytes(start))).toBe(false);
});

test('any bytes can be judged, and plain text is never taken for a recording', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 20 }), (any) => void hasMediaSignature(any)));
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z ,.]{0,16}$/), (text) => {
			expect(hasMediaSignature(bytes(text))).toBe(
				text.startsWith('caff') ||
					text.startsWith('.snd') ||
					text.startsWith('ftyp', 4) ||
					text.startsWith('moov', 4),
			);
		}),
	);
});
