import type { Stretch } from './stretches';

export interface Coverage {
	/** Time in which at least one speaks. */
	spokenMs: number;
	longestSilenceMs: number;
}

/**
 * How much of a time is covered by stretches.
 * @param stretches by start
 * @param durationMs not before the last end
 */
export function coverageOf(stretches: readonly Stretch[], durationMs: number): Coverage {
	let spokenMs = 0;
	let longestSilenceMs = 0;
	let coveredTo = 0;
	for (const { start, end } of stretches) {
		longestSilenceMs = Math.max(longestSilenceMs, start - coveredTo);
		spokenMs += Math.max(0, end - Math.max(start, coveredTo));
		coveredTo = Math.max(coveredTo, end);
	}
	return { spokenMs, longestSilenceMs: Math.max(longestSilenceMs, durationMs - coveredTo) };
}

/** A share from 0 to 1, in the four digits that times in milliseconds bear. */
export function ratioOf(partMs: number, wholeMs: number): number {
	return Math.round((partMs / wholeMs) * 10_000) / 10_000;
}
