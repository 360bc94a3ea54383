import { z } from 'zod';
import { ArgumentError, readOptions, runCommand, wholeNumber } from '../commandLine';
import { fuzz, TARGETS } from './fuzz';

const USAGE = `Usage: npm run fuzz [-- options]

Gives whatever reads something from outside more and more inputs: replies of the service and of models,
transcripts, call-backs, lists of questions, heads of files, links. Ends at the first that fails, and says how to
see it again.

Options
  --seconds N     how long (default: 60)
  --target NAME   one of them only
  --seed N        the first seed (default: a new one)
  --help          this text

Targets
${TARGETS.map(({ name }) => `  ${name}\n`).join('')}`;

/** Few enough that the time is kept, enough that fast-check gets to its larger inputs. */
const INPUTS_IN_A_ROUND = 200;

const MAX_SEED = 2 ** 31;

const OPTIONS = {
	help: { type: 'boolean', short: 'h', default: false },
	seconds: { type: 'string', default: '60' },
	target: { type: 'string' },
	seed: { type: 'string' },
} as const;

const optionsSchema = z.object({
	help: z.boolean(),
	seconds: wholeNumber(0, 86_400),
	target: z.string().optional(),
	seed: wholeNumber(0, MAX_SEED).optional(),
});

void runCommand('fuzz', async () => await main(process.argv.slice(2)));

/** @returns the exit code: 1 when an input fails */
async function main(args: string[]): Promise<number> {
	const options = readOptions(args, OPTIONS, optionsSchema);
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const { seconds, seed: first = Date.now() % MAX_SEED } = options;
	const targets = TARGETS.filter(({ name }) => name === (options.target ?? name));
	if (targets.length === 0) throw new ArgumentError(`There is no target "${options.target}"`);
	process.stdout.write(`Seed ${first}\n`);
	const end = performance.now() + seconds * 1000;
	let seed = first;
	for (; seed === first || performance.now() < end; seed++) {
		for (const target of targets) {
			const finding = await fuzz(target, seed, INPUTS_IN_A_ROUND);
			if (!finding) continue;
			process.stdout.write(`\n${finding.target}\n${finding.said}\n`);
			process.stdout.write(
				`\nAgain: npm run fuzz -- --target "${target.name}" --seed ${seed} --seconds 0\n`,
			);
			return 1;
		}
	}
	const inputs = (seed - first) * INPUTS_IN_A_ROUND;
	process.stdout.write(`${inputs} inputs for each of ${targets.length} targets, and none fails\n`);
	return 0;
}
