// First: the engine reads its environment when it is loaded.
import { EngineHarness } from '../../../test/engine/harness';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answerQuestions } from '../process/answerQuestions';
import { collectGarbage, memoryAtPeak, memoryAtStart } from '../process/peakMemory';
import { growthQuestion, type GrowthRun } from './messages';

const harness = EngineHarness.start();

answerQuestions(growthQuestion, async (question) => {
	if (question.ask === 'transcribe') return await transcribe(question);
	await (await harness).dispose();
	process.exit();
});

async function transcribe(question: {
	recordings: number;
	serviceUrl: string;
}): Promise<GrowthRun> {
	const engine = await harness;
	const { recordings, serviceUrl } = question;
	await collectGarbage();
	const atStart = memoryAtStart();
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const processor = process.cpuUsage();
	const startedAt = performance.now();
	const result = await engine.runNode({
		type: 'assemblyAiTranscribe',
		parameters: {
			resource: 'audio',
			operation: 'transcribe',
			source: 'url',
			audioUrl: '={{ $json.url }}',
		},
		items: Array.from({ length: recordings }, (_, index) => ({
			json: { url: `https://example.com/calls/${index}.mp3` },
		})),
		credentials: {
			assemblyAiAccountApi: {
				apiKey: 'key',
				region: 'custom',
				speechToTextUrl: serviceUrl,
				llmGatewayUrl: serviceUrl,
			},
		},
	});
	const wallMs = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(processor);
	delay.disable();
	return {
		status: result.status,
		error: result.error('Node')?.message ?? null,
		outputs: result.output.length,
		wallMs,
		processorMs: (user + system) / 1000,
		longestStandStillMs: delay.max / 1e6,
		memoryAtStart: atStart,
		memoryAtPeak: memoryAtPeak(),
	};
}
