import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AssemblyAI, LlmGatewayError } from 'assemblyai';
import { startSandbox, type Sandbox } from '../../sandbox/index';
import { CALL_AUDIO, recordingsFolder } from '../support/sandbox/client';
import { checkAnswer } from '../support/sandbox/schemas';
import { wav } from '../support/sandbox/wav';
import { temporaryFolder } from '../support/temporaryFolder';

// AssemblyAI's own client is the judge of whether the sandbox is AssemblyAI; what it receives is held
// against the shapes of the OpenAPI documents on the way.

let sandbox: Sandbox;
let client: AssemblyAI;
const fetchOfNode = globalThis.fetch;

beforeAll(() => {
	globalThis.fetch = async (input, init) => {
		const response = await fetchOfNode(input, init);
		const url = new URL(input instanceof Request ? input.url : input);
		const isJson = response.headers.get('content-type')?.includes('json') === true;
		const body: unknown = isJson ? await response.clone().json() : undefined;
		checkAnswer(init?.method ?? 'GET', url.pathname, response.status, body);
		return response;
	};
});
afterAll(() => {
	globalThis.fetch = fetchOfNode;
});

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
	client = clientWith(sandbox.apiKey);
});
afterEach(async () => await sandbox.close());

function clientWith(apiKey: string): AssemblyAI {
	return new AssemblyAI({ apiKey, baseUrl: sandbox.url, llmGatewayBaseUrl: sandbox.url });
}

describe('transcripts', () => {
	it('of a file, a stream, a buffer and a URL', async () => {
		const file = path.join(await temporaryFolder('sandbox-sdk-'), 'call.mp3');
		await writeFile(file, CALL_AUDIO);
		const uploaded = await client.files.upload(CALL_AUDIO);
		for (const audio of [file, Readable.toWeb(Readable.from([CALL_AUDIO])), CALL_AUDIO, uploaded]) {
			const transcript = await client.transcripts.transcribe({ audio, speaker_labels: true });
			expect(transcript.status).toBe('completed');
			expect(transcript.utterances?.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A', 'B']);
		}
	});

	it('are submitted and waited for', async () => {
		sandbox.setSpeed({ minimumJobMs: 30 });
		const submitted = await client.transcripts.submit({ audio: CALL_AUDIO });
		expect(submitted.status).toBe('processing');
		const done = await client.transcripts.waitUntilReady(submitted.id, { pollingInterval: 10 });
		expect(done.text).toMatch(/^Thank you for calling/);
	});

	it('are made by the models that are named', async () => {
		const speech_models = ['assemblyai-stt-3-7', 'universal-2'];
		const made = await client.transcripts.transcribe({ audio: CALL_AUDIO, speech_models });
		expect(made).toMatchObject({ speech_models, speech_model_used: 'assemblyai-stt-3-7' });
		expect(made.language_code).toBe('en');
	});

	it('fail with the text of the service', async () => {
		const audio = Buffer.from('<html><body>Sign in</body></html>');
		const failed = await client.transcripts.transcribe({ audio });
		expect(failed.status).toBe('error');
		expect(failed.error).toMatch(/File type is text\/html/);
	});

	it('are listed page by page and deleted', async () => {
		const ids: string[] = [];
		for (let count = 0; count < 3; count += 1) {
			ids.unshift((await client.transcripts.transcribe({ audio: CALL_AUDIO })).id);
		}
		const newest = await client.transcripts.list({ limit: 2, status: 'completed' });
		expect(newest.transcripts.map(({ id }) => id)).toEqual(ids.slice(0, 2));
		expect(newest.transcripts[0]?.created.getTime()).not.toBeNaN();
		const older = await client.transcripts.list(newest.page_details.prev_url ?? '');
		expect(older.transcripts.map(({ id }) => id)).toEqual(ids.slice(2));
		expect(older.page_details.prev_url).toBeNull();
		const deleted = await client.transcripts.delete(ids[0] ?? '');
		expect(deleted.text).toBe('Deleted by user.');
	});

	it('have sentences, paragraphs, subtitles and words to be found', async () => {
		const { id } = await client.transcripts.transcribe({ audio: CALL_AUDIO });
		expect((await client.transcripts.sentences(id)).sentences).toHaveLength(8);
		expect((await client.transcripts.paragraphs(id)).paragraphs.length).toBeGreaterThan(1);
		expect(await client.transcripts.subtitles(id, 'srt', 32)).toMatch(/^1\n00:00:00,100 --> /);
		expect(await client.transcripts.subtitles(id, 'vtt')).toMatch(/^WEBVTT\n/);
		const found = await client.transcripts.wordSearch(id, ['map', 'harbor point']);
		expect(found.total_count).toBe(3);
	});

	it('have redacted audio', async () => {
		const { id, text } = await client.transcripts.transcribe({
			audio: CALL_AUDIO,
			redact_pii: true,
			redact_pii_audio: true,
			redact_pii_policies: ['person_name'],
			redact_pii_sub: 'entity_name',
		});
		expect(text).toContain('this is [PERSON_NAME].');
		const file = await client.transcripts.redactedAudioFile(id);
		const bytes = Buffer.from(await file.arrayBuffer());
		expect(bytes.subarray(8, 12).toString()).toBe('WAVE');
	});

	it('of a silent file are empty', async () => {
		const silent = await client.transcripts.transcribe({ audio: wav(1), language_code: 'en' });
		expect(silent.text).toBe('');
	});
});

describe('LLM Gateway', () => {
	it('answers, lists models and understands', async () => {
		const { id } = await client.transcripts.transcribe({ audio: CALL_AUDIO, speaker_labels: true });
		const answer = await client.llmGateway.chatCompletions({
			model: 'claude-sonnet-4-6',
			messages: [{ role: 'user', content: 'Summarise this call: {{ transcript }}' }],
			transcript_id: id,
		});
		expect(answer.choices[0]?.message?.content).toMatch(/^In the words of the text: /);
		const { data } = await client.llmGateway.listModels();
		expect(data.map((model) => model.id)).toContain('claude-sonnet-4-6');
		const request = {
			transcript_id: id,
			speech_understanding: { request: { summarization: { summary_type: 'bullets' as const } } },
		};
		await client.llmGateway.validateUnderstanding(request);
		const understood = await client.llmGateway.understanding(request);
		expect(understood.speech_understanding).toHaveProperty('response.summarization.summary');
	});

	it('refuses in both envelopes', async () => {
		const request = { model: 'none', messages: [{ role: 'user' as const, content: 'Hello' }] };
		const refused = await client.llmGateway
			.chatCompletions(request)
			.catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(LlmGatewayError);
		expect(refused).toMatchObject({
			status: 400,
			message: expect.stringContaining('none is not supported'),
		});
		const stranger = await clientWith('wrong')
			.llmGateway.chatCompletions(request)
			.catch((error: unknown) => error);
		expect(stranger).toMatchObject({
			status: 401,
			message: expect.stringContaining('Authentication error, API token missing/invalid'),
		});
	});
});

it('speech-to-text refuses with its own text', async () => {
	await expect(clientWith('wrong').transcripts.list()).rejects.toThrow(
		'Authentication error, API token missing/invalid',
	);
	await expect(client.transcripts.get('9ea68fd3-f953-42c1-9742-976c447fb463')).rejects.toThrow(
		'Transcript lookup error, transcript id not found',
	);
	await expect(client.files.upload(Buffer.alloc(0))).rejects.toThrow(
		'Upload failed, please try again.',
	);
});
