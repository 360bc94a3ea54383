import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Benchmark } from './benchmark';
import type { Figure } from './figure';
import { NodeRunner } from './nodeRunner';
import { ChildProcess } from './process/childProcess';
import { sent, type UndiciQuestion } from './process/messages';
import { Sink } from './sink';
import { asMemory, asRatio, asThroughput, MIB } from './units';
import { writeWavFile } from './wavFile';

const FILE_BYTES = 2048 * MIB;
const WARM_UP_BYTES = 4 * MIB;
const ROUNDS = 5;
const MEMORY_RUNS = 2;
const TARGETS = { memoryGrowth: 64 * MIB, throughput: 0.8 };

/** One file sent three ways, one after the other; milliseconds. */
interface Round {
	node: number;
	/** Undici in the process that runs the node. */
	undici: number;
	/** Undici in a process that has nothing else. */
	undiciAlone: number;
}

export const upload: Benchmark = {
	name: 'upload',
	title: `Upload: a file of ${FILE_BYTES / MIB} MiB in filesystem mode, beside a bare undici stream of the same file`,
	async run(folder) {
		const sink = await Sink.open();
		const alone = ChildProcess.start<UndiciQuestion>('undiciProcess.ts');
		try {
			return await NodeRunner.use({ folder }, async (runner) => {
				const files = await prepare(runner, folder);
				await runner.runToSuccess({ files: [files.small], service: sink, waitMode: 'doNotWait' });
				const rounds: Round[] = [];
				for (let round = 0; round < ROUNDS; round++) {
					rounds.push(await playRound(runner, alone, sink, files));
				}
				const memory: number[] = [];
				for (let run = 0; run < MEMORY_RUNS; run++) {
					memory.push(await memoryGrowth(runner, sink, files.large));
				}
				expectWholeUploads(sink, 3 * ROUNDS + MEMORY_RUNS);
				return figuresOf(rounds, memory);
			});
		} finally {
			await alone.end();
			await sink.close();
		}
	},
};

/** Names of stored files, and where n8n has the large one. */
async function prepare(runner: NodeRunner, folder: string) {
	const small = path.join(folder, 'warm-up.wav');
	const large = path.join(folder, 'large.wav');
	await writeWavFile(small, WARM_UP_BYTES, 0);
	await writeWavFile(large, FILE_BYTES, 1);
	await runner.store(small);
	const stored = await runner.store(large);
	if (stored === null) throw new Error('n8n did not keep the file as a file');
	// All read n8n's file; a second one would only take room on disk and in its cache.
	await rm(large);
	return { small, large, stored };
}

async function playRound(
	runner: NodeRunner,
	alone: ChildProcess<UndiciQuestion>,
	sink: Sink,
	{ large, stored }: { large: string; stored: string },
): Promise<Round> {
	const url = `${sink.url}/v2/upload`;
	const run = await runner.runToSuccess({ files: [large], service: sink, waitMode: 'doNotWait' });
	return {
		node: run.endedAt - run.startedAt,
		undici: await runner.sendWithUndici(stored, url),
		undiciAlone: (await alone.ask({ ask: 'send', file: stored, url }, sent)).durationMs,
	};
}

async function memoryGrowth(runner: NodeRunner, service: Sink, file: string): Promise<number> {
	const run = await runner.runToSuccess({
		files: [file],
		service,
		waitMode: 'doNotWait',
		fromCleanMemory: true,
	});
	return run.memoryAtPeak - run.memoryAtStart;
}

function expectWholeUploads(sink: Sink, expected: number): void {
	const whole = sink.uploads.filter((bytes) => bytes === FILE_BYTES).length;
	if (whole !== expected) throw new Error(`${whole} of ${expected} uploads arrived in full`);
}

function figuresOf(rounds: Round[], memory: number[]): Figure[] {
	const throughput = (what: string, durationOf: (round: Round) => number): Figure => ({
		what,
		values: rounds.map((round) => (FILE_BYTES / durationOf(round)) * 1000),
		counts: 'median',
		show: asThroughput,
	});
	const ratio = (what: string, durationOf: (round: Round) => number): Figure => ({
		what,
		values: rounds.map((round) => durationOf(round) / round.node),
		counts: 'median',
		show: asRatio,
		target: { atLeast: TARGETS.throughput },
	});
	return [
		{
			what: 'Peak memory over that at the start of the run',
			values: memory,
			counts: 'highest',
			show: asMemory,
			target: { atMost: TARGETS.memoryGrowth },
		},
		ratio("Throughput, in that of undici in n8n's process", ({ undici }) => undici),
		ratio('Throughput, in that of undici in an empty process', ({ undiciAlone }) => undiciAlone),
		throughput('  of the node', ({ node }) => node),
		throughput("  of undici in n8n's process", ({ undici }) => undici),
		throughput('  of undici in an empty process', ({ undiciAlone }) => undiciAlone),
	];
}
