import fc from 'fast-check';
import type { Target } from './target';
import { callBackTargets } from './targets/callBacks';
import { agentTargets } from './targets/agents';
import { recordingTargets } from './targets/recordings';
import { replyTargets } from './targets/replies';
import { textTargets } from './targets/texts';

export const TARGETS: Target[] = [
	...agentTargets,
	...recordingTargets,
	...replyTargets,
	...textTargets,
	...callBackTargets,
];

export interface Finding {
	target: string;
	seed: number;
	/** fast-check's own account: the smallest input that fails, and how. */
	said: string;
}

/** Tries a target on so many inputs. @returns the first that fails, made as small as it goes */
export async function fuzz(
	target: Target,
	seed: number,
	inputs: number,
): Promise<Finding | undefined> {
	const details = await fc.check(target.property, { seed, numRuns: inputs });
	if (!details.failed) return undefined;
	return { target: target.name, seed, said: fc.defaultReportMessage(details) ?? '' };
}
