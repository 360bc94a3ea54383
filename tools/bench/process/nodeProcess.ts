// First: the engine reads its environment when it is loaded.
import { EngineHarness } from '../../../test/engine/harness';
import { tmpdir } from 'node:os';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { container } from '../../../test/engine/harness/host/container';
import { answerQuestions } from './answerQuestions';
import { collectGarbage, memoryAtPeak, memoryAtStart } from './peakMemory';
import { nodeQuestion, type NodeRun, type RunQuestion } from './messages';
import { sendWithUndici } from './sendWithUndici';
import { WholeBlobManager } from './wholeBlobManager';

const QUOTE_MS = 3_000;

const harness = start();
const stored = new Map<string, IBinaryData>();
let stop = new AbortController();
let stoppedAt: number | undefined;

answerQuestions(nodeQuestion, async (question) => {
	if (question.ask === 'store') return await store(question.files);
	if (question.ask === 'run') return await run(question);
	if (question.ask === 'send') return await sendWithUndici(question.file, question.url);
	if (question.ask === 'end') return await end();
	stoppedAt = performance.now();
	stop.abort();
	return undefined;
});

async function start(): Promise<EngineHarness> {
	const started = await EngineHarness.start();
	container.get(BinaryDataService).setManager('database', new WholeBlobManager(tmpdir()));
	return started;
}

async function store(files: string[]): Promise<Array<string | null>> {
	const paths: Array<string | null> = [];
	for (const file of files) {
		const data = await (await harness).storeFile(file, 'audio/wav');
		stored.set(file, data);
		const isFile = data.data.startsWith('filesystem');
		paths.push(data.id && isFile ? container.get(BinaryDataService).getPath(data.id) : null);
	}
	return paths;
}

async function run(question: RunQuestion): Promise<NodeRun> {
	stop = new AbortController();
	stoppedAt = undefined;
	if (question.fromCleanMemory) await collectGarbage();
	const quotes = question.clipsAtMs?.map((start) => ({ start, end: start + QUOTE_MS }));
	const atStart = memoryAtStart();
	const startedAt = Date.now();
	const result = await (
		await harness
	).runNode({
		type: 'assemblyAiTranscribe',
		parameters: {
			resource: 'audio',
			binaryPropertyName: 'data',
			...(quotes
				? { operation: 'clipQuotes' }
				: { operation: 'transcribe', waitMode: question.waitMode }),
		},
		items: question.files.map((file) => ({
			json: quotes ? { details: quotes } : {},
			binary: { data: storedFile(file) },
		})),
		credentials: {
			assemblyAiAccountApi: {
				apiKey: question.apiKey,
				region: 'custom',
				speechToTextUrl: question.serviceUrl,
				llmGatewayUrl: question.serviceUrl,
			},
		},
		cancel: stop.signal,
	});
	return {
		status: result.status,
		error: result.error('Node')?.message ?? null,
		startedAt,
		endedAt: Date.now(),
		stopToEndMs: stoppedAt === undefined ? null : performance.now() - stoppedAt,
		memoryAtStart: atStart,
		memoryAtPeak: memoryAtPeak(),
	};
}

function storedFile(file: string): IBinaryData {
	const data = stored.get(file);
	if (!data) throw new Error(`${file} was not stored`);
	return data;
}

async function end(): Promise<undefined> {
	await (await harness).dispose();
	process.exit();
}
