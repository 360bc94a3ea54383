import {
	RECORDING_HINTS,
	recordingFault,
	recordingHint,
	type RecordingFault,
} from '../../../../nodes/shared/audio/recordingHints';
import type { RecordingSource } from '../../../../nodes/shared/audio/recordingSource';

/** The service's own sentences, from the places that recordingHints.ts names. */
const SAID: Record<RecordingFault, string[]> = {
	forbidden: [
		'Download error to URL, 403 Client Error: Forbidden for url: https://example.com/call.mp3',
		'Download error to https://foo.bar, 403 Client Error: Forbidden for url: https://foo.bar',
		'Download error to URL, 401 Client Error: Unauthorized for url: https://example.com/a.mp3',
		'Download Error: Forbidden URL',
	],
	gone: ['Download Error: 404 Client Error: Not Found for url: https://example.com/text/html'],
	unreachable: [
		'Download error, unable to download URL. Please make sure the file exists and is accessible from the internet.',
		'Download error, unable to download https://foo.bar. Please make sure the file exists and is accessible from the internet.',
		'Download error, unable to access file at https://example.com/audio.mp3',
	],
	webPage: [
		'File does not appear to contain audio. File type is text/html (HTML document, ASCII text, with very long lines (56754)).',
		'File does not contain audio, appears to be text/html',
	],
	text: [
		'Transcoding failed. File type application/json',
		'Transcoding failed. File does not appear to contain audio. File type is text/plain (ASCII text).',
		'File does not appear to contain audio. File type is text/xml (XML 1.0 document, ASCII text).',
	],
	noSound: [
		'Transcoding failed. File does not appear to contain audio. File type is application/octet-stream (Audio file with ID3 version 2.4.0).',
		'Transcoding failed. File does not appear to contain audio. File type is video/mp4 (ISO Media, MP4 v2).',
	],
	otherFile: [
		'Transcoding failed. File does not appear to contain audio. File type is application/pdf (PDF document).',
		'Transcoding failed. File does not appear to contain audio. File type is image/heic (ISO Media, HEIF Image).',
	],
	unreadable: ['Transcoding failed.'],
};
const FAULTS = Object.entries(SAID);
const SOURCES: RecordingSource[] = [
	...(['storedFile', 'inlineFile', 'sharePage', 'loginLink', 'privateLink'] as const),
	...(['signedLink', 'link'] as const),
];

test.each(FAULTS.flatMap(([fault, texts]) => texts.map((said) => [fault, said] as const)))(
	'%s: %s',
	(fault, said) => {
		expect(recordingFault(said)).toBe(fault);
	},
);

describe.each(Object.entries(RECORDING_HINTS))('each source has one hint for %s', (_, rows) => {
	test.each(SOURCES)('%s', (source) => {
		expect(rows.filter(([from]) => from.includes(source))).toHaveLength(1);
	});
});

/** The words of each row that nothing but this row says, in the order of the table. */
const TOLD: Record<RecordingFault, Array<[RecordingSource, RegExp]>> = {
	forbidden: [
		['storedFile', /its own copy of the file\. Run the item again\.$/],
		['loginLink', /^This address asks for a login.*HTTP Request node and the credential/],
		['signedLink', /^The link has run out, or its signature was changed\. .*limited time/],
		['sharePage', /^The link is not open to everybody\. Share the file with anybody/],
		['link', /^The address is not open to everybody.*public or signed link/],
	],
	gone: [
		['inlineFile', /its own copy/],
		['signedLink', /^The file is not at this address, or the link has run out\./],
		['sharePage', /^The file was moved or deleted, or is not shared\. Share/],
		['loginLink', /^The recording was deleted, has run out or is hidden.*asks for a login/],
		['privateLink', /^There is no file at this address/],
	],
	unreachable: [
		['storedFile', /its own copy/],
		['loginLink', /^This address asks for a login/],
		['privateLink', /^The address is within a network/],
		['signedLink', /^Check that the link works in a browser\. .*limited time/],
		['sharePage', /^AssemblyAI cannot fetch the file from this page\. Share/],
		['link', /public and has not expired, or choose the source Binary File\(s\)\.$/],
	],
	webPage: [
		['storedFile', /^The file is a web page: the earlier node downloaded a sign-in/],
		['inlineFile', /^What the item carries as a file is a web page/],
		['loginLink', /^This address asks for a login/],
		['sharePage', /Google Drive asks above 100 MB/],
		['signedLink', /^The link answered with a web page.*limited time/],
		['link', /^The URL leads to a web page, not to a media file/],
	],
	text: [
		['storedFile', /^The file has text in it.*see what that node was answered\.$/],
		['inlineFile', /base64 twice.*this\.helpers\.prepareBinaryData\.$/],
		['loginLink', /^This address asks for a login/],
		['signedLink', /^The address answers with text/],
	],
	noSound: [
		['inlineFile', /a film without a sound track.*downloaded it completely\.$/],
		['loginLink', /a film without a sound track.*Play it in a browser\.$/],
	],
	otherFile: [
		['storedFile', /^Only audio and video files.*the earlier node put on this item\.$/],
		['link', /^Only audio and video files.*in a browser what the URL downloads/],
	],
	unreadable: [
		['storedFile', /^The file could not be read.*downloaded it completely\.$/],
		['privateLink', /^What the URL downloads could not be read/],
	],
};

describe.each(FAULTS)('%s', (fault, [said = '']) => {
	const rows = Object.entries(TOLD).find(([name]) => name === fault)?.[1] ?? [];

	test.each(rows)('of a %s: %s', (source, words) => {
		expect(recordingHint(source, said)).toMatch(words);
	});

	test('has a test for each row of the table', () => {
		const table = Object.entries(RECORDING_HINTS).find(([name]) => name === fault)?.[1] ?? [];
		expect(rows.map(([source]) => table.findIndex(([from]) => from.includes(source)))).toEqual(
			table.map((_, row) => row),
		);
	});
});

test.each(['Audio duration is too short.', 'Server error, developers have been alerted', ''])(
	'%j is not about where a recording came from',
	(said) => {
		expect(recordingHint('link', said)).toBeUndefined();
	},
);
