import type { IBinaryKeyData } from 'n8n-workflow';
import { contentOf } from '../../../support/engine/fileContents';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const SAID = 'AssemblyAI could not transcribe this recording: ';
const PREPARE =
	'Let the earlier node give a file; in a Code node, make one with this.helpers.prepareBinaryData.';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const inline = (data: unknown): IBinaryKeyData =>
	JSON.parse(JSON.stringify({ data: { mimeType: 'audio/mpeg', fileName: 'a.mp3', data } }));
const stored = async (kind: string, fileName = 'a.mp3') => ({
	data: await bench.file(contentOf(kind), fileName, 'audio/mpeg'),
});

test.each<[string, () => IBinaryKeyData | Promise<IBinaryKeyData>, string, string]>([
	[
		'a stored web page',
		async () => await stored('html'),
		`${SAID}File does not appear to contain audio. File type is text/html (HTML document, ASCII text).`,
		'The file is a web page: the earlier node downloaded a sign-in or share page in place of the recording. Give that node a direct download link, or the credential that the page asks for.',
	],
	[
		'a web page within the item',
		() => inline(base64('<!doctype html><p>Sign in')),
		`${SAID}File does not appear to contain audio. File type is text/html (HTML document, ASCII text).`,
		'What the item carries as a file is a web page. Look at what the node that made the file was given: a sign-in page, or a share page in place of a download.',
	],
	[
		'content that was encoded twice',
		() => inline(base64(base64('ID3 and sound'))),
		`${SAID}Transcoding failed. File does not appear to contain audio. File type is text/plain (ASCII text).`,
		'What the item carries as a file is text once it is decoded. Content that was encoded as base64 twice looks like that, and so does an error message; in a Code node make files with this.helpers.prepareBinaryData.',
	],
	[
		'a stored photo that calls itself audio',
		async () => await stored('heic', 'photo.mp3'),
		`${SAID}Transcoding failed. File does not appear to contain audio. File type is image/heic (ISO Media, HEIF Image HEVC).`,
		'Only audio and video files can be transcribed. Check which file the earlier node put on this item.',
	],
	[
		'an error in JSON in place of the recording',
		async () => await stored('json'),
		`${SAID}Transcoding failed. File type application/json`,
		'The file has text in it, such as an error message or JSON in place of the recording. Open it in the output of the earlier node, and see what that node was answered.',
	],
	[
		'an address in place of content',
		() => inline('https://example.com/a.mp3'),
		'The field data has no file that n8n can read: its content is not base64',
		PREPARE,
	],
	[
		'bytes that were turned into text',
		() => inline('ID3\u0004\u0000ÿû\u0090'),
		'The field data has no file that n8n can read: its content is not base64',
		PREPARE,
	],
	[
		'a list of bytes',
		() => inline([73, 68, 51]),
		'The field data has no file that n8n can read: its content is not a text',
		PREPARE,
	],
	[
		'nothing behind the prefix',
		() => inline('data:audio/mpeg;base64,'),
		'The file a.mp3 is empty',
		'The earlier node downloaded nothing: look at its output, and run the workflow again from there.',
	],
])('%s', async (_, binary, message, hint) => {
	const result = await bench.transcribe([{ json: {}, binary: await binary() }]);
	const error = result.error('Node');
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description?.slice(0, hint.length)).toBe(hint);
});

test.each<[string, string, string]>([
	['nothing', '={{ $json.nothing }}', 'it is empty; the earlier node gave no URL'],
	[
		'several',
		'={{ ["https://a.example/1"] }}',
		'it is a list: split it into items first, one for each recording',
	],
	['an object', '={{ ({ url: 1 }) }}', 'it is not a text; map the field that has the address'],
	['a host only', 'example.com/call.mp3', 'its beginning is missing: write https:// before it'],
	['a word', 'undefined', 'it is the word undefined: the expression found no address'],
	[
		'a folder',
		'https://drive.google.com/drive/folders/1AbC',
		'it is a folder of Google Drive: give the link of one file',
	],
])('an address that is %s', async (_, audioUrl, fault) => {
	const result = await bench.transcribe([{ json: {} }], { source: 'url', audioUrl });
	expect(result.error('Node')?.message).toBe(
		`The parameter Audio URL cannot be used: ${fault} [item 0]`,
	);
});
