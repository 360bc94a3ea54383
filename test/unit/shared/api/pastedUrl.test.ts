import fc from 'fast-check';
import { pastedUrl } from '../../../../nodes/shared/api/pastedUrl';
import { isPrivate } from '../../../../nodes/shared/api/privateHost';
import { messageOf } from '../../../support/unit/messageOf';

const urlOf = (value: unknown) => pastedUrl.parse(value).url;

test.each([
	['https://host/My Call 3.mp3', 'https://host/My%20Call%203.mp3'],
	[' https://host/a.mp3\n', 'https://host/a.mp3'],
	['\u200bhttps://host/a.mp3', 'https://host/a.mp3'],
	['"https://host/a.mp3"', 'https://host/a.mp3'],
	['<https://host/a.mp3>', 'https://host/a.mp3'],
	['<https://host/a.mp3|call.mp3>', 'https://host/a.mp3'],
	['HTTP://host/a.mp3', 'http://host/a.mp3'],
	['Https://Host/A.mp3', 'https://Host/A.mp3'],
	['https://host/a"b.mp3', 'https://host/a%22b.mp3'],
	['https://host/Grüße.mp3', 'https://host/Grüße.mp3'],
	['[call](https://host/a.mp3)', 'https://host/a.mp3'],
	['https://https://host/a.mp3', 'https://host/a.mp3'],
	['https://host/a.mp3?x=1&amp;y=2', 'https://host/a.mp3?x=1&y=2'],
])('%j is understood as %s', (given, url) => {
	expect(pastedUrl.parse(given)).toEqual({ url, warnings: [] });
});

test('an address that is signed stays letter by letter', () => {
	const signed = 'https://bucket.s3.amazonaws.com/a%2Fb%20c.mp3?X-Amz-Signature=a%2F%3D+x&y=(1)';
	expect(urlOf(signed)).toBe(signed);
	const part = fc.stringMatching(/^[A-Za-z0-9%._~/?#@!$&'()*+,;=:-]{0,40}$/);
	fc.assert(
		fc.property(part, (rest) => {
			expect(urlOf(`https://example.com/${rest}`)).toBe(`https://example.com/${rest}`);
		}),
	);
});

test.each([
	[
		'https://drive.google.com/file/d/1AbC_d-E/view?usp=sharing',
		'https://drive.google.com/uc?export=download&id=1AbC_d-E',
		'Google Drive',
	],
	[
		'https://drive.google.com/open?id=1AbC',
		'https://drive.google.com/uc?export=download&id=1AbC',
		'Google Drive',
	],
	[
		'https://www.dropbox.com/scl/fi/x/a.mp3?rlkey=k&dl=0',
		'https://www.dropbox.com/scl/fi/x/a.mp3?rlkey=k&dl=1',
		'Dropbox',
	],
	[
		'https://acme.sharepoint.com/:u:/s/x/Ab?e=1',
		'https://acme.sharepoint.com/:u:/s/x/Ab?e=1&download=1',
		'SharePoint',
	],
	['https://acme.box.com/s/abc123', 'https://acme.box.com/shared/static/abc123', 'Box'],
])('the page %s becomes %s, and says so', (page, url, store) => {
	const pasted = pastedUrl.parse(page);
	expect(pasted.url).toBe(url);
	expect(pasted.warnings).toEqual([
		expect.stringContaining(`The link leads to a page of ${store},`),
	]);
	expect(pastedUrl.parse(url)).toEqual({ url, warnings: [] });
});

test.each<[unknown, string]>([
	['', 'it is empty; the earlier node gave no URL'],
	[undefined, 'it is empty; the earlier node gave no URL'],
	[null, 'it is empty; the earlier node gave no URL'],
	[['https://host/a.mp3'], 'it is a list: split it into items first, one for each recording'],
	[{ url: 'x' }, 'it is not a text; map the field that has the address'],
	[7, 'it is not a text; map the field that has the address'],
	['file:///home/me/a.mp3', 'it is a file of one computer'],
	['ftp://host/a.mp3', 'AssemblyAI does not download by FTP'],
	['s3://bucket/a.mp3', 'it is a name within S3'],
	['C:\\calls\\a.mp3', 'it is a path on one computer'],
	['/data/a.mp3', 'it is a path on one computer'],
	['data:audio/mpeg;base64,AAAA', 'it is the content of a file'],
	['example.com/a.mp3', 'its beginning is missing: write https:// before it'],
	['//example.com/a.mp3', 'its beginning is missing: write https:// before it'],
	['mailto:jo@example.com', 'it is not a URL that begins with http:// or https://'],
	['undefined', 'it is the word undefined: the expression found no address'],
	['{{ $json.url }}', 'it is an expression that was not evaluated'],
	['https://a.example/a.mp3, https://a.example/b.mp3', 'it has several addresses'],
	['https://a.example/a.mp3\nhttps://a.example/b.mp3', 'it has several addresses'],
	['https://drive.google.com/drive/folders/1AbC', 'it is a folder of Google Drive'],
	['ftps://host/a.mp3', 'AssemblyAI does not download by FTP'],
	['smb://nas/a.mp3', 'it is a folder of your network'],
	['rtsp://host/live', 'it is a live stream'],
	['blob:https://a.example/1', 'it is an address within one browser'],
	['https://', 'it is not a URL that begins with http:// or https://'],
	['https://ho st/a.mp3', 'it is not a URL: its host cannot be read'],
])('%j is refused: %s', (value, message) => {
	expect(messageOf(pastedUrl, value)).toContain(message);
});

test.each([
	'http://localhost:8080/a.mp3',
	'http://127.0.0.1/a.mp3',
	'http://10.1.2.3/a.mp3',
	'http://192.168.0.4/a.mp3',
	'http://172.20.0.1/a.mp3',
	'http://[::1]/a.mp3',
	'http://minio/a.mp3',
	'http://nas.local/a.mp3',
	'http://localhost./a.mp3',
	'http://100.64.0.1/a.mp3',
	'http://[::ffff:10.0.0.1]/a.mp3',
	'http://2130706433/a.mp3',
])('%s is within a network', (url) => expect(isPrivate(url)).toBe(true));

test.each([
	'https://example.com/a.mp3',
	'http://172.32.0.1/a.mp3',
	'http://8.8.8.8/a.mp3',
	'http://100.128.0.1/a.mp3',
	'http://[::ffff:8.8.8.8]/a.mp3',
	'http://[2001:db8::1]/a.mp3',
])('%s is not', (url) => expect(isPrivate(url)).toBe(false));
