import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../../support/engine/workbench';
import { serveFile } from '../../../support/engine/serveFile';

let bench: Workbench;
let webPage: Awaited<ReturnType<typeof serveFile>>;

beforeAll(async () => {
	bench = await Workbench.open();
	webPage = await serveFile('<!doctype html><title>Viewer</title>', 'text/html');
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => {
	await webPage.close();
	await bench.close();
});

const pdf = async () => await bench.file('%PDF-1.4\n%âãÏÓ', 'invoice.pdf', 'application/pdf');

interface Case {
	name: string;
	parameters?: () => INodeParameters;
	item: () => Promise<INodeExecutionData>;
	apiKey?: string;
	arm?: () => void;
	message: string;
	hint: string;
	facts: Record<string, unknown>;
}

const transcriptId = expect.stringMatching(/^[0-9a-f-]{36}$/);
const file = { fileName: 'call.mp3', binaryPropertyName: 'data' };

const cases: Case[] = [
	{
		name: 'a wrong key',
		item: async () => await bench.recording(),
		apiKey: 'not-the-key',
		message:
			'AssemblyAI did not accept the API key (401: Authentication error, API token missing/invalid)',
		hint: 'Check the API key in the credential, and that its region is the one of your AssemblyAI project.',
		facts: { status: 401, ...file },
	},
	{
		name: 'an item without any file',
		item: async () => ({ json: {} }),
		message: 'The item has no audio or video file',
		hint: 'The item has no files at all. Let the earlier node put the recording on the item as a file, name its field in Input Binary Field, or choose the source URL.',
		facts: {},
	},
	{
		name: 'an item with other files only',
		item: async () => ({ json: {}, binary: { attachment_0: await pdf() } }),
		message: 'The item has no audio or video file',
		hint: "The item's files are in: attachment_0 (invoice.pdf, application/pdf). Let the earlier node put the recording on the item as a file, name its field in Input Binary Field, or choose the source URL.",
		facts: {},
	},
	{
		name: 'a field that is not there',
		item: async () => await bench.recording(),
		parameters: () => ({ binaryPropertyName: 'audio' }),
		message: 'The item has no file in the field audio',
		hint: "The item's files are in: data. Set Input Binary Field to the right one, or leave it empty to take every audio and video file of the item.",
		facts: {},
	},
	{
		name: 'an expression that gives no file',
		item: async () => await bench.recording(),
		parameters: () => ({ binaryPropertyName: '={{ [7] }}' }),
		message:
			'The parameter Input Binary Field cannot be used: it is neither the name of a binary field nor a binary reference',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
	{
		name: 'an expression that gives a file without its content',
		item: async () => await bench.recording(),
		parameters: () => ({ binaryPropertyName: '={{ { mimeType: "audio/mpeg" } }}' }),
		message:
			'The parameter Input Binary Field cannot be used: the expression gives a file without its content; use the name of its field, or $input.item.binary instead of $binary',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
	{
		name: 'a file that is no audio',
		item: async () => ({ json: {}, binary: { data: await pdf() } }),
		parameters: () => ({ binaryPropertyName: 'data' }),
		message:
			'AssemblyAI could not transcribe this recording: Transcoding failed. File does not appear to contain audio. File type is application/pdf (PDF document).',
		hint: 'Only audio and video files can be transcribed. Check which file the earlier node put on this item.',
		facts: { transcriptId, status: 'error', fileName: 'invoice.pdf', binaryPropertyName: 'data' },
	},
	{
		name: 'a URL that is a web page',
		item: async () => ({ json: {} }),
		parameters: () => ({ source: 'url', audioUrl: webPage.url }),
		message:
			'AssemblyAI could not transcribe this recording: File does not appear to contain audio. File type is text/html (HTML document, ASCII text).',
		hint: 'The URL leads to a web page, not to a media file. Use a direct download link, or download the file in an earlier node and choose the source Binary File(s).',
		facts: { transcriptId, status: 'error' },
	},
	{
		name: 'a URL that is none',
		item: async () => ({ json: {} }),
		parameters: () => ({ source: 'url', audioUrl: 'C:\\calls\\one.mp3' }),
		message:
			'The parameter Audio URL cannot be used: it is a path on one computer: read the file with Read/Write Files from Disk, and choose the source Binary File(s)',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
	{
		name: 'a job that ends in an error',
		item: async () => await bench.recording(),
		arm: () =>
			bench.sandbox.fail({
				method: 'POST',
				path: '/v2/transcript',
				fault: { kind: 'jobError', error: 'Audio duration is too short.' },
			}),
		message: 'AssemblyAI could not transcribe this recording: Audio duration is too short.',
		hint: 'A recording must be at least 160 milliseconds long.',
		facts: { transcriptId, status: 'error', ...file },
	},
	{
		name: 'a job that is not finished in time',
		item: async () => await bench.recording(),
		parameters: () => ({ options: { timeoutMinutes: 0.01 } }),
		arm: () =>
			bench.sandbox.fail({
				method: 'GET',
				path: /^\/v2\/transcript\//,
				times: Infinity,
				fault: { kind: 'status', status: 503 },
			}),
		message:
			'The transcript was not finished within the time limit of 0.6 seconds (last status: processing)',
		hint: 'it later with the operation Get of AssemblyAI Transcribe, or raise the time limit. A status of "queued" means that the account runs as many jobs as it may: for many recordings, choose a time limit for the whole queue, or the wait mode Do Not Wait and AssemblyAI Trigger.',
		facts: { transcriptId, status: 'processing', ...file },
	},
	{
		name: 'a request that the service refuses',
		item: async () => await bench.recording(),
		parameters: () => ({ advancedOptions: { additionalParameters: '{ "format_text": "yes" }' } }),
		message: 'AssemblyAI did not accept the recording (400: format_text must be a Boolean)',
		hint: 'Change what AssemblyAI names in its answer; everything else about the request was fine.',
		facts: { status: 400, ...file },
	},
	{
		name: 'additional parameters that are no JSON',
		item: async () => await bench.recording(),
		parameters: () => ({ advancedOptions: { additionalParameters: '[1, 2' } }),
		message:
			'The parameter Advanced Options → Additional Parameters cannot be used: it is not valid JSON: in line 1, column 6 a comma or ] belongs, and there is the end',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
	{
		name: 'a number of speakers without speaker labels',
		item: async () => await bench.recording(),
		parameters: () => ({ speakerLabels: false, speakerOptions: { speakersExpected: 2 } }),
		message:
			'The parameter Speaker Options cannot be used: a number of speakers is expected but Speaker Labels is off; turn it on, or remove the number',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
	{
		name: 'an exact number and a range of speakers',
		item: async () => await bench.recording(),
		parameters: () => ({
			speakerOptions: { speakersExpected: 2, maxSpeakersExpected: 3 },
		}),
		message:
			'The parameter Speaker Options cannot be used: both an exact number and a range of speakers are set; remove one of the two',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
	{
		name: 'a language and its detection',
		item: async () => await bench.recording(),
		parameters: () => ({ languageOptions: { languageCode: 'de', languageDetection: true } }),
		message:
			'The parameter Language Options cannot be used: a language is set and detection is on; remove one of the two',
		hint: 'Check the value, and if it is an expression what it gives for this item.',
		facts: {},
	},
];

describe.each(cases)(
	'$name',
	({ item, parameters = () => ({}), apiKey, arm, message, hint, facts }) => {
		const run = async (onError?: 'continueErrorOutput' | 'continueRegularOutput') => {
			arm?.();
			return await bench.transcribe([await item()], parameters(), {
				credentials: bench.credentials(apiKey),
				...(onError && { node: { onError } }),
			});
		};

		test('ends the run with a message that says what to do', async () => {
			const result = await run();
			expect(result.status).toBe('error');
			expect(result.error('Node')).toMatchObject({
				message: `${message} [item 0]`,
				description: expect.stringContaining(hint),
			});
			if ('transcriptId' in facts) {
				expect(result.error('Node')?.description).toMatch(/Transcript id: [0-9a-f-]{36}\.$/);
			}
		});

		test('becomes an item of the error output', async () => {
			const { status, output, failed, failures } = await run('continueErrorOutput');
			expect(status).toBe('success');
			expect(output).toEqual([]);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
			expect(failures).toEqual([{ message: expect.stringContaining(message), ...facts }]);
			expect(failures[0]?.message).toContain(hint);
			expect(JSON.stringify(failed)).not.toContain('not-the-key');
		});
	},
);

test('one bad item among good ones fails alone', async () => {
	const items = [await bench.recording(), { json: { n: 1 } }, await bench.recording()];

	const { output, failed } = await bench.transcribe(
		items,
		{},
		{ node: { onError: 'continueErrorOutput' } },
	);

	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(failed).toEqual([expect.objectContaining({ pairedItem: { item: 1 } })]);
});

test('a service that cannot be reached is named, and the API key is not', async () => {
	const url = 'http://127.0.0.1:9';
	const { error } = await bench
		.transcribe(
			[await bench.recording()],
			{},
			{
				credentials: {
					assemblyAiAccountApi: {
						apiKey: 'my-secret-key',
						region: 'custom',
						speechToTextUrl: url,
						llmGatewayUrl: url,
					},
				},
			},
		)
		.then((result) => ({ error: result.error('Node') }));

	expect(error?.message).toBe(
		`No reply from AssemblyAI at ${url}: the connection was refused [item 0]`,
	);
	expect(error?.description).toContain('Check that n8n can reach this address');
	expect(JSON.stringify(error)).not.toContain('my-secret-key');
});

test('a custom region without a URL is named', async () => {
	const { error } = await bench
		.transcribe(
			[await bench.recording()],
			{},
			{
				credentials: {
					assemblyAiAccountApi: { apiKey: 'k', region: 'custom', speechToTextUrl: '' },
				},
			},
		)
		.then((result) => ({ error: result.error('Node') }));

	expect(error?.message).toBe(
		'The Speech-to-Text URL of the AssemblyAI credential is not a URL [item 0]',
	);
});

test('an unknown transcript id is named with what to compare', async () => {
	const unknown = '00000000-0000-4000-8000-000000000000';
	const { failed } = await bench.get(unknown, {}, { node: { onError: 'continueErrorOutput' } });

	expect(failed[0]?.json).toMatchObject({
		error: {
			message:
				'AssemblyAI did not return the transcript (400: Transcript lookup error, transcript id not found). Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
			transcriptId: unknown,
			status: 400,
		},
	});
});
