import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
// The harness sets n8n's environment, so it comes before anything that might load n8n.
import '../../engine/harness';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { audioBytes } from '../../support/sandbox/client';
import { SAMPLE_RECORDING, runDemo } from '../../../tools/demo/demo';
import { main } from '../../../tools/demo/main';

const folder = mkdtempSync(path.join(tmpdir(), 'demo-test-'));
const write = (name: string, content: string | Buffer) => {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
};
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true });
});

/** Runs the command as a person does, but on the sources and without the sandbox's slowness. */
const command = (...argv: string[]) => commandOn({ columns: 120 }, ...argv);

async function commandOn(screen: { columns: number; isTTY?: boolean }, ...argv: string[]) {
	let text = '';
	const write = (chunk: string | Uint8Array) => {
		text += String(chunk);
		return true;
	};
	const output = { write, ...screen };
	const exitCode = await main({ argv, environment: {}, output, nodes: 'source', speed: {} });
	return { exitCode, text };
}

const credential = () => ({
	apiKey: sandbox.apiKey,
	region: 'custom',
	speechToTextUrl: sandbox.url,
	llmGatewayUrl: sandbox.url,
});

test('the sample call becomes five answers, each with a verified quote, and a CRM record', async () => {
	const stages: string[] = [];
	const { asked, crmRecord } = await runDemo({
		audio: SAMPLE_RECORDING,
		credential: credential(),
		nodes: 'source',
		onProgress: (stage) => stages.push(stage),
	});
	const { transcriptId } = asked;
	expect(asked.details.map(({ key }) => key)).toEqual([
		'call_sentiment',
		'agent_sentiment',
		'customer_sentiment',
		'customer_interest_quote',
		'agent_enthusiasm_quote',
	]);
	for (const { reason, evidence } of asked.details) {
		expect(reason).toBeTruthy();
		expect(evidence).toMatchObject({ verified: true, start: expect.any(Number) });
	}
	expect(asked.model).toBe('claude-sonnet-4-5-20250929');
	expect(stages).toEqual([
		expect.stringMatching(/^Uploading map-update-call\.mp3 \(/),
		`Transcribing map-update-call.mp3 (transcript ${transcriptId})`,
		`Asking 5 questions about transcript ${transcriptId}`,
	]);

	const [, , , interest, enthusiasm] = asked.details;
	expect(interest?.evidence.speaker).toBe('B');
	expect(enthusiasm?.evidence.speaker).toBe('A');
	expect(crmRecord).toMatchObject({
		crm_record_id: 'DEAL-1042',
		transcript_id: transcriptId,
		call_sentiment: 'positive',
		agent_sentiment: 'positive',
		customer_sentiment: 'positive',
		customer_sentiment_reason: asked.details[2]?.reason,
		customer_interest_quote: interest?.answer,
		customer_interest_speaker: 'B',
		customer_interest_time: expect.stringMatching(/^\d\d:\d\d$/),
		agent_enthusiasm_speaker: 'A',
		answered_by: 'claude-sonnet-4-5-20250929',
		next: 'Send the offer',
	});
});

test('the command shows stages, table, record and whose answers they are', async () => {
	const { exitCode, text } = await command();
	expect(text).toMatch(/^Uploading .*\nTranscribing .*\nAsking 5 questions .*\n/);
	expect(text.match(/✔ verified/g)).toHaveLength(5);
	expect(text).toContain('│ call_sentiment');
	expect(text).toMatch(/Model claude-sonnet-4-5-20250929, \d+ tokens in, \d+ out, \d+\.\d s/);
	expect(text).toContain("came from the sandbox's stand-in model");
	expect(exitCode).toBe(0);
});

test('own questions and another model replace those of the example', async () => {
	const questions = write(
		'mine.json',
		'[{"key":"price","question":"What does a single update cost?","answerType":"number"}]',
	);
	const { exitCode, text } = await command(
		'--questions',
		questions,
		'--model',
		'claude-sonnet-4-6',
	);
	expect(text).toMatch(/│ What does a single .*│ 149 /);
	expect(text).toContain('Model claude-sonnet-4-6');
	expect(text).not.toContain('agent_sentiment');
	expect(exitCode).toBe(0);
});

test('a recording that the sandbox does not know is said to have a placeholder transcript', async () => {
	const audio = write('own.wav', audioBytes('nobody knows this one'));
	const { exitCode, text } = await command('--audio', audio);
	expect(text).toContain('The sandbox cannot hear');
	expect(exitCode).toBe(0);
});

test('what goes wrong is told in words, without a stack trace', async () => {
	const failures: Array<[string[], RegExp]> = [
		[['--audio', path.join(folder, 'none.mp3')], /none\.mp3 cannot be read: there is no such file/],
		[['--audio', folder], /cannot be read: it is a folder/],
		[['--audio', write('notes.txt', 'hi')], /AssemblyAI Transcribe: .*no audio or video file/],
		[['--audio', write('page.mp3', '<html></html>')], /File type is text\/html/],
		[['--model', 'nope'], /LLM Gateway Ask Questions: .*model nope is not supported/],
	];
	for (const [argv, message] of failures) {
		const { exitCode, text } = await command(...argv);
		expect(text).toMatch(message);
		expect(text).not.toMatch(/\n\s+at /);
		expect(exitCode).toBe(1);
	}
});

test('an option that there is not is refused before anything runs', async () => {
	await expect(command('--modell', 'x')).rejects.toThrow("Unknown option '--modell'");
});

test('on a terminal the stage that failed is marked', async () => {
	const { text } = await commandOn({ columns: 120, isTTY: true }, '--model', 'nope');
	expect(text).toMatch(/✔ Transcribing .*\n/);
	expect(text).toMatch(/✘ Asking 5 questions .*\n/);
});

test('help is shown without running anything', async () => {
	const { exitCode, text } = await command('--help');
	expect(text).toContain('--questions FILE');
	expect(text).not.toContain('Uploading');
	expect(exitCode).toBe(0);
});

test('a wrong key is said to be wrong', async () => {
	const run = runDemo({
		audio: SAMPLE_RECORDING,
		credential: { ...credential(), apiKey: 'wrong' },
		nodes: 'source',
	});
	await expect(run).rejects.toThrow(/^AssemblyAI Transcribe: .*key/i);
});

test('a stopped demo says that it was stopped', async () => {
	const stop = new AbortController();
	const stopped = runDemo({
		audio: SAMPLE_RECORDING,
		credential: credential(),
		nodes: 'source',
		onProgress: () => stop.abort(),
		cancel: stop.signal,
	});
	await expect(stopped).rejects.toThrow('Stopped');
});
