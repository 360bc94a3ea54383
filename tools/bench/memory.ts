import path from 'node:path';
import type { Benchmark } from './benchmark';
import type { Figure } from './figure';
import { NodeRunner } from './nodeRunner';
import { Sink } from './sink';
import { asMemory, MIB } from './units';
import { writeWavFile } from './wavFile';

const WARM_UP_BYTES = MIB;
const RUNS = 3;

interface Mode {
	binaryMode: 'default' | 'database';
	what: string;
	fileBytes: number;
	/** Files that n8n itself puts into memory during the run. */
	ownCopies: number;
}

const MODES: Mode[] = [
	{
		binaryMode: 'default',
		what: "In memory, 100 MiB: peak over the start, which has n8n's copy",
		fileBytes: 100 * MIB,
		// As base64 in the item, before the run begins.
		ownCopies: 0,
	},
	{
		binaryMode: 'database',
		what: "Database, 400 MiB: peak over the start and n8n's copy",
		fileBytes: 400 * MIB,
		// As one buffer, when the node asks for the stream.
		ownCopies: 1,
	},
];

export const memory: Benchmark = {
	name: 'memory',
	title: "Memory: where n8n itself has the whole file in memory, at most one more file's worth",
	async run(folder) {
		const figures: Figure[] = [];
		for (const mode of MODES) figures.push(await measure(mode, folder));
		return figures;
	},
};

async function measure(mode: Mode, folder: string): Promise<Figure> {
	const { binaryMode, what, fileBytes, ownCopies } = mode;
	const small = path.join(folder, `${binaryMode}-warm-up.wav`);
	const large = path.join(folder, `${binaryMode}.wav`);
	await writeWavFile(small, WARM_UP_BYTES, 0);
	await writeWavFile(large, fileBytes, 1);
	const sink = await Sink.open();
	try {
		return await NodeRunner.use({ folder, binaryMode }, async (runner) => {
			await runner.store(small);
			await runner.store(large);
			await runner.runToSuccess({ files: [small], service: sink, waitMode: 'doNotWait' });
			const values: number[] = [];
			for (let run = 0; run < RUNS; run++) {
				const { memoryAtStart, memoryAtPeak } = await runner.runToSuccess({
					files: [large],
					service: sink,
					waitMode: 'doNotWait',
					fromCleanMemory: true,
				});
				values.push(memoryAtPeak - memoryAtStart - ownCopies * fileBytes);
			}
			const whole = sink.uploads.filter((bytes) => bytes === fileBytes).length;
			if (whole !== RUNS) throw new Error(`Only ${whole} uploads arrived in full`);
			return { what, values, counts: 'highest', show: asMemory, target: { atMost: fileBytes } };
		});
	} finally {
		await sink.close();
	}
}
