import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { opusTones } from '../../support/audio/tones';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

const QUOTE = { quote: 'The yearly plan is 89 dollars.', speaker: 'A', start: 21_840, end: 24_120 };
const PRICE = { key: 'price', question: 'What does it cost?', ...QUOTE };

const clip = async (json: object, parameters: INodeParameters = {}, items?: INodeExecutionData[]) =>
	await bench.transcribe(
		items ?? [await bench.recording(undefined, json)],
		{ operation: 'clipQuotes', ...parameters },
		{ node: { onError: 'continueErrorOutput' } },
	);

test.each<[string, object]>([
	['details', { details: [{ key: 'price', question: PRICE.question, evidence: QUOTE }] }],
	['a row for each question', PRICE],
	['times as a sheet gives them', { ...PRICE, start: '21840', end: '24120' }],
])('the quote in %s becomes a file', async (_, json) => {
	const { output } = await clip({ transcriptId: 't', ...json });
	expect(output).toHaveLength(1);
	expect(output[0]?.json).toMatchObject({
		...{ ...PRICE, transcriptId: 't', clipUrl: null },
		...{ fileName: 'call_price_00-21.mp3', mimeType: 'audio/mpeg' },
	});
	const { clipStart, clipEnd } = output[0]?.json ?? {};
	expect(Number(clipStart)).toBeLessThanOrEqual(20_840);
	expect(Number(clipStart)).toBeGreaterThan(20_300);
	expect(Number(clipEnd) - 25_120).toBeGreaterThanOrEqual(0);
	expect(Number(clipEnd) - 25_120).toBeLessThan(80);
	expect(output[0]?.pairedItem).toEqual({ item: 0 });
	expect(output[0]?.binary?.data).toMatchObject({
		...{ fileName: 'call_price_00-21.mp3', mimeType: 'audio/mpeg', fileExtension: 'mp3' },
	});
});

test('of a voice note in Ogg the clip is one as well, exact to the sample', async () => {
	const said = { key: 'tone', start: 2000, end: 2500 };
	const items = [{ json: said, binary: { data: await voiceNote() } }];
	const { output } = await clip({}, {}, items);
	expect(output[0]?.json).toMatchObject({ clipStart: 1000, clipEnd: 3500 });
	expect(output[0]?.binary?.data).toMatchObject({
		...{ fileName: 'file_42_tone_00-02.ogg', mimeType: 'audio/ogg', fileExtension: 'ogg' },
	});
});

const voiceNote = async () => await bench.file(opusTones('opus60'), 'file_42.oga', 'audio/ogg');

test('evidence by key gives a clip for each, and says how many have no time', async () => {
	const airline = { quote: null, speaker: null, start: null, end: null };
	const evidence = { price: QUOTE, airline };
	const { output, hints } = await clip({ evidence });
	expect(output.map(({ json }) => json.key)).toEqual(['price']);
	expect(hints).toEqual([
		{
			message: '1 quote was left out: it is not known when that was said',
			type: 'info',
			location: 'outputPane',
		},
	]);
});

test('seconds around the quote, another field, and fields of the input', async () => {
	const options = { secondsBefore: 0, secondsAfter: 2.5, includeInputFields: true };
	const parameters = { options, outputBinaryPropertyName: 'clip' };
	const { output } = await clip({ ...PRICE, deal: 7 }, parameters);
	expect(output[0]?.json.deal).toBe(7);
	expect(Math.abs(Number(output[0]?.json.clipEnd) - 26_620)).toBeLessThan(80);
	expect(Object.keys(output[0]?.binary ?? {})).toEqual(['clip']);
});

test('with the address of the recording a link begins at the quote', async () => {
	const audioUrl = 'https://example.com/call.ogg?key=1#t=3';
	const { output } = await clip(PRICE, { source: 'url', audioUrl });
	expect(output[0]?.json).toMatchObject({
		...{ ...PRICE, clipStart: 20_840, clipEnd: 25_120, fileName: null, mimeType: null },
		clipUrl: 'https://example.com/call.ogg?key=1#t=20.84,25.12',
	});
	expect(output[0]?.binary).toBeUndefined();
});

test.each<[string, INodeParameters]>([
	['of an answer without details', {}],
	['that an expression has thinned out', { quotes: '={{ $json.details.filter(() => false) }}' }],
	['as text', { quotes: '[]' }],
])('an empty list %s gives no clips, without an error', async (_, parameters) => {
	const { output, failures, hints } = await clip({ details: [] }, parameters);
	expect([output, failures, hints]).toEqual([[], [], []]);
});

test('a word that takes no time is heard with the seconds around it', async () => {
	const { output } = await clip({ ...PRICE, end: PRICE.start });
	expect(Number(output[0]?.json.clipEnd)).toBeGreaterThanOrEqual(PRICE.start + 1000);
	const options = { secondsBefore: 0, secondsAfter: 0 };
	const alone = await clip({ ...PRICE, end: PRICE.start }, { options });
	expect(alone.output).toHaveLength(1);
});

test.each([
	['00:21', '"00:21"'],
	['21,840', '"21,840"'],
	[-5, '-5'],
	[true, 'true'],
	[{ ms: 5 }, 'an object'],
])('the time %j is refused by name', async (start, shown) => {
	const { output, failures } = await clip({ details: [QUOTE, { ...QUOTE, start }] });
	expect(output).toEqual([]);
	expect(failures[0]?.message).toContain(
		`The parameter Quotes cannot be used: ${shown} is no time in milliseconds from the start of the recording.`,
	);
});

test('a key that is a number is the key', async () => {
	const { output } = await clip({ ...PRICE, key: 7 });
	expect(output[0]?.json).toMatchObject({ key: '7', fileName: 'call_7_00-21.mp3' });
});

test.each<[string, object, INodeParameters]>([
	['an item', { text: 'Hello' }, {}],
	['nothing', {}, { quotes: '={{ null }}' }],
	['a list of something else', {}, { quotes: '[{ "text": "Hello" }]' }],
])('%s without quotes is refused by name', async (_, json, parameters) => {
	const { failures } = await clip(json, parameters);
	expect(failures[0]?.message).toBe(
		'The parameter Quotes cannot be used: it has no start and end; map the answers of LLM Gateway Ask Questions, such as {{ $json.details }}. Check the value, and if it is an expression what it gives for this item.',
	);
});

test('quotes of another, longer recording are an error', async () => {
	const { failures } = await clip({ start: 200_000, end: 201_000 });
	expect(failures[0]?.message).toBe(
		'The file call.mp3 ends before 199 seconds. The quotes may be of another recording: check Input Binary Field and Quotes.',
	);
});

test('of several recordings one has to be named', async () => {
	const [one, other] = [await bench.recording(), await bench.recording('RIFF\0\0\0\0WAVE')];
	const binary = { ...one.binary, second: Object(other.binary).data };
	const items = [{ json: PRICE, binary }];
	const { failures } = await clip({}, {}, items);
	expect(failures[0]?.message).toBe(
		'The item has several recordings: data, second. Name the field of the one that the quotes are of in Input Binary Field.',
	);
	const named = await clip({}, { binaryPropertyName: 'data' }, items);
	expect(named.output).toHaveLength(1);
});

test('nothing is asked of the service', async () => {
	const before = bench.sandbox.requests.length;
	await clip(PRICE);
	expect(bench.sandbox.requests).toHaveLength(before);
});
