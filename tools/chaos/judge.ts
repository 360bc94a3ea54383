import type { ScenarioResult } from './scenario';

/** A job that the service took. */
export interface Job {
	id: string;
	status: string;
}

/**
 * Holds what came of the runs against the jobs that the service took.
 * @param jobs by the mark of their recording
 */
export function judge(
	scenarios: ScenarioResult[],
	jobs: Map<string, Job[]>,
): { breaches: string[]; counts: Record<string, number> } {
	const breaches: string[] = [];
	const counts: Record<string, number> = {};
	const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
	for (const scenario of scenarios) {
		const { faults, executions, resumedBy, recordings } = scenario;
		for (const fault of faults) count(`fault ${fault}`);
		count(`executions ${executions}`);
		for (const by of resumedBy) count(`pauses ended by ${by}`);
		breaches.push(...scenario.breaches.map((breach) => `In run ${scenario.number} ${breach}`));
		for (const { mark, end, told, outputs } of recordings) {
			const taken = jobs.get(mark) ?? [];
			const paid = taken.filter(({ status }) => status !== 'error');
			count(`recordings ${end}`);
			count(`jobs per recording that did not end in error: ${paid.length}`);
			if (paid.length > 1) {
				breaches.push(
					`${mark} was submitted ${paid.length} times and would be paid for, after ${faults.join(', ')}`,
				);
			}
			if (scenario.isSuccess && outputs !== 1) {
				breaches.push(`${mark} is in the output ${outputs} times, after ${faults.join(', ')}`);
			}
			if (end === 'failed' || end === 'goingOn') breaches.push(...lost(mark, told, taken));
		}
	}
	return { breaches, counts };
}

/** A failed recording must not lose its job: the user reads its id, or where the job is to be found. */
function lost(mark: string, told: string, taken: Job[]): string[] {
	const latest = taken.filter(({ status }) => status !== 'error');
	const isNamed =
		latest.every(({ id }) => told.includes(id)) || told.includes('audio_url at AssemblyAI');
	return isNamed ? [] : [`${mark} failed without the id of its job: ${told}`];
}
