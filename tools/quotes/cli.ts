import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { quoteFigures } from './figures';
import { meetsTargets, pageOf } from './page';

const USAGE = `Usage: npm run quotes [-- --write]

Looks up what was said and what was not in calls of several languages, and prints how much of it is found.

Options
  --write   writes the figures to docs/quotes.md
  --help    this text
`;

// npm run quotes -- --write
process.exitCode = main(process.argv.slice(2));

/** @returns the exit code: 1 when a target is missed, 2 when the command line cannot be used */
function main(args: string[]): number {
	const options = read(args);
	if (typeof options === 'string') {
		process.stderr.write(`${options} (npm run quotes -- --help)\n`);
		return 2;
	}
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const figures = quoteFigures();
	const page = pageOf(figures);
	process.stdout.write(page);
	if (options.write) writeFileSync(path.join(__dirname, '../../docs/quotes.md'), page);
	return meetsTargets(figures) ? 0 : 1;
}

function read(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				help: { type: 'boolean', short: 'h', default: false },
				write: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		// What Node says beyond its first sentence is advice for other commands than this one.
		return (error instanceof Error ? error.message : String(error)).split(/\. |\n/)[0] ?? '';
	}
}
