import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseOptions, runCommand } from '../commandLine';
import { quoteFigures } from './figures';
import { meetsTargets, pageOf } from './page';

const USAGE = `Usage: npm run quotes [-- --write]

Looks up what was said and what was not in calls of several languages, and prints how much of it is found.

Options
  --write   writes the figures to docs/quotes.md
  --help    this text
`;

// npm run quotes -- --write
void runCommand('quotes', () => main(process.argv.slice(2)));

/** @returns the exit code: 1 when a target is missed */
function main(args: string[]): number {
	const options = parseOptions(args, {
		help: { type: 'boolean', short: 'h', default: false },
		write: { type: 'boolean', default: false },
	});
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
