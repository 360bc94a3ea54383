import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SAMPLE_RECORDING } from '../../test/support/n8n/folders';
import type { Benchmark } from './benchmark';
import type { Figure } from './figure';
import { NodeRunner } from './nodeRunner';
import { asMemory, asSeconds, MIB } from './units';
import { BYTES_PER_SECOND, writeWavFile } from './wavFile';

const QUOTES = 50;
const WARM_UP_BYTES = MIB;
const WAV_BYTES = 1024 * MIB;
/** The sample over and over: an MP3 is read by frames, wherever they come from. */
const SAMPLES = 500;
const SAMPLE_MS = 27_000;
/** As for an upload: two pieces of a stream and what V8 has not swept up. The clips take 2 MiB of it. */
const TARGET = 64 * MIB;

/** Clips are cut here, so nothing listens there. */
const NOBODY = { url: 'http://127.0.0.1:9', apiKey: 'none' };

export const clips: Benchmark = {
	name: 'clips',
	title: `Clips: ${QUOTES} quotes all over a recording of ${WAV_BYTES / MIB} MiB and one of ${SAMPLES} times the sample, files on disk`,
	async run(folder) {
		const wav = path.join(folder, 'clips.wav');
		await writeWavFile(wav, WAV_BYTES, 1);
		const mp3 = path.join(folder, 'clips.mp3');
		const sample = await readFile(SAMPLE_RECORDING);
		await writeFile(mp3, Buffer.concat(Array.from({ length: SAMPLES }, () => sample)));
		return [
			...(await measure('WAV', wav, (WAV_BYTES / BYTES_PER_SECOND) * 1000, folder)),
			...(await measure('MP3', mp3, SAMPLES * SAMPLE_MS, folder)),
		];
	},
};

async function measure(
	what: string,
	file: string,
	lengthMs: number,
	folder: string,
): Promise<Figure[]> {
	const small = path.join(folder, `clips-warm-up-${what}.wav`);
	await writeWavFile(small, WARM_UP_BYTES, 0);
	return await NodeRunner.use({ folder }, async (runner) => {
		await runner.store(small);
		await runner.store(file);
		await rm(file);
		const cut = async (from: string, clipsAtMs: number[]) =>
			await runner.runToSuccess({
				files: [from],
				service: NOBODY,
				waitMode: 'doNotWait',
				clipsAtMs,
				fromCleanMemory: true,
			});
		await cut(small, [0, 10_000]);
		const share = lengthMs / (QUOTES + 1);
		const run = await cut(
			file,
			Array.from({ length: QUOTES }, (_, index) => Math.round((index + 1) * share)),
		);
		return [
			{
				what: `${what}: peak over the start`,
				values: [run.memoryAtPeak - run.memoryAtStart],
				counts: 'highest',
				show: asMemory,
				target: { atMost: TARGET },
			},
			{
				what: `${what}: the run`,
				values: [run.endedAt - run.startedAt],
				counts: 'highest',
				show: asSeconds,
			},
		];
	});
}
