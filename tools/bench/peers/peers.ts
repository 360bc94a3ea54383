import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Benchmark } from '../benchmark';
import { single, type Figure } from '../figure';
import { machineNow } from '../plots/machine';
import { NAMES, writePlots } from '../plots/peerPlots';
import { asCount, asMemory, asMilliseconds, asRatio, asSeconds } from '../units';
import type { Way } from './messages';
import { MAX_JOB_MS, MIN_JOB_MS, observe, type Observation } from './observe';

/** What is written for the docs, from which the plots can be made again. */
const FOLDER = path.join(__dirname, '../../../docs/benchmarks');

/** From small to large, so that the ways are compared in the same minutes. */
const PLAN: ReadonlyArray<readonly [number, readonly Way[]]> = [
	[10, ['node', 'allAtOnce', 'n8nLoop']],
	[100, ['node', 'allAtOnce', 'n8nLoop']],
	[1_000, ['node', 'allAtOnce', 'n8nLoop']],
	[5_000, ['node', 'allAtOnce', 'n8nLoop']],
];
/**
 * One by one takes three seconds each, so a thousand would take an hour. These do nothing but wait nearly all of
 * the time, so beside the others they do not disturb.
 */
const SLOW_PLAN: ReadonlyArray<readonly [number, readonly Way[]]> = [
	[10, ['guide', 'oneByOne']],
	[100, ['guide', 'oneByOne']],
];

/** The same work done by others, in the same minutes on the same machine. */
export const peers: Benchmark = {
	name: 'peers',
	title: `Peers: recordings by URL, jobs of ${MIN_JOB_MS / 1000} to ${MAX_JOB_MS / 1000} s; writes the plots of the docs`,
	async run() {
		mkdirSync(FOLDER, { recursive: true });
		const machine = machineNow();
		const observed: Observation[] = [];
		const add = async (way: Way, recordings: number) => {
			observed.push(await observe(way, recordings));
			// After each, so that what was seen is there when a later one cannot be finished.
			const content = JSON.stringify({ machine, observed }, null, '\t');
			writeFileSync(path.join(FOLDER, 'peers.json'), `${content}\n`);
			writePlots(FOLDER, machine, observed);
		};
		const slow = SLOW_PLAN.flatMap(([recordings, ways]) =>
			ways.map(async (way) => await add(way, recordings)),
		);
		for (const [recordings, ways] of PLAN) {
			for (const way of ways) await add(way, recordings);
		}
		await Promise.all(slow);
		return observed.flatMap(figuresOf);
	},
};

function figuresOf(seen: Observation): Figure[] {
	const of = `${NAMES[seen.way]}, ${seen.recordings.toLocaleString('en')}`;
	return [
		single(`${of}: finished`, seen.done, String),
		single('  wall time over the longest job', seen.wallRatio, asRatio),
		single('  mean lag', seen.meanLagMs, asSeconds),
		single('  requests each', seen.requestsEach, asCount),
		single('  processor time each', seen.processorMsEach, asMilliseconds),
		single('  longest stand-still', seen.standStillMs, asMilliseconds),
		single('  at work in it', seen.workInStandStillMs, asMilliseconds),
		single('  memory beyond the output', seen.memoryBeyondOutput, asMemory),
	];
}
