import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { sampleCall, Workbench } from '../../../support/engine/workbench';
import { serveFile } from '../../../support/engine/serveFile';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const submittedParameters = () =>
	bench.acceptedSubmissions().map(({ json }) => Object.fromEntries(Object.entries(Object(json))));

test('a file becomes a finished transcript with speakers, in one step', async () => {
	const { output, status } = await bench.transcribe([await bench.recording()], {
		speakerOptions: { minSpeakersExpected: 1, maxSpeakersExpected: 3 },
	});

	expect(status).toBe('success');
	expect(output).toHaveLength(1);
	expect(output[0]?.pairedItem).toEqual({ item: 0 });
	expect(output[0]?.json).toEqual({
		transcriptId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		status: 'completed',
		text: expect.stringContaining('What does an update of my navigation map cost?'),
		dialogue: expect.stringContaining('Speaker B: Oh, 149 dollars?'),
		speakers: ['A', 'B'],
		language: 'en',
		model: 'assemblyai-stt-3-7',
		durationSeconds: expect.any(Number),
		confidence: expect.any(Number),
		warnings: [],
		failureReason: null,
		fileName: 'call.mp3',
		binaryPropertyName: 'data',
		audioUrl: null,
	});
});

test('the file goes out as raw bytes with its length, once', async () => {
	await bench.transcribe([await bench.recording()]);

	const uploads = bench.sandbox.requestsTo('POST', '/v2/upload');
	expect(uploads).toHaveLength(1);
	expect(uploads[0]?.bodyBytes).toBe(sampleCall.length);
	expect(uploads[0]?.headers).toMatchObject({
		'content-type': 'application/octet-stream',
		'content-length': String(sampleCall.length),
		authorization: 'valid',
	});
	expect(bench.acceptedSubmissions()).toHaveLength(1);
});

test('a URL is handed to the service as it is, without an upload', async () => {
	const { url, close } = await serveFile(sampleCall, 'audio/mpeg');
	const { output } = await bench.transcribe([{ json: { url } }], {
		source: 'url',
		audioUrl: '={{ $json.url }}',
	});
	await close();

	expect(output[0]?.json.text).toContain('yearly plan');
	expect(submittedParameters()).toEqual([{ audio_url: url, speaker_labels: true }]);
	expect(bench.sandbox.requestsTo('POST', '/v2/upload')).toEqual([]);
});

test('what the user sets reaches the service, and nothing else', async () => {
	await bench.transcribe([await bench.recording()], {
		speakerOptions: { speakersExpected: 2 },
		languageOptions: { languageCode: 'en_us' },
		vocabularyOptions: { keytermsPrompt: 'Northway Navigation\n yearly plan \n' },
		advancedOptions: { additionalParameters: '{ "punctuate": true, "speakers_expected": 3 }' },
	});

	expect(submittedParameters()).toEqual([
		{
			audio_url: expect.any(String),
			speaker_labels: true,
			speakers_expected: 3,
			language_code: 'en_us',
			keyterms_prompt: ['Northway Navigation', 'yearly plan'],
			punctuate: true,
		},
	]);
});

test('every audio and video file of an item becomes an output of its own, other files are left alone', async () => {
	const audio = await bench.file(sampleCall, 'one.mp3', 'audio/mpeg');
	const unnamed = await bench.file(sampleCall, 'two.MP3', 'application/octet-stream');
	const letter = await bench.file('Dear Dana', 'letter.txt', 'text/plain');
	const items: INodeExecutionData[] = [
		{
			json: { mail: 1 },
			binary: { attachment_0: letter, attachment_1: audio, attachment_2: unnamed },
		},
		{ json: { mail: 2 }, binary: { data: audio } },
	];

	const { output } = await bench.transcribe(items);

	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 0 },
		{ item: 1 },
	]);
	expect(new Set(output.map(({ json }) => json.transcriptId)).size).toBe(3);
});

test('a file whose type and name tell nothing is judged by how it begins', async () => {
	const unnamed = await bench.file(sampleCall, 'recording', 'application/octet-stream');
	const other = await bench.file('just some text', 'notes', 'application/octet-stream');

	const { output } = await bench.transcribe([{ json: {}, binary: { other, unnamed } }]);

	expect(output).toHaveLength(1);
	expect(output[0]?.json.text).toContain('yearly plan');
});

test('files that a workflow keeps in its JSON are found as well', async () => {
	const audio = await bench.file(sampleCall, 'one.mp3', 'audio/mpeg');
	const combined = { json: { _files: { data: { ...audio } } } };
	const referred = { json: { recording: { ...audio } } };

	const { output } = await bench.transcribe([combined, referred]);
	expect(output.map(({ json }) => json.status)).toEqual(['completed', 'completed']);

	const named = await bench.transcribe([combined], { binaryPropertyName: 'data' });
	expect(named.output).toHaveLength(1);
});

test('the ids of all transcripts stand on the execution', async () => {
	const items = await Promise.all([bench.recording(), bench.recording()]);
	const { output, customData } = await bench.transcribe(items);

	expect(customData.assemblyAiTranscripts?.split(' ').sort()).toEqual(
		output.map(({ json }) => json.transcriptId).sort(),
	);
});

test('only the named fields are taken, and a field may be given as a binary reference', async () => {
	const audio = await bench.file(sampleCall, 'one.mp3', 'audio/mpeg');
	// A tag at the end makes it another file with the same sound.
	const other = await bench.file(
		Buffer.concat([sampleCall, Buffer.from('TAG')]),
		'two.mp3',
		'audio/mpeg',
	);
	const items = [{ json: {}, binary: { first: audio, second: audio, third: other } }];

	const named = await bench.transcribe(items, { binaryPropertyName: 'first, third' });
	expect(named.output).toHaveLength(2);

	const referred = await bench.transcribe(items, { binaryPropertyName: '={{ $binary.second }}' });
	expect(referred.output).toHaveLength(1);
	expect(referred.output[0]?.json.status).toBe('completed');
});

test('each output says which recording it is of, and has its own file only', async () => {
	const audio = await bench.file(sampleCall, 'call.mp3', 'audio/mpeg');
	const page = await bench.file('<!doctype html>', 'complaint.mp3', 'audio/mpeg');
	const letter = await bench.file('%PDF-1.7', 'letter.pdf', 'application/pdf');
	const items = [{ json: { crm: 1 }, binary: { first: audio, again: audio, bad: page, letter } }];
	const { output, failures } = await bench.transcribe(
		items,
		{ options: { includeInputFields: true } },
		{ node: { onError: 'continueErrorOutput' } },
	);

	expect(output).toHaveLength(1);
	expect(output[0]?.json).toMatchObject({
		crm: 1,
		fileName: 'call.mp3',
		binaryPropertyName: 'first',
	});
	expect(Object.keys(output[0]?.binary ?? {})).toEqual(['first']);
	expect(failures).toMatchObject([{ fileName: 'complaint.mp3', binaryPropertyName: 'bad' }]);
	expect(bench.sandbox.requestsTo('POST', '/v2/upload')).toHaveLength(2);
});

test('a recording that was passed over, and a changed link, are told as warnings', async () => {
	const audio = await bench.file(sampleCall, 'call.mp3', 'audio/mpeg');
	const odd = await bench.file(sampleCall, 'second.mp3', 'image/png');
	const { output } = await bench.transcribe([{ json: {}, binary: { audio, odd } }]);
	expect(output.map(({ json }) => json.warnings)).toEqual([
		[expect.stringContaining('The file in the field odd (second.mp3, image/png) was passed over')],
	]);
	const raw = await bench.transcribe([{ json: {}, binary: { audio, odd } }], { simplify: false });
	expect(JSON.stringify(raw.output[0]?.json.metadata)).toContain('was passed over');

	const link = await bench.transcribe([{ json: {} }], {
		source: 'url',
		audioUrl: 'https://drive.google.com/file/d/1AbC/view?usp=sharing',
		waitMode: 'doNotWait',
	});
	expect(link.output[0]?.json).toMatchObject({
		audioUrl: 'https://drive.google.com/uc?export=download&id=1AbC',
		warnings: [expect.stringContaining('The link leads to a page of Google Drive')],
	});
});

test('a file whose content n8n has removed is named, with what to do', async () => {
	const gone = {
		id: 'filesystem-v2:workflows/1/executions/1/binary_data/x',
		data: '',
		mimeType: 'audio/mpeg',
		fileName: 'old.mp3',
	};
	const result = await bench.transcribe([{ json: {}, binary: { data: gone } }]);
	expect(result.error('Node')).toMatchObject({
		message: 'n8n cannot read the file old.mp3: its content is no longer in storage [item 0]',
		description: expect.stringContaining(
			'Run the workflow again from the node that fetches the file',
		),
	});
	expect(bench.sandbox.requestsTo('POST', '/v2/upload')).toEqual([]);
});

test('without waiting, the job is returned as the service took it', async () => {
	const { output } = await bench.transcribe([await bench.recording()], { waitMode: 'doNotWait' });

	expect(output[0]?.json).toMatchObject({ status: 'processing', text: null });
	expect(bench.sandbox.requestsTo('GET', /^\/v2\/transcript\//)).toEqual([]);
});

test("without simplifying, it is the API's own object, but for the name of its error", async () => {
	const { output } = await bench.transcribe([await bench.recording()], { simplify: false });

	const json: IDataObject = output[0]?.json ?? {};
	expect(json).toMatchObject({ id: expect.any(String), audio_duration: expect.any(Number) });
	expect(json).toHaveProperty('words');
	expect(json).toHaveProperty('failureReason', null);
	expect(json).not.toHaveProperty('error');
});

test("the input's fields and files come along when asked for, and the node's own win", async () => {
	const item = await bench.recording(sampleCall, { crmId: 'C-7', status: 'new' });

	const { output } = await bench.transcribe([item], { options: { includeInputFields: true } });

	expect(output[0]?.json).toMatchObject({ crmId: 'C-7', status: 'completed' });
	expect(output[0]?.binary).toEqual(item.binary);
});

test('a hundred items are in flight together and come out in their order', async () => {
	const items = await Promise.all(
		Array.from({ length: 100 }, async (_, n) => await bench.recording(sampleCall, { n })),
	);

	const { output } = await bench.transcribe(items, { options: { includeInputFields: true } });

	expect(output.map(({ json }) => json.n)).toEqual(items.map(({ json }) => json.n));
	expect(bench.acceptedSubmissions()).toHaveLength(100);
});

test('get returns a transcript by the id on the item, simplified or raw', async () => {
	const transcriptId = await bench.finishedTranscript();

	const simple = await bench.get(transcriptId);
	expect(simple.output[0]?.json).toMatchObject({ transcriptId, status: 'completed' });

	const raw = await bench.get(transcriptId, { simplify: false, waitMode: 'doNotWait' });
	expect(raw.output[0]?.json).toMatchObject({ id: transcriptId, status: 'completed' });
});
