import type { INodeParameters } from 'n8n-workflow';
import { SECRET_HEADER } from '../../../nodes/shared/webhook/secret';
import { HostileService, type Answer } from '../../support/engine/hostileService';
import { Workbench } from '../../support/engine/workbench';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';
const KEY = 'marked-key';
const SECRET = 'open-sesame';

let bench: Workbench;
let target: HostileService;
let asked: HostileService | undefined;

beforeAll(async () => {
	bench = await Workbench.open();
	// It would answer anything.
	target = await HostileService.open(() => ({
		body: {
			...{ id: ID, status: 'completed', text: 'Hello.', upload_url: 'https://a.example/u' },
			...{ page_details: {}, transcripts: [], sentences: [], total_count: 0, matches: [] },
			...{ speech_understanding: {}, choices: [], data: [], paragraphs: [] },
		},
	}));
});
afterEach(async () => {
	await asked?.close();
	asked = undefined;
});
afterAll(async () => {
	await target.close();
	await bench.close();
});

async function redirecting(status: number, location = target.url) {
	asked = await HostileService.open(({ path }) => ({
		status,
		headers: { location: `${location}${path}` },
		body: '',
	}));
	return asked;
}

const id = { __rl: true, mode: 'id', value: ID };
const onTranscript = (operation: string, more = {}): INodeParameters => ({
	resource: 'transcript',
	operation,
	transcriptId: id,
	...more,
});
const asking = (operation: string, more = {}): INodeParameters => ({
	operation,
	transcriptSource: 'text',
	transcriptText: 'Speaker A: It is 89 dollars.',
	questions: { question: [{ question: 'How much?', answerType: 'text' }] },
	prompt: 'How much?',
	...more,
});

const WORK: Array<[string, string, INodeParameters]> = [
	['upload', 'assemblyAiTranscribe', { resource: 'audio', operation: 'transcribe' }],
	[
		'submission',
		'assemblyAiTranscribe',
		{
			...{ resource: 'audio', operation: 'transcribe', source: 'url' },
			audioUrl: 'https://example.com/call.mp3',
			advancedOptions: { webhookUrl: 'https://example.com/hook' },
		},
	],
	['wait', 'assemblyAiTranscribe', onTranscript('get')],
	['Get', 'assemblyAiTranscribe', onTranscript('get', { waitMode: 'doNotWait' })],
	['Get Many', 'assemblyAiTranscribe', onTranscript('getMany', { returnAll: true })],
	['Get Talk Metrics', 'assemblyAiTranscribe', onTranscript('getTalkMetrics')],
	['Search', 'assemblyAiTranscribe', onTranscript('search', { words: 'map' })],
	['Delete', 'assemblyAiTranscribe', onTranscript('delete')],
	[
		'Understand',
		'assemblyAiTranscribe',
		onTranscript('understand', { features: { summarization: {} } }),
	],
	...['markdown', 'paragraphs', 'redactedAudio', 'sentences', 'srt', 'text', 'vtt'].map(
		(format): [string, string, INodeParameters] => [
			`Export of ${format}`,
			'assemblyAiTranscribe',
			onTranscript('export', { format }),
		],
	),
	['Ask Questions', 'llmGatewayAskQuestions', asking('askQuestions')],
	['Prompt', 'llmGatewayAskQuestions', asking('prompt')],
];

describe.each(WORK)('%s', (_, type, parameters) => {
	test.each([301, 302, 303, 307, 308, 300, 305])(
		'takes key, secret and content to no other server at status %i',
		async (status) => {
			const service = await redirecting(status);
			const result = await bench.harness.runNode({
				...{ type, parameters },
				items: [await bench.recording()],
				credentials: service.account({ webhookSecret: SECRET }),
			});
			expect(target.seen).toEqual([]);
			expect(result.status).toBe('error');
			const told = `${service.url} sends on to ${target.url} (status ${status}), which was not followed [item 0]`;
			expect(result.error('Node')?.message).toContain(told);
			expect(result.error('Node')?.description).toContain(`enter ${target.url} as the `);
			expect(new Set(service.lines).size).toBe(service.lines.length);
			expect(JSON.stringify(result.run)).not.toContain(KEY);
		},
	);
});

test.each([302, 307])(
	'a call-back whose look is sent on with %i starts nothing',
	async (status) => {
		const service = await redirecting(status);
		const credentials = service.account({ webhookSecret: SECRET });
		const body = { transcript_id: ID, status: 'completed' };
		const headers = { [SECRET_HEADER]: SECRET };
		const called = bench.harness.callWebhook(
			'assemblyAiTrigger',
			{ credentials },
			{ headers, body },
		);
		await expect(called).rejects.toThrow('which was not followed');
		expect(target.seen).toEqual([]);
	},
);

test.each([
	['llmGatewayAskQuestions', 'searchModels'],
	['assemblyAiTranscribe', 'searchTranscripts'],
	['assemblyAiTranscribe', 'searchUsableTranscripts'],
])('the dropdown %s.%s takes the key to no other server', async (type, method) => {
	const service = await redirecting(307);
	const options = { parameters: {}, credentials: service.account() };
	const outcome = await bench.harness.listSearch(type, method, options).catch(String);
	expect(String(outcome)).toContain('which was not followed');
	expect(target.seen).toEqual([]);
});

test.each([
	['a relative path', '/v2/elsewhere', '(status 302)'],
	['the same host in capitals', 'HTTP://LOCALHOST:1', 'sends on to http://localhost:1 '],
	['a host with a dot at its end', 'https://evil.example.', 'sends on to https://evil.example. '],
	['a name before the host', 'https://api.assemblyai.com@evil.example', 'https://evil.example '],
	['IPv6', 'http://[::1]:81', 'sends on to http://[::1]:81 '],
	['another port', 'https://api.assemblyai.com:8443', 'https://api.assemblyai.com:8443 '],
	['no host', 'https://[', 'sends on to nowhere '],
	['a file', 'file:///etc/passwd?', 'sends on to nowhere '],
	['a script', 'javascript:alert(1)//', 'sends on to nowhere '],
	['a host of 9,000 letters', `https://${'a'.repeat(9_000)}.example`, 'sends on to nowhere '],
	['a path of 9,000 letters', `https://a.example/${'a'.repeat(9_000)}`, 'https://a.example '],
])('a redirect to %s is told and not followed', async (_, location, told) => {
	const service = await redirecting(302, location);
	const result = await bench.get(ID, { waitMode: 'doNotWait' }, { credentials: service.account() });
	expect(result.error('Node')?.message).toContain(told);
	expect(
		`${result.error('Node')?.message}${result.error('Node')?.description}`.length,
	).toBeLessThan(1_500);
	expect(service.lines).toHaveLength(1);
	expect(target.seen).toEqual([]);
});

describe('redacted audio', () => {
	const audio = async (handle: Parameters<typeof HostileService.open>[0]) => {
		const store = await HostileService.open(handle);
		asked = await HostileService.open(() => ({
			body: { redacted_audio_url: `${store.url}/file.mp3?signature=x` },
		}));
		const result = await bench.harness.runNode({
			type: 'assemblyAiTranscribe',
			parameters: onTranscript('export', { format: 'redactedAudio', exportAs: 'file' }),
			items: [{ json: {} }],
			credentials: asked.account(),
		});
		await store.close();
		return { result, store };
	};

	test('is fetched without the key, also where the store sends on', async () => {
		const { result, store } = await audio(
			({ path }): Answer =>
				path === '/file.mp3'
					? { status: 302, headers: { location: '/other.mp3' }, body: '' }
					: { headers: { 'content-type': 'audio/mpeg' }, body: 'ID3' },
		);
		expect(result.output[0]?.binary?.data).toMatchObject({ mimeType: 'audio/mpeg' });
		expect(store.lines).toEqual(['GET /file.mp3', 'GET /other.mp3']);
		expect(JSON.stringify(store.seen.map(({ headers }) => headers))).not.toContain(KEY);
	});

	test.each<[string, Parameters<typeof HostileService.open>[0], string]>([
		[
			'a web page',
			() => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<p>Sign in' }),
			'The file could not be downloaded: a web page came in its place [item 0]',
		],
		[
			'a refusal',
			() => ({ status: 403, body: 'Request has expired' }),
			'The file store of AssemblyAI did not hand out the file (status 403) [item 0]',
		],
		[
			'half a file',
			(_, response) => {
				response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '900' });
				response.write('ID3', () => response.destroy());
				return undefined;
			},
			'The file could not be downloaded: the connection was lost [item 0]',
		],
		[
			'a redirect in a circle',
			({ path }) => ({ status: 302, headers: { location: path }, body: '' }),
			'The file could not be downloaded: the connection was lost [item 0]',
		],
	])('that is %s is no file', async (_, handle, told) => {
		const { result } = await audio(handle);
		expect(result.output).toEqual([]);
		expect(result.error('Node')?.message).toBe(told);
		expect(JSON.stringify(result.error('Node'))).not.toContain('signature=x');
	});
});
