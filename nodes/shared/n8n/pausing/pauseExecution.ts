import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { realClock } from '../service/clock';
import { pausedJob, savePause, type PausedJob } from './pausedRun';

export type JobToPauseFor = PausedJob & {
	/** From the beginning of the pause. */
	timeLimitMs: number;
};

/**
 * Has n8n put the execution away until somebody calls its address, or for so long. What stands for the jobs
 * becomes the input of the node: n8n does not run a node again after a pause but hands its input on, and so
 * that is what comes out at the time limit.
 * @param jobs one for each item, null where it is finished
 * @returns what the node shows in the meantime
 */
export async function pauseExecution(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	jobs: Array<JobToPauseFor | null>,
): Promise<INodeExecutionData[][]> {
	const since = realClock.now();
	const until = since + Math.max(...jobs.map((job) => job?.timeLimitMs ?? 0));
	context.getExecuteData().data.main = [items];
	savePause(context, { since, until, jobs: jobs.map((job) => job && pausedJob.parse(job)) });
	await context.putExecutionToWait(new Date(until));
	// A list of its own, which n8n may sort into outputs, and no failed item at its beginning: with Retry On Fail
	// n8n would run the node again, on the input that was replaced.
	return [items.filter((_, index) => jobs[index] !== null)];
}
