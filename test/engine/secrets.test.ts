import { inspect } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults/faults';
import { hurryClock, type HurriedClock } from '../../tools/chaos/hurriedClock';
import { ASK, TRANSCRIBE, Workbench } from '../support/engine/workbench';

const KEY = 'marked-key-0c1d2e3f';
const SECRET = 'marked-secret-4a5b6c7d';
/** More than the attempts at any request, the most of which are those against a rate limit. */
const FAULTS_IN_A_ROW = 14;

let bench: Workbench;
let transcriptId: string;
let clock: HurriedClock;
const written: string[] = [];

beforeAll(async () => {
	process.env.N8N_LOG_LEVEL = 'debug';
	// Before n8n makes its logger, which writes to the streams of the console: in a process of Jest's own they are
	// neither of the two of the process.
	const consoles = ['_stdout', '_stderr'].map((name): unknown => Reflect.get(console, name));
	const streams: Writable[] = [process.stdout, process.stderr, ...consoles.filter(isWritable)];
	for (const stream of streams) {
		jest.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
			written.push(String(chunk));
			return true;
		});
	}
	for (const level of ['debug', 'error', 'info', 'log', 'warn'] as const) {
		jest.spyOn(console, level).mockImplementation((...parts) => {
			written.push(inspect(parts, { depth: null }));
		});
	}
	bench = await Workbench.open({ apiKey: KEY, speed: { minimumJobMs: 0, webhookRetryMs: 1 } });
	transcriptId = await bench.finishedTranscript();
	clock = hurryClock(100);
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => {
	clock.setRight();
	jest.restoreAllMocks();
	await bench.close();
});

interface Writable {
	write(chunk: string | Uint8Array): boolean;
}

function isWritable(stream: unknown): stream is Writable {
	return typeof stream === 'object' && stream !== null && 'write' in stream;
}

/** A service that quotes what it was sent, as proxies and frameworks do. */
const quoting = `refused: Authorization: ${KEY}, webhook_auth_header_value: ${SECRET}`;
const FAULTS: Array<[string, Fault]> = [
	...[400, 401, 403, 404, 422, 429, 500, 503].map((status): [string, Fault] => [
		`status ${status} that quotes the request`,
		{ kind: 'status', status, headers: { 'retry-after': '0' }, body: { error: quoting } },
	]),
	[
		'a web page that quotes the request',
		{ kind: 'status', status: 502, body: `<p>${quoting}</p>` },
	],
	[
		'a redirect to an address with the key',
		{ kind: 'status', status: 307, headers: { location: `http://127.0.0.1:1/?key=${KEY}` } },
	],
	['a reply that quotes the request', { kind: 'status', status: 200, body: { error: quoting } }],
	['a lost reply', { kind: 'lostReply' }],
	['a reset', { kind: 'reset' }],
	['half a reply', { kind: 'truncate' }],
];

const id = () => ({ __rl: true, mode: 'id', value: transcriptId });
const WORK: Array<[string, string, () => INodeParameters]> = [
	['Transcribe', TRANSCRIBE, () => ({ resource: 'audio', operation: 'transcribe' })],
	...['get', 'getMany', 'export', 'search', 'understand', 'delete'].map(
		(operation): [string, string, () => INodeParameters] => [
			operation,
			TRANSCRIBE,
			() => ({
				...{ resource: 'transcript', operation, transcriptId: id(), words: 'map' },
				features: { translation: { settings: { targetLanguages: 'de' } } },
			}),
		],
	),
	[
		'Ask Questions',
		ASK,
		() => ({
			...{ operation: 'askQuestions', transcriptId: id() },
			questions: { question: [{ question: 'What was said?', answerType: 'text' }] },
		}),
	],
	[
		'Ask Across Calls',
		ASK,
		() => ({
			...{ operation: 'askAcrossCalls', transcriptId: id() },
			questions: { question: [{ question: 'What was said?', answerType: 'text' }] },
		}),
	],
	['Prompt', ASK, () => ({ operation: 'prompt', transcriptId: id(), prompt: 'What was said?' })],
];

describe.each(WORK)('%s', (_, type, parameters) => {
	test.each(FAULTS)('shows neither key nor secret after %s', async (__, fault) => {
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
			bench.sandbox.fail({ path: /./, times: FAULTS_IN_A_ROW, fault });
			const result = await bench.harness.runNode({
				type,
				parameters: {
					...parameters(),
					advancedOptions: { webhookUrl: 'http://127.0.0.1:1/hook' },
					options: { timeoutMinutes: 2 },
				},
				node: { onError },
				credentials: {
					assemblyAiAccountApi: {
						...bench.credentials().assemblyAiAccountApi,
						webhookSecret: SECRET,
					},
				},
				items: [type === TRANSCRIBE ? await bench.recording() : { json: {} }],
			});
			bench.sandbox.clearFaults();
			// As deep as it goes, and with the causes of errors.
			const shown = inspect(result, { depth: null, maxStringLength: null, maxArrayLength: null });
			expect(shown).toContain(result.status);
			const saved = JSON.stringify(result.run);
			const logged = written.splice(0).join('');
			expect(logged).toContain('Running node "Node" started');
			for (const mark of [KEY, SECRET]) {
				expect(shown).not.toContain(mark);
				expect(saved).not.toContain(mark);
				expect(logged).not.toContain(mark);
			}
		}
	});
});
