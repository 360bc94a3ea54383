import { z } from 'zod';
import type { Benchmark } from '../benchmark';
import type { Figure } from '../figure';
import { ChildProcess } from '../process/childProcess';
import { asCount, asKilobytes, asMemory, asMilliseconds, asRatio, asSeconds } from '../units';
import {
	growthRun,
	serviceCounts,
	type GrowthQuestion,
	type GrowthRun,
	type ServiceCounts,
	type ServiceQuestion,
} from './messages';

const MIN_JOB_MS = 20_000;
const MAX_JOB_MS = 32_000;
const WARM_UP = 5;
const MANY = 100;

const TARGETS = {
	growthOfProcessorTime: 1.2,
	standStillMs: 100,
	meanLagMs: 1_500,
	requestsEach: 3.2,
	memoryEach: 20_000,
};

export const growth = growthOver('growth', [10, 100, 1_000]);
export const growthTo5000 = growthOver('growth-5000', [100, 1_000, 5_000]);

function growthOver(name: string, sizes: number[]): Benchmark {
	return {
		name,
		title: `Growth: ${sizes.join(', ')} recordings in one run, jobs of ${MIN_JOB_MS / 1000} to ${MAX_JOB_MS / 1000} s, service in a process of its own`,
		async run() {
			const observed: Observation[] = [];
			for (const recordings of sizes) observed.push(await observe(recordings));
			return [...observed.flatMap(figuresOf), ...growthFigures(observed)];
		},
	};
}

interface Observation {
	recordings: number;
	run: GrowthRun;
	counts: ServiceCounts;
}

/** In processes that have done nothing before but one small run. */
async function observe(recordings: number): Promise<Observation> {
	const service = ChildProcess.start<ServiceQuestion>('../growth/serviceProcess.ts');
	const node = ChildProcess.start<GrowthQuestion>('../growth/nodeProcess.ts');
	const transcribe = async (count: number, shortestJobMs: number, longestJobMs: number) => {
		const serviceUrl = await service.ask({ ask: 'open', shortestJobMs, longestJobMs }, z.string());
		const run = await node.ask({ ask: 'transcribe', recordings: count, serviceUrl }, growthRun);
		if (run.status === 'success' && run.outputs === count) return run;
		throw new Error(`The run ended with the status ${run.status}: ${run.error ?? ''}`);
	};
	try {
		await transcribe(WARM_UP, 0, 1);
		const run = await transcribe(recordings, MIN_JOB_MS, MAX_JOB_MS);
		return { recordings, run, counts: await service.ask({ ask: 'counts' }, serviceCounts) };
	} finally {
		await node.end();
		await service.end();
	}
}

function figuresOf({ recordings, run, counts }: Observation): Figure[] {
	const { costs } = run;
	const requests = counts.submitted + counts.looks + counts.listed;
	const figure = (
		what: string,
		value: number,
		show: Figure['show'],
		target?: Figure['target'],
	): Figure => ({
		what: `${recordings.toLocaleString('en')} recordings: ${what}`,
		values: [value],
		counts: 'highest',
		show,
		...(target && { target }),
	});
	return [
		figure('wall time over the longest job', costs.wallMs / MAX_JOB_MS, asRatio),
		figure('mean lag', counts.meanLagMs, asSeconds, { atMost: TARGETS.meanLagMs }),
		// The list is read once a second, however few share it.
		figure('requests each', requests / recordings, asCount, targetFor(recordings)),
		figure('processor time each', processorMsEach({ recordings, run }), asMilliseconds),
		figure('longest stand-still', costs.standStill.wallMs, asMilliseconds),
		figure('  at work in it', costs.standStill.workMs, asMilliseconds, {
			atMost: TARGETS.standStillMs,
		}),
		figure('peak of memory over the start', costs.memoryAtPeak - costs.memoryAtStart, asMemory),
		figure(
			'memory held beyond the output, each',
			(costs.memoryKept - run.outputBytes) / recordings,
			asKilobytes,
			recordings < MANY ? undefined : { atMost: TARGETS.memoryEach },
		),
	];
}

function targetFor(recordings: number): Figure['target'] {
	return recordings < MANY ? undefined : { atMost: TARGETS.requestsEach };
}

/** The smaller run has more of the costs that any run has, so a ratio over one is growth. */
function growthFigures(observed: Observation[]): Figure[] {
	const smaller = observed.find(({ recordings }) => recordings >= MANY);
	const larger = observed.at(-1);
	if (!smaller || !larger) return [];
	return [
		{
			what: `Processor time each, ${larger.recordings} over ${smaller.recordings} recordings`,
			values: [processorMsEach(larger) / processorMsEach(smaller)],
			counts: 'highest',
			show: asRatio,
			target: { atMost: TARGETS.growthOfProcessorTime },
		},
	];
}

function processorMsEach({ run, recordings }: Pick<Observation, 'run' | 'recordings'>): number {
	return run.costs.processorMs / recordings;
}
