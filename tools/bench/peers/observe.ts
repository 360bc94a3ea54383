import { z } from 'zod';
import { serviceCounts, type ServiceQuestion } from '../growth/messages';
import { ChildProcess } from '../process/childProcess';
import { peerRun, type PeerQuestion, type Way } from './messages';

/** So that the loops that look every three seconds find each job done the first time: the best case for them. */
export const MIN_JOB_MS = 1_000;
export const MAX_JOB_MS = 2_800;
const WARM_UP = 5;

/** What a number of recordings took in one way. */
export interface Observation {
	way: Way;
	recordings: number;
	done: number;
	error: string | null;
	/** Over the longest job, which is what nobody can be faster than. */
	wallRatio: number;
	meanLagMs: number;
	requestsEach: number;
	processorMsEach: number;
	standStillMs: number;
	workInStandStillMs: number;
	memoryBeyondOutput: number;
}

/** In processes that have done nothing before but one small run. */
export async function observe(way: Way, recordings: number): Promise<Observation> {
	const service = ChildProcess.start<ServiceQuestion>('../growth/serviceProcess.ts');
	const peer = ChildProcess.start<PeerQuestion>('../peers/peerProcess.ts');
	const run = async (count: number, shortestJobMs: number, longestJobMs: number) => {
		const serviceUrl = await service.ask({ ask: 'open', shortestJobMs, longestJobMs }, z.string());
		return await peer.ask({ ask: 'transcribe', way, recordings: count, serviceUrl }, peerRun);
	};
	try {
		await run(WARM_UP, 0, 1);
		const { done, error, outputBytes, costs } = await run(recordings, MIN_JOB_MS, MAX_JOB_MS);
		const counts = await service.ask({ ask: 'counts' }, serviceCounts);
		return {
			way,
			recordings,
			done,
			error,
			wallRatio: costs.wallMs / MAX_JOB_MS,
			meanLagMs: counts.meanLagMs,
			requestsEach: (counts.submitted + counts.looks + counts.listed) / recordings,
			processorMsEach: costs.processorMs / recordings,
			standStillMs: costs.standStill.wallMs,
			workInStandStillMs: costs.standStill.workMs,
			memoryBeyondOutput: costs.memoryAtPeak - costs.memoryAtStart - outputBytes,
		};
	} finally {
		await peer.end();
		await service.end();
	}
}
