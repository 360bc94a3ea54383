import { z } from 'zod';
import type { Benchmark } from '../benchmark';
import { single } from '../figure';
import { ChildProcess } from '../process/childProcess';
import { asMemory, asMilliseconds, asSeconds, MIB } from '../units';
import { growthRun, type GrowthQuestion, type ServiceQuestion } from './messages';

const CALLS = 500;
const WORDS = 15_000;
const ANSWER_MS = 200;
const WARM_UP = 5;

const TARGETS = { memory: 300 * MIB, standStillMs: 250 };

/** The model is quick, so that what is measured is the node and not the wait. */
export const ask: Benchmark = {
	name: 'ask',
	title: `Ask: five questions about each of ${CALLS} calls of ${WORDS.toLocaleString('en')} words, service in a process of its own`,
	async run() {
		const service = ChildProcess.start<ServiceQuestion>('../growth/serviceProcess.ts');
		const node = ChildProcess.start<GrowthQuestion>('../growth/nodeProcess.ts');
		try {
			const serviceUrl = await service.ask(
				{ ask: 'openCalls', words: WORDS, answerMs: ANSWER_MS },
				z.string(),
			);
			const about = async (calls: number) => {
				const run = await node.ask({ ask: 'questions', calls, serviceUrl }, growthRun);
				if (run.status === 'success' && run.outputs === calls) return run.costs;
				throw new Error(`The run ended with the status ${run.status}: ${run.error ?? ''}`);
			};
			await about(WARM_UP);
			const costs = await about(CALLS);
			return [
				single('Wall time', costs.wallMs, asSeconds),
				single('Processor time each', costs.processorMs / CALLS, asMilliseconds),
				single('Longest stand-still', costs.standStill.wallMs, asMilliseconds),
				single('  at work in it', costs.standStill.workMs, asMilliseconds, TARGETS.standStillMs),
				single(
					'Peak of memory over the start',
					costs.memoryAtPeak - costs.memoryAtStart,
					asMemory,
					TARGETS.memory,
				),
			];
		} finally {
			await node.end();
			await service.end();
		}
	},
};
