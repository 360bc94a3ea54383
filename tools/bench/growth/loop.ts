import { z } from 'zod';
import type { Benchmark } from '../benchmark';
import { median, single } from '../figure';
import { ChildProcess } from '../process/childProcess';
import { asKilobytes, asMilliseconds, asRatio } from '../units';
import { loopRun, type GrowthQuestion, type ServiceQuestion } from './messages';

const ROUNDS = 10_000;
/** Compared with as many at the end; the first ones are left out, in which code is compiled. */
const SAMPLE = 1_000;
const WARM_UP = 100;

const TARGETS = { savedContextBytes: 200_000, growth: 1.2 };

/** What n8n itself takes between two calls of the node is not in a round. */
export const loop: Benchmark = {
	name: 'loop',
	title: `Loop: AssemblyAI Transcribe called ${ROUNDS.toLocaleString('en')} times in one execution, jobs that are done at once`,
	async run() {
		const service = ChildProcess.start<ServiceQuestion>('../growth/serviceProcess.ts');
		const node = ChildProcess.start<GrowthQuestion>('../growth/nodeProcess.ts');
		try {
			const serviceUrl = await service.ask(
				{ ask: 'open', shortestJobMs: 0, longestJobMs: 0 },
				z.string(),
			);
			const run = await node.ask({ ask: 'loop', rounds: ROUNDS, serviceUrl }, loopRun);
			if (run.status !== 'success' || run.roundsMs.length !== ROUNDS) {
				throw new Error(`The run ended with the status ${run.status}: ${run.error ?? ''}`);
			}
			const first = median(run.roundsMs.slice(WARM_UP, WARM_UP + SAMPLE));
			const last = median(run.roundsMs.slice(-SAMPLE));
			return [
				single('A round at the start, median', first, asMilliseconds),
				single('A round at the end, median', last, asMilliseconds),
				single('A round at the end over one at the start', last / first, asRatio, TARGETS.growth),
				single(
					'Saved context at the end',
					run.savedContextBytes,
					asKilobytes,
					TARGETS.savedContextBytes,
				),
			];
		} finally {
			await node.end();
			await service.end();
		}
	},
};
