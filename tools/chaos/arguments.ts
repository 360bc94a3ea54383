import { ArgumentError, parseOptions } from '../commandLine';

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

const OPTIONS = {
	help: { type: 'boolean', short: 'h', default: false },
	runs: { type: 'string', default: '1000' },
	seed: { type: 'string', default: '1' },
	'at-once': { type: 'string', default: '40' },
} as const;

/** @throws ArgumentError naming the option and what is wrong with it */
export function readArguments(argv: string[]): ChaosArguments {
	const values = parseOptions(argv, OPTIONS);
	return {
		help: values.help,
		runs: wholeNumber('runs', values.runs, 1, MAX_RUNS),
		seed: wholeNumber('seed', values.seed, 0, MAX_SEED),
		atOnce: wholeNumber('at-once', values['at-once'], 1, MAX_AT_ONCE),
	};
}

/** Number() takes '', '1e3' and '0x10' as well, and gives NaN, with which a loop runs not even once. */
function wholeNumber(name: string, text: string, least: number, most: number): number {
	const number = /^\d+$/.test(text) ? Number(text) : NaN;
	if (number >= least && number <= most) return number;
	throw new ArgumentError(`--${name} ${text} is not a whole number from ${least} to ${most}`);
}
