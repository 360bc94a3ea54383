import type { LoggedRequest } from '../../sandbox';
import { mean, type Figure } from './figure';
import { asCount, asRatio, asSeconds } from './units';

/** One run of the node as it and the service saw it; all times in milliseconds since the epoch. */
export interface WaitingRun {
	startedAt: number;
	endedAt: number;
	requests: readonly LoggedRequest[];
	jobs: Array<{ id: string; endedAt: number }>;
}

const TARGETS = { wallTime: 1.05, meanLagMs: 750, requestsPerRecording: 4 };

export function waitingFigures(runs: WaitingRun[]): Figure[] {
	const perRecording = (what: string, count: (run: WaitingRun) => number): Figure => ({
		what,
		values: runs.map((run) => count(run) / run.jobs.length),
		counts: 'highest',
		show: asCount,
	});
	return [
		{
			what: "Wall time, in times from start to the last job's end",
			values: runs.map((run) => (run.endedAt - run.startedAt) / (lastEnd(run) - run.startedAt)),
			counts: 'median',
			show: asRatio,
			target: { atMost: TARGETS.wallTime },
		},
		{
			what: "  from start to the last job's end",
			values: runs.map((run) => lastEnd(run) - run.startedAt),
			counts: 'median',
			show: asSeconds,
		},
		{
			what: "Mean lag from a job's end to its last request",
			values: runs.map((run) => mean(lags(run))),
			counts: 'median',
			show: asSeconds,
			target: { atMost: TARGETS.meanLagMs },
		},
		{
			what: '  longest lag',
			values: runs.map((run) => Math.max(...lags(run))),
			counts: 'median',
			show: asSeconds,
		},
		{
			...perRecording('Requests per recording', ({ requests }) => requests.length),
			target: { atMost: TARGETS.requestsPerRecording },
		},
		perRecording('  upload', (run) => requestsTo(run, 'POST', '/v2/upload')),
		perRecording('  submit', (run) => requestsTo(run, 'POST', '/v2/transcript')),
		perRecording('  get', (run) => run.requests.filter(isGet).length),
		perRecording('  list', (run) => requestsTo(run, 'GET', '/v2/transcript')),
	];
}

function lastEnd({ jobs }: WaitingRun): number {
	return Math.max(...jobs.map(({ endedAt }) => endedAt));
}

/**
 * For each job the time from its end to the arrival of the request by which the node got its transcript,
 * both by the service's clock. NaN where there was none.
 */
function lags({ jobs, requests }: WaitingRun): number[] {
	return jobs.map(({ id, endedAt }) => {
		const gets = requests.filter(({ method, path }) => method === 'GET' && path.endsWith(id));
		return (gets.at(-1)?.at ?? NaN) - endedAt;
	});
}

function requestsTo({ requests }: WaitingRun, method: string, path: string): number {
	return requests.filter((request) => request.method === method && request.path === path).length;
}

function isGet({ method, path }: LoggedRequest): boolean {
	return method === 'GET' && path.startsWith('/v2/transcript/');
}
