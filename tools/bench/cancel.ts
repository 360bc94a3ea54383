import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../sandbox';
import type { Benchmark } from './benchmark';
import type { Figure } from './figure';
import { NodeRunner } from './nodeRunner';
import type { NodeRun } from './process/messages';
import { Sink } from './sink';
import { asMilliseconds, MIB } from './units';
import { writeWavFile } from './wavFile';

const STOPS = 20;
/** The stops spread over this time, so that they meet the node at every point of its pauses. */
const SPREAD_MS = 1_000;
const TARGET_MS = 500;
/** At the sink's pace of some 3 MiB/s far more than can be sent before the stop. */
const UPLOAD_BYTES = 64 * MIB;
const RECORDING_BYTES = MIB;
const DRIP_PAUSE_MS = 20;

export const cancel: Benchmark = {
	name: 'cancel',
	title: `Cancel: from stop to the end of the execution, ${STOPS} times each`,
	async run(folder) {
		return await NodeRunner.use({ folder }, async (runner) => [
			...figuresOf('while uploading', await stopUploads(runner, path.join(folder, 'long.wav'))),
			...figuresOf('while waiting', await stopWaits(runner, path.join(folder, 'short.wav'))),
		]);
	},
};

async function stopUploads(runner: NodeRunner, file: string): Promise<NodeRun[]> {
	await writeWavFile(file, UPLOAD_BYTES, 0);
	await runner.store(file);
	const sink = await Sink.open({ pauseMs: DRIP_PAUSE_MS });
	try {
		return await repeat(async (delayMs) => {
			const uploading = sink.nextUpload();
			const running = runner.run({ files: [file], service: sink, waitMode: 'poll' });
			await uploading;
			await sleep(delayMs);
			runner.stop();
			return await running;
		});
	} finally {
		await sink.close();
	}
}

async function stopWaits(runner: NodeRunner, file: string): Promise<NodeRun[]> {
	await writeWavFile(file, RECORDING_BYTES, 0);
	await runner.store(file);
	const looks = new EventEmitter();
	const sandbox = await startSandbox({
		speed: { minimumJobMs: 3_600_000 },
		log: ({ method, path }) => method === 'GET' && looks.emit('look', path),
	});
	try {
		return await repeat(async (delayMs) => {
			const looking = once(looks, 'look');
			const running = runner.run({ files: [file], service: sandbox, waitMode: 'poll' });
			await looking;
			await sleep(delayMs);
			runner.stop();
			const run = await running;
			sandbox.reset();
			return run;
		});
	} finally {
		await sandbox.close();
	}
}

async function repeat(stopAfter: (delayMs: number) => Promise<NodeRun>): Promise<NodeRun[]> {
	const runs: NodeRun[] = [];
	for (let stop = 0; stop < STOPS; stop++) runs.push(await stopAfter((stop * SPREAD_MS) / STOPS));
	return runs;
}

function figuresOf(when: string, runs: NodeRun[]): Figure[] {
	const values = runs.map(({ stopToEndMs }) => stopToEndMs ?? NaN);
	const canceled = runs.filter(({ status }) => status === 'canceled').length;
	return [
		{ what: `Stopped ${when}`, values, counts: 'median', show: asMilliseconds },
		{
			what: '  longest',
			values,
			counts: 'highest',
			show: asMilliseconds,
			target: { atMost: TARGET_MS },
		},
		{
			what: '  executions with the status canceled',
			values: [canceled],
			counts: 'highest',
			show: String,
			target: { atLeast: runs.length },
		},
	];
}
