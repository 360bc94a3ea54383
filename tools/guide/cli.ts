import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseOptions, runCommand } from '../commandLine';
import { pageOf } from './page';

const USAGE = `Usage: npm run guide [-- --write]

Asks the five questions of AssemblyAI's call sentiment guide against the sandbox: by a script in JavaScript,
by one in Python, and through the nodes.

Options
  --write   writes the answers to docs/guide-answers.md
  --help    this text
`;

// npm run guide -- --write
void runCommand('guide', async () => await main(process.argv.slice(2)));

/** @returns the exit code: 1 when a question was not answered */
async function main(args: string[]): Promise<number> {
	const options = parseOptions(args, {
		help: { type: 'boolean', short: 'h', default: false },
		write: { type: 'boolean', default: false },
	});
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	// Loads n8n, for which nobody should wait whose option is refused.
	const { compareAnswers } = await import('./compare');
	const compared = await compareAnswers();
	const page = pageOf(compared);
	process.stdout.write(page);
	if (options.write) writeFileSync(path.join(__dirname, '../../docs/guide-answers.md'), page);
	const isAnswered = compared.every(
		({ javascript, python, nodes }) => javascript && python && nodes,
	);
	return isAnswered ? 0 : 1;
}
