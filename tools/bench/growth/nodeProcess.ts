// First: the engine reads its environment when it is loaded.
import { EngineHarness, type NodeRunResult } from '../../../test/engine/harness';
import { answerQuestions } from '../process/answerQuestions';
import { measured } from '../process/measured';
import { accountAt } from './accountAt';
import { loopOf } from './loopOf';
import { growthQuestion, type GrowthRun, type LoopRun } from './messages';

const QUESTIONS = 5;

const harness = EngineHarness.start();

answerQuestions(growthQuestion, async (question) => {
	if (question.ask === 'transcribe') return await transcribe(question);
	if (question.ask === 'questions') return await askQuestions(question);
	if (question.ask === 'loop') return await loop(question);
	await (await harness).dispose();
	process.exit();
});

async function transcribe(question: {
	recordings: number;
	serviceUrl: string;
}): Promise<GrowthRun> {
	const engine = await harness;
	const { recordings, serviceUrl } = question;
	return await runOf(
		async () =>
			await engine.runNode({
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
				credentials: accountAt(serviceUrl),
			}),
	);
}

async function askQuestions(question: { calls: number; serviceUrl: string }): Promise<GrowthRun> {
	const engine = await harness;
	const { calls, serviceUrl } = question;
	return await runOf(
		async () =>
			await engine.runNode({
				type: 'llmGatewayAskQuestions',
				parameters: {
					operation: 'askQuestions',
					transcriptId: { __rl: true, mode: 'id', value: '={{ $json.transcriptId }}' },
					questions: {
						question: Array.from({ length: QUESTIONS }, (_, index) => ({
							key: `question_${index}`,
							question: `What was said about subject ${index}?`,
							answerType: 'text',
						})),
					},
				},
				items: Array.from({ length: calls }, (_, index) => ({
					json: { transcriptId: `call-${index}` },
				})),
				credentials: accountAt(serviceUrl),
			}),
	);
}

async function runOf(execute: () => Promise<NodeRunResult>): Promise<GrowthRun> {
	const { costs, result } = await measured(execute);
	return {
		status: result.status,
		error: result.error('Node')?.message ?? null,
		outputs: result.output.length,
		outputBytes: sizeOf(result.output),
		costs,
	};
}

async function loop(question: { rounds: number; serviceUrl: string }): Promise<LoopRun> {
	const engine = await harness;
	const roundsMs: number[] = [];
	let beganAt = 0;
	const result = await engine.run({
		...loopOf(question.rounds),
		credentials: accountAt(question.serviceUrl),
		onNodeStart: (name) => {
			if (name === 'Transcribe') beganAt = performance.now();
		},
		onNodeEnd: (name) => {
			if (name === 'Transcribe') roundsMs.push(performance.now() - beganAt);
		},
	});
	const context = result.run.data.executionData?.contextData['node:Transcribe'] ?? {};
	return {
		status: result.status,
		error: result.error('Transcribe')?.message ?? null,
		outputs: result.items('Loop').length,
		outputBytes: sizeOf(result.items('Loop')),
		roundsMs,
		savedContextBytes: sizeOf(context),
	};
}

function sizeOf(value: unknown): number {
	return Buffer.byteLength(JSON.stringify(value));
}
