import { judgeMedia } from '../../../../nodes/shared/audio/mediaFiles';

test.each([
	['audio', { mimeType: 'audio/mpeg' }],
	['video', { mimeType: 'video/mp4' }],
	['audio with a codec', { mimeType: 'audio/webm;codecs=opus' }],
	['a type in capitals', { mimeType: 'AUDIO/WAV' }],
	['Ogg by its older type', { mimeType: 'application/ogg', fileName: 'call' }],
	['audio by its type, whatever its name', { mimeType: 'audio/x-wav', fileName: 'call.txt' }],
	['untold bytes by their name', { mimeType: 'application/octet-stream', fileName: 'a.b.MP3' }],
	['no type by its name', { fileName: 'call.m4a' }],
	['an empty type by its name', { mimeType: '', fileName: 'call.opus' }],
	['S3 bytes by their extension', { mimeType: 'binary/octet-stream', fileExtension: 'flac' }],
	['a name without extension by that of n8n', { fileName: 'call', fileExtension: 'wav' }],
])('%s is media', (_, facts) => {
	expect(judgeMedia(facts)).toBe('media');
});

test.each([
	['a document', { mimeType: 'application/pdf', fileName: 'call.pdf' }],
	['a page whose name looks like audio', { mimeType: 'text/html', fileName: 'call.mp3' }],
	['an image', { mimeType: 'image/png' }],
])('%s is not', (_, facts) => {
	expect(judgeMedia(facts)).toBe('other');
});

test.each([
	['bytes with another name', { mimeType: 'application/octet-stream', fileName: 'a.zip' }],
	['bytes without a name', { mimeType: 'application/octet-stream' }],
	['a name that ends with a dot', { fileName: 'mp3.' }],
	['nothing', {}],
])('only the content can tell of %s', (_, facts) => {
	expect(judgeMedia(facts)).toBe('untold');
});
