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

test.each(
	(
		'application/force-download application/x-download application/download application/binary ' +
		'application/x-octet-stream application/unknown application/mp4 application/x-mp4 application/mp3 ' +
		'application/x-mpeg application/x-wav application/amr application/vnd.ms-asf application/mxf ' +
		'unknown/unknown */* multipart/form-data text/plain mp3 x-wav'
	)
		.split(' ')
		.concat('application/ogg; codecs=opus', 'application/octet-stream; charset=binary'),
)('of the type %s the name tells', (mimeType) => {
	expect(judgeMedia({ mimeType, fileName: 'two.mp3' })).toBe('media');
});

test.each([
	['a document', { mimeType: 'application/pdf', fileName: 'call.pdf' }],
	['a page whose name looks like audio', { mimeType: 'text/html', fileName: 'call.mp3' }],
	['an image', { mimeType: 'image/png' }],
	['a photo by its name', { mimeType: 'application/octet-stream', fileName: 'IMG_1234.HEIC' }],
	['a playlist', { mimeType: 'audio/x-mpegurl', fileName: 'rec.m3u' }],
	['MIDI', { mimeType: 'audio/midi', fileName: 'x.mid' }],
	['an archive', { mimeType: 'application/zip', fileName: 'calls.mp3' }],
	[
		'a document of an office',
		{
			mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			fileName: 'a.docx',
		},
	],
])('%s is not', (_, facts) => {
	expect(judgeMedia(facts)).toBe('other');
});

test.each([
	['bytes with another name', { mimeType: 'application/octet-stream', fileName: 'a.bin' }],
	['plain text without a name', { mimeType: 'text/plain', fileName: null }],
	['a type that says nothing', { mimeType: 'unknown/unknown' }],
	['bytes without a name', { mimeType: 'application/octet-stream' }],
	['a name that ends with a dot', { fileName: 'mp3.' }],
	['nothing', {}],
])('only the content can tell of %s', (_, facts) => {
	expect(judgeMedia(facts)).toBe('untold');
});
