import { z } from 'zod';
import { readOptions, wholeNumber } from '../commandLine';

export const USAGE = `Usage: npm run chaos [-- options]

Plays workflow runs on bad lines against the sandbox, and checks that every recording is paid for
once at most and none is lost.

Options
  --runs NUMBER       how many runs are played (default: 1000)
  --seed NUMBER       the same seed plays the same faults (default: 1)
  --at-once NUMBER    how many of them side by side (default: 40)
  --help              this text
`;

export interface ChaosArguments {
	help: boolean;
	runs: number;
	seed: number;
	atOnce: number;
}

const MAX_RUNS = 1_000_000;
/** Of the random numbers, which have 32 bits of state. */
const MAX_SEED = 2 ** 32 - 1;
const MAX_AT_ONCE = 1_000;

const text = { type: 'string' } as const;
const OPTIONS = {
	help: { type: 'boolean', short: 'h', default: false },
	runs: { ...text, default: '1000' },
	seed: { ...text, default: '1' },
	'at-once': { ...text, default: '40' },
} as const;

const optionsSchema = z.object({
	help: z.boolean(),
	runs: wholeNumber(1, MAX_RUNS),
	seed: wholeNumber(0, MAX_SEED),
	'at-once': wholeNumber(1, MAX_AT_ONCE),
});

/** @throws ArgumentError naming the option and what is wrong with it */
export function readArguments(argv: string[]): ChaosArguments {
	const { 'at-once': atOnce, ...options } = readOptions(argv, OPTIONS, optionsSchema);
	return { ...options, atOnce };
}
