import type { IBinaryData, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { contentOf } from '../../../support/engine/fileContents';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

async function chosen(item: INodeExecutionData, parameters: INodeParameters = {}) {
	const result = await bench.transcribe([item], { waitMode: 'doNotWait', ...parameters });
	expect(result.error('Node')?.message).toBeUndefined();
	return result.output.map(({ json }) => json.binaryPropertyName);
}

const call = async () => await bench.file(contentOf('mp3'), 'call.mp3', 'audio/mpeg');

/** An item with a call, and a file of this kind, name and type beside it. */
async function beside(kind: string, fileName: string | undefined, mimeType: string) {
	const { id, data } = await bench.file(contentOf(kind), 'x', mimeType);
	const other: IBinaryData = { id, data, mimeType, ...(fileName && { fileName }) };
	return { json: {}, binary: { call: await call(), other } };
}

test.each<[string, string | undefined, string]>([
	...[
		...['application/force-download', 'application/x-download', 'application/download'],
		...['application/binary', 'application/x-octet-stream', 'unknown', 'unknown/unknown', '*/*'],
		...['application/octet-stream; charset=binary', 'multipart/form-data', 'text/plain', ''],
		...['application/mp3', 'application/x-mpeg', 'application/x-wav', 'APPLICATION/OCTET-STREAM'],
		...['application/unknown', 'content/unknown', 'application/save', 'attachment', 'file'],
	].flatMap(
		(type): Array<[string, string | undefined, string]> => [
			['mp3', 'two.mp3', type],
			['mp3', undefined, type],
		],
	),
	['ogg', 'voice.oga', 'application/ogg; codecs=opus'],
	['mp4', 'clip.m4p', 'application/mp4'],
	['gsm', 'call.gsm', 'text/plain'],
	['amr', 'memo.amr', 'application/amr'],
	['wma', 'memo.wma', 'application/vnd.ms-asf'],
	['webm', 'blob', 'application/octet-stream'],
	['wav', 'VOICE.WAV ', 'application/octet-stream'],
])('%s named %j of the type %j is a recording beside another', async (kind, name, type) => {
	expect(await chosen(await beside(kind, name, type))).toEqual(['call', 'other']);
});

test.each<[string, string, string]>([
	['heic', 'IMG_1234.HEIC', 'application/octet-stream'],
	['heic', 'photo', 'application/octet-stream'],
	['heic', 'IMG_1234.heif', ''],
	['png', 'logo.png', 'application/force-download'],
	['png', 'image001', 'application/octet-stream'],
	['pdf', 'invoice.pdf', 'application/octet-stream'],
	['pdf', 'invoice', 'unknown'],
	['text', 'notes.txt', 'text/plain'],
	['text', 'notes', 'application/octet-stream'],
	['json', 'data.json', 'application/json'],
	['html', 'page.html', 'text/html'],
	['text', 'rec.m3u', 'audio/x-mpegurl'],
	['text', 'rec.m3u8', 'application/vnd.apple.mpegurl'],
	['text', 'rec.pls', 'audio/x-scpls'],
	['text', 'x.mid', 'audio/midi'],
	['text', 'x.midi', 'audio/x-midi'],
	['tnef', 'winmail.dat', 'application/ms-tnef'],
])('%s named %j of the type %j is none', async (kind, name, type) => {
	expect(await chosen(await beside(kind, name, type))).toEqual(['call']);
});

describe('only what is a file of n8n counts as one', () => {
	test.each<[string, object]>([
		['of Drive', { id: '1AbC', name: 'call.mp3', mimeType: 'audio/mpeg' }],
		['of WhatsApp', { id: '1013859600285441', mimeType: 'audio/ogg' }],
		['of Slack', { id: 'F01', mimeType: 'video/mp4', url_private: 'https://files.slack.com/a' }],
		['with a colon in its ID', { id: 'drive:1AbC', mimeType: 'audio/mpeg' }],
		['with an address as its ID', { id: 'https://a.example/1', mimeType: 'audio/mpeg' }],
		['with a number as its ID', { id: 7, mimeType: 'audio/mpeg' }],
		['with content, and without an ID', { data: 'SUQz', mimeType: 'audio/mpeg' }],
	])('an object %s does not', async (_, other) => {
		const json = { first: { ...other }, data: { ...other } };
		expect(await chosen({ json, binary: { real: await call() } })).toEqual(['real']);
		const alone = await bench.transcribe([{ json }]);
		expect(alone.error('Node')?.message).toBe('The item has no audio or video file [item 0]');
	});

	test.each<[string, object]>([
		['as it is', {}],
		['with null as its name', { fileName: null }],
		['with more fields', { url: null, directory: null, extra: { a: 1 } }],
	])('a reference within the JSON does, %s', async (_, more) => {
		const reference = { ...(await call()), ...more };
		expect(await chosen({ json: { recording: JSON.parse(JSON.stringify(reference)) } })).toEqual([
			'recording',
		]);
	});
});

test('one file under many names is uploaded and paid for once', async () => {
	const file = await call();
	const json = { recording: JSON.parse(JSON.stringify(file)) };
	expect(await chosen({ json, binary: { data: file, file: { ...file } } })).toEqual(['data']);
	for (const binaryPropertyName of ['data, file, data', '={{ [$binary, "data"] }}']) {
		bench.sandbox.reset();
		await chosen({ json, binary: { data: file, file } }, { binaryPropertyName });
		expect(bench.sandbox.requestsTo('POST', '/v2/upload')).toHaveLength(1);
		expect(bench.acceptedSubmissions()).toHaveLength(1);
	}
});

test.each<[string, string[]]>([
	['={{ $json.nothing }}', ['one', 'two']],
	['={{ null }}', ['one', 'two']],
	['={{ "" }}', ['one', 'two']],
	['={{ [] }}', ['one', 'two']],
	['  ', ['one', 'two']],
	['={{ Object.keys($binary) }}', ['one', 'two']],
	['={{ Object.values($input.item.binary) }}', ['one', 'two']],
	['={{ $binary }}', ['one', 'two']],
	['={{ $input.item.binary.two }}', ['two']],
	['={{ ["two", null, "one"] }}', ['two', 'one']],
	['["two","one"]', ['two', 'one']],
	["['two']", ['two']],
	['two;one', ['two', 'one']],
	['two\none', ['two', 'one']],
	['"two"', ['two']],
	['TWO', ['two']],
	['$binary.two', ['two']],
	['two.mp3', ['two']],
])('%s as the field chooses %j', async (binaryPropertyName, fields) => {
	const one = await bench.file(contentOf('mp3'), 'one.mp3', 'audio/mpeg');
	const two = await bench.file(contentOf('mp3'), 'two.mp3', 'audio/mpeg');
	expect(await chosen({ json: {}, binary: { one, two } }, { binaryPropertyName })).toEqual(fields);
});

test.each<[string, string]>([
	['={{ 7 }}', 'The item has no file in the field 7 [item 0]'],
	['={{ true }}', 'The item has no file in the field true [item 0]'],
	['={{ ({ a: 1 }) }}', 'neither the name of a binary field nor a binary reference'],
	['={{ [[["a"]]] }}', 'neither the name of a binary field nor a binary reference'],
	['three', 'The item has no file in the field three [item 0]'],
	['[[["a"]]]', 'The item has no file in the field […] [item 0]'],
	['__proto__', 'The item has no file in the field __proto__ [item 0]'],
	['constructor', 'The item has no file in the field constructor [item 0]'],
])('%s as the field is refused in words', async (binaryPropertyName, told) => {
	const result = await bench.transcribe([{ json: {}, binary: { one: await call() } }], {
		binaryPropertyName,
	});
	expect(result.error('Node')?.message).toContain(told);
	expect(bench.sandbox.requests).toEqual([]);
});
