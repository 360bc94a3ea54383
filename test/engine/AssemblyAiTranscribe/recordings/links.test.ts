import { HostileService } from '../../../support/engine/hostileService';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
	service = await HostileService.open(() => ({ body: { id: 'job-1', status: 'queued' } }));
});
beforeEach(() => void service.seen.splice(0));
afterAll(async () => {
	await service.close();
	await bench.close();
});

const transcribe = async (audioUrl: unknown) =>
	await bench.transcribe(
		[{ json: { given: JSON.parse(JSON.stringify(audioUrl ?? null)) } }],
		{ source: 'url', audioUrl: '={{ $json.given }}', waitMode: 'doNotWait' },
		{ credentials: service.account() },
	);

const sent = () => service.submissions.map(({ body }): unknown => JSON.parse(body).audio_url);

const A = 'https://a.example/call.mp3';

test.each<[string, string]>([
	[A, A],
	[` ${A}\n`, A],
	['HTTPS://a.example/Call.MP3', 'https://a.example/Call.MP3'],
	['Http://a.example/a', 'http://a.example/a'],
	['https://a.example/My Call 3.mp3', 'https://a.example/My%20Call%203.mp3'],
	['https://a.example/a.mp3?name=My Deal', 'https://a.example/a.mp3?name=My%20Deal'],
	['https://a.example/a\u00a0b', 'https://a.example/a%C2%A0b'],
	['https://a.example/{1}|<2>', 'https://a.example/%7B1%7D%7C%3C2%3E'],
	['https://a.example/ü%20é.mp3', 'https://a.example/ü%20é.mp3'],
	['https://a.example/a%2Fb?s=%2B%3B&t=1', 'https://a.example/a%2Fb?s=%2B%3B&t=1'],
	['https://a.example/a?x=1&amp;y=2', 'https://a.example/a?x=1&y=2'],
	['https://https://a.example/call.mp3', A],
	['https://user:word@a.example:8443/a', 'https://user:word@a.example:8443/a'],
	['https://A.EXAMPLE./call.mp3', 'https://A.EXAMPLE./call.mp3'],
	[`\u200b${A}`, A],
	[`\u202a${A}\u202c`, A],
	[`\u2066${A}\u2069`, A],
	[`\ufeff${A}\u00ad`, A],
	[`"${A}"`, A],
	[`'${A}'`, A],
	[`“${A}”`, A],
	[`”${A}”`, A],
	[`‘${A}’`, A],
	[`„${A}“`, A],
	[`»${A}«`, A],
	[`‹${A}›`, A],
	[`\`${A}\``, A],
	[`[${A}]`, A],
	[`(${A})`, A],
	[`<${A}>`, A],
	[`${A}"`, A],
	[`${A}\u0000`, A],
	[`<${A}|call.mp3>`, A],
	[`[the call](${A})`, A],
])('%j is understood', async (pasted, url) => {
	const result = await transcribe(pasted);
	expect(result.error('Node')?.message).toBeUndefined();
	expect(sent()).toEqual([url]);
	expect(result.output[0]?.json).toMatchObject({ audioUrl: url, warnings: [] });
});

const drive = 'https://drive.google.com/uc?export=download&id=1AbC_d-E';
test.each<[string, string, string]>([
	['Google Drive', 'https://drive.google.com/file/d/1AbC_d-E/view?usp=sharing', drive],
	['Google Drive', 'https://drive.google.com/file/u/1/d/1AbC_d-E/edit', drive],
	['Google Drive', 'https://drive.google.com/file/d/1AbC_d-E/preview', drive],
	['Google Drive', 'https://drive.google.com/open?id=1AbC_d-E', drive],
	['Google Drive', '<https://DRIVE.google.com/file/d/1AbC_d-E|call>', drive],
	['Dropbox', 'https://www.dropbox.com/s/x1/a.mp3?dl=0', 'https://www.dropbox.com/s/x1/a.mp3?dl=1'],
	[
		'Dropbox',
		'https://www.dropbox.com/scl/fi/x1/a.mp3?rlkey=k&st=s&dl=0',
		'https://www.dropbox.com/scl/fi/x1/a.mp3?rlkey=k&st=s&dl=1',
	],
	['Dropbox', 'https://dropbox.com/s/x1/a.mp3', 'https://dropbox.com/s/x1/a.mp3?dl=1'],
	[
		'SharePoint',
		'https://a-my.sharepoint.com/:u:/g/personal/b/EaX?e=1',
		'https://a-my.sharepoint.com/:u:/g/personal/b/EaX?e=1&download=1',
	],
	['Box', 'https://app.box.com/s/abc123', 'https://app.box.com/shared/static/abc123'],
	['Box', 'https://acme.box.com/s/abc123', 'https://acme.box.com/shared/static/abc123'],
])('a page of %s is turned into its download: %s', async (store, pasted, url) => {
	const result = await transcribe(pasted);
	expect(sent()).toEqual([url]);
	expect(result.output[0]?.json.warnings).toEqual([
		`The link leads to a page of ${store}, so its download address was given to AssemblyAI: it works only if anybody with the link may read the file.`,
	]);
});

test.each([
	'https://drive.google.com/uc?export=download&id=1AbC',
	'https://drive.usercontent.google.com/download?id=1AbC&confirm=t',
	'https://www.dropbox.com/s/x1/a.mp3?dl=1',
	'https://www.dropbox.com/scl/fi/x1/a.mp3?rlkey=k&raw=1',
	'https://dl.dropboxusercontent.com/s/x1/a.mp3',
	'https://app.box.com/shared/static/abc123.mp3',
	'https://notdropbox.com/s/x1/a.mp3',
	'https://drive.google.com.evil.example/file/d/1AbC/view',
	'https://b.s3.amazonaws.com/a%20b.mp3?X-Amz-Signature=ab%2Bc&X-Amz-Expires=60',
])('%s stays as it is', async (url) => {
	const result = await transcribe(url);
	expect(sent()).toEqual([url]);
	expect(result.output[0]?.json.warnings).toEqual([]);
});

const NO_URL = 'it is not a URL that begins with http:// or https://';
const ONE_COMPUTER =
	'it is a path on one computer: read the file with Read/Write Files from Disk, and choose the source Binary File(s)';
test.each<[unknown, string]>([
	[null, 'it is empty; the earlier node gave no URL'],
	['', 'it is empty; the earlier node gave no URL'],
	['  \u200b ', 'it is empty; the earlier node gave no URL'],
	['""', 'it is empty; the earlier node gave no URL'],
	['<>', 'it is empty; the earlier node gave no URL'],
	[[A], 'it is a list: split it into items first, one for each recording'],
	[[], 'it is empty; the earlier node gave no URL'],
	[{ url: A }, 'it is not a text; map the field that has the address'],
	[7, NO_URL],
	[true, NO_URL],
	[`${A}, ${A}`, 'it has several addresses: split it into items first, one for each recording'],
	[`${A}\n${A}`, 'it has several addresses: split it into items first, one for each recording'],
	['undefined', 'it is the word undefined: the expression found no address'],
	['[object Object]', 'it is the word [object Object]: the expression found no address'],
	[
		'{{ $json.url }}',
		'it is an expression that was not evaluated: switch the field from Fixed to Expression',
	],
	[
		`${A}?id={{ $json.id }}`,
		'it is an expression that was not evaluated: switch the field from Fixed to Expression',
	],
	['a.example/call.mp3', 'its beginning is missing: write https:// before it'],
	['//a.example/call.mp3', 'its beginning is missing: write https:// before it'],
	['localhost:5678/call.mp3', 'its beginning is missing: write https:// before it'],
	['//host/call.mp3', 'its beginning is missing: write https:// before it'],
	...['htps://a.example/a', 'hxxps://a.example/a', 'https//a.example/a', 'https:/a.example/a'].map(
		(url): [string, string] => [url, 'its beginning is not spelled https://'],
	),
	['https:\\\\a.example\\a.mp3', 'its beginning is not spelled https://'],
	...[
		`Recording: ${A}`,
		`see ${A} please`,
		`<a href="${A}">call</a>`,
		`"${A}`,
		`{"url":"${A}"}`,
	].map((text): [string, string] => [
		text,
		'it has other text around the address: give the address alone',
	]),
	[
		encodeURIComponent(A),
		'its colon and slashes are encoded (https%3A%2F%2F…): give the address as a browser shows it',
	],
	...['$json.url', '$("Webhook").item.json.url', '={{ $json.url }}'].map(
		(text): [string, string] => [
			text,
			'it is an expression that was not evaluated: switch the field from Fixed to Expression',
		],
	),
	...['call 7.mp3', 'a.wav'].map((text): [string, string] => [
		text,
		'it is the name of a file: map the field that has its address, or choose the source Binary File(s)',
	]),
	['../one.mp3', ONE_COMPUTER],
	[
		'rtmp://a.example/live',
		'it is a live stream: record it to a file first, and give the address of the file',
	],
	[
		'abfss://calls@a.dfs.core.windows.net/one.mp3',
		'it is a name within Azure Storage: fetch the file with the Azure Storage node, or give an https address with a SAS token',
	],
	['C:\\calls\\one.mp3', ONE_COMPUTER],
	['\\\\server\\calls\\one.mp3', ONE_COMPUTER],
	['\u202aC:\\calls\\one.mp3', ONE_COMPUTER],
	['/home/me/one.mp3', ONE_COMPUTER],
	['~/one.mp3', ONE_COMPUTER],
	[
		'FILE:///home/me/one.mp3',
		'it is a file of one computer: read it with Read/Write Files from Disk, and choose the source Binary File(s)',
	],
	[
		'ftp://a.example/one.mp3',
		'AssemblyAI does not download by FTP: fetch the file with the FTP node, and choose the source Binary File(s)',
	],
	[
		's3://bucket/one.mp3',
		'it is a name within S3: fetch the file with the AWS S3 node, or give a presigned https address',
	],
	[
		'data:audio/mpeg;base64,SUQz',
		'it is the content of a file: make a file of it with Convert to File, and choose the source Binary File(s)',
	],
	[
		'blob:https://a.example/1',
		'it is an address within one browser: upload the file, and choose the source Binary File(s)',
	],
	['https://', NO_URL],
	['https:///a', NO_URL],
	['https://[::1', 'it is not a URL: its host cannot be read'],
	['https://a.example:99999/a', 'it is not a URL: its host cannot be read'],
	['javascript:alert(1)', NO_URL],
	...[
		['Google Drive', 'https://drive.google.com/drive/folders/1AbC'],
		['Google Drive', 'https://drive.google.com/drive/u/0/folders/1AbC?usp=sharing'],
		['Google Drive', 'https://drive.google.com/folderview?id=1AbC'],
		['Dropbox', 'https://www.dropbox.com/sh/x1/y2?dl=0'],
		['Dropbox', 'https://www.dropbox.com/scl/fo/x1/y2?rlkey=k'],
		['SharePoint', 'https://a.sharepoint.com/:f:/g/personal/b/EaX'],
		['Box', 'https://app.box.com/folder/12345'],
	].map(([store, url]): [string, string] => [
		url ?? '',
		`it is a folder of ${store}: give the link of one file`,
	]),
])('%j is refused in words', async (given, fault) => {
	const result = await transcribe(given);
	expect(result.error('Node')?.message).toBe(
		`The parameter Audio URL cannot be used: ${fault} [item 0]`,
	);
	expect(service.lines).toEqual([]);
});

test.each([
	...[
		'http://localhost:5678/a.mp3',
		'http://LOCALHOST./a',
		'http://n8n:5678/a',
		'http://nas.local/a',
	],
	...[
		'http://127.0.0.1/a',
		'http://127.1/a',
		'http://2130706433/a',
		'http://0x7f.1/a',
		'http://0/a',
	],
	...[
		'http://10.1.2.3/a',
		'http://192.168.0.9:8080/a',
		'http://172.16.0.1/a',
		'http://172.31.9.9/a',
	],
	...['http://169.254.169.254/latest', 'http://100.64.0.1/a', 'http://[::1]/a', 'http://[::]/a'],
	...[
		'http://[fd00::1]/a',
		'http://[fe80::1]/a',
		'http://[febf::1]/a',
		'http://[::ffff:10.0.0.1]/a',
	],
	...['http://files.intranet/a', 'http://files.corp./a', 'http://pc.lan/a', 'http://x.home.arpa/a'],
	...['http://user@10.0.0.1/a', 'http://a.internal:81/a', 'http://host.localdomain/a'],
])('%s is within a network, which AssemblyAI cannot reach', async (url) => {
	const result = await bench.transcribe(
		[{ json: {} }],
		{ source: 'url', audioUrl: url },
		{ credentials: { assemblyAiAccountApi: { apiKey: 'k', region: 'us' } } },
	);
	expect(result.error('Node')).toMatchObject({
		message: `AssemblyAI cannot reach ${new URL(url).host}, which is within a network [item 0]`,
		description:
			'Download the file with the HTTP Request node, and choose the source Binary File(s).',
	});
});
