import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareAnswers } from './compare';
import { pageOf } from './page';

const USAGE = `Usage: npm run guide [-- --write]

Asks the five questions of AssemblyAI's call sentiment guide against the sandbox: by a script in JavaScript,
by one in Python, and through the nodes.

Options
  --write   writes the answers to docs/guide-answers.md
  --help    this text
`;

// npm run guide -- --write
void main(process.argv.slice(2)).then((exitCode) => {
	process.exitCode = exitCode;
});

/** @returns the exit code: 1 when a question was not answered, 2 when the command line cannot be used */
async function main(args: string[]): Promise<number> {
	const options = read(args);
	if (typeof options === 'string') {
		process.stderr.write(`${options} (npm run guide -- --help)\n`);
		return 2;
	}
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const compared = await compareAnswers();
	const page = pageOf(compared);
	process.stdout.write(page);
	if (options.write) writeFileSync(path.join(__dirname, '../../docs/guide-answers.md'), page);
	const isAnswered = compared.every(
		({ javascript, python, nodes }) => javascript && python && nodes,
	);
	return isAnswered ? 0 : 1;
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
