import type { IBinaryKeyData } from 'n8n-workflow';
import { sampleCall, Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const plain = sampleCall.toString('base64');
const inline = (data: unknown, more: object = {}): IBinaryKeyData => {
	const file = { mimeType: 'audio/mpeg', fileName: 'call.mp3', data, ...more };
	return JSON.parse(JSON.stringify({ data: file }));
};
const lines = (width: number, end: string) =>
	plain.replace(new RegExp(`(.{${width}})`, 'g'), `$1${end}`);

test.each<[string, string]>([
	['as n8n writes it', plain],
	['in the lines of a mail', lines(76, '\r\n')],
	['in the lines of openssl', lines(64, '\n')],
	['in lines of a length that is no multiple of four', lines(77, '\n')],
	['with tabs and spaces', lines(5, '\t ')],
	['with a data: prefix', `data:audio/mpeg;base64,${plain}`],
	['with a prefix that has a character set', `data:audio/mpeg;charset=utf-8;base64,${plain}`],
	['with a prefix that has a name with a comma', `data:audio/mpeg;name="a,b";base64,${plain}`],
	['with a prefix without a type, in capitals', `DATA:;BASE64,${plain}`],
	['with a prefix, in lines', `data:audio/mpeg;base64,\n${lines(76, '\n')}`],
	['in the alphabet of addresses', sampleCall.toString('base64url')],
	['encoded for an address', encodeURIComponent(plain)],
	['in quotation marks', `"${plain}"`],
	['with padding to spare', `${plain}====`],
	['without padding', plain.replace(/=+$/, '')],
])('base64 %s arrives byte for byte', async (_, data) => {
	const { output, error } = await bench
		.transcribe([{ json: {}, binary: inline(data) }])
		.then((result) => ({ output: result.output, error: result.error('Node') }));
	expect(error?.message).toBeUndefined();
	// The sandbox knows the sample by the hash of its content.
	expect(output[0]?.json.text).toContain('yearly plan');
	const [upload] = bench.sandbox.requestsTo('POST', '/v2/upload');
	expect(upload?.headers['content-length']).toBe(String(sampleCall.length));
});

const NO_FILE = (why: string) => `The field data has no file that n8n can read: ${why} [item 0]`;
const EMPTY = (name: string) => `The file ${name} is empty [item 0]`;

test.each<[string, IBinaryKeyData, string]>([
	['an address', inline('https://example.com/a.mp3'), NO_FILE('its content is not base64')],
	['words behind a prefix', inline('data:text/plain,hell'), NO_FILE('its content is not base64')],
	['percent signs', inline('data:audio/mpeg,%FF%FB%90'), NO_FILE('its content is not base64')],
	['a prefix alone', inline('data:audio/mpeg;base64'), NO_FILE('its content is not base64')],
	['two joined', inline('QUJD=QUJD'), NO_FILE('its content is not base64')],
	['signs of a page', inline('QUJD&#43;QUJD'), NO_FILE('its content is not base64')],
	['backslashes', inline(lines(76, '\\n')), NO_FILE('its content is not base64')],
	['an odd letter', inline(`${'QUJD'.repeat(99)}Q`), NO_FILE('its content is not base64')],
	['umlauts', inline('äöü'), NO_FILE('its content is not base64')],
	['a buffer', inline(Buffer.from('ID3')), NO_FILE('its content is not a text')],
	['a list of numbers', inline([73, 68, 51]), NO_FILE('its content is not a text')],
	['an object of numbers', inline({ 0: 73, 1: 68 }), NO_FILE('its content is not a text')],
	['a number', inline(7), NO_FILE('its content is not a text')],
	['null', inline(null), NO_FILE('its content is not a text')],
	['nothing', inline(undefined), NO_FILE('its content is not a text')],
	['a text in place of a file', file('ID3'), NO_FILE('it is not a file of n8n')],
	['a list in place of a file', file([{}]), NO_FILE('it is not a file of n8n')],
	['null in place of a file', file(null), NO_FILE('it is not a file of n8n')],
	['a number in place of a file', file(3), NO_FILE('it is not a file of n8n')],
	['an empty text', inline(''), EMPTY('call.mp3')],
	['line breaks alone', inline('\r\n\r\n'), EMPTY('call.mp3')],
	['padding alone', inline('===='), EMPTY('call.mp3')],
	['a prefix without content', inline('data:audio/mpeg;base64,'), EMPTY('call.mp3')],
	['nothing, without a name', inline('', { fileName: null }), EMPTY('data')],
])(
	'%s in place of content is refused in words before anything is sent',
	async (_, binary, told) => {
		const result = await bench.transcribe([{ json: {}, binary }]);
		expect(result.error('Node')?.message).toBe(told);
		expect(bench.sandbox.requests).toEqual([]);
	},
);

function file(value: unknown): IBinaryKeyData {
	return JSON.parse(JSON.stringify({ data: value }));
}

test.each<[string, object]>([
	['a number as its name', { fileName: 12345 }],
	['null as its name', { fileName: null, mimeType: 'application/octet-stream' }],
	['a list as its name', { fileName: ['a.mp3'], fileExtension: {} }],
	['a name of spaces', { fileName: '   ' }],
	['null as its type', { mimeType: null }],
	['a number as its type', { mimeType: 5, fileName: 'no ending' }],
	['a list as its type', { mimeType: ['audio/mpeg'], fileName: null }],
])('a file with %s is taken by what is left', async (_, facts) => {
	const binary = inline(plain, facts);
	const result = await bench.transcribe([{ json: {}, binary }], { waitMode: 'doNotWait' });
	expect(result.error('Node')?.message).toBeUndefined();
	expect(result.output).toHaveLength(1);
});

test('a stored file that is empty is named before the upload', async () => {
	const binary = { data: await bench.file('', 'empty.mp3', 'audio/mpeg') };
	const result = await bench.transcribe([{ json: {}, binary }]);
	expect(result.error('Node')?.message).toBe('The file empty.mp3 is empty [item 0]');
	expect(bench.sandbox.requests).toEqual([]);
});
