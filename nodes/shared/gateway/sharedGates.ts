import { RateGates } from '../api/core/rateGate';
import type { Service } from '../api/core/service';

const accounts = new Map<string, { gates: RateGates; runs: number }>();

/**
 * The rate gates of an account, shared by all runs of this process that are going on: n8n runs many executions
 * at once, and each with gates of its own would have the others' requests refused. With the last of the runs
 * they are forgotten, so nothing is kept of accounts that are not in use, nor of limits that may change.
 * `leave` is called when the run has ended.
 */
export function joinGates({ account, clock }: Pick<Service, 'account' | 'clock'>): {
	gates: RateGates;
	leave: () => void;
} {
	if (account === undefined) return { gates: new RateGates(clock), leave: () => undefined };
	const shared = accounts.get(account) ?? { gates: new RateGates(clock), runs: 0 };
	accounts.set(account, shared);
	shared.runs++;
	return {
		gates: shared.gates,
		leave: () => {
			shared.runs--;
			if (shared.runs === 0) accounts.delete(account);
		},
	};
}
