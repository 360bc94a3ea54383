import { parseArgs } from 'node:util';
import { compareList, hasMoved, reportOf } from './compare';
import { LISTS } from './lists';
import { INSTALLED_SDK, SdkTypes } from './sdkTypes';

const USAGE = `Usage: npm run moves [-- options]

Compares the lists in the code that AssemblyAI's documents decide with the types of its official SDK, offline,
and says what is new. docs/what-moves.md has all of these lists and where each comes from.

Options
  --sdk FOLDER   an unpacked package assemblyai to compare with (default: the one that is installed)
  --help         this text
`;

// npm run moves -- --sdk node_modules/assemblyai
process.exitCode = main(process.argv.slice(2));

/** @returns the exit code: 1 when a list has moved, 2 when the command line cannot be used */
function main(args: string[]): number {
	const options = read(args);
	if (typeof options === 'string') return refuse(options);
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const sdk = open(options.sdk ?? INSTALLED_SDK);
	if (sdk === undefined)
		return refuse(`--sdk ${options.sdk} is no folder of the package assemblyai`);
	const moves = LISTS.map((list) => compareList(list, sdk));
	process.stdout.write(reportOf(moves, sdk.version));
	return moves.some(hasMoved) ? 1 : 0;
}

function refuse(reason: string): number {
	process.stderr.write(`${reason} (npm run moves -- --help)\n`);
	return 2;
}

function open(folder: string): SdkTypes | undefined {
	try {
		return new SdkTypes(folder);
	} catch {
		return undefined;
	}
}

function read(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				help: { type: 'boolean', short: 'h', default: false },
				sdk: { type: 'string' },
			},
		}).values;
	} catch (error) {
		// What Node says beyond its first sentence is advice for other commands than this one.
		return (error instanceof Error ? error.message : String(error)).split(/\. |\n/)[0] ?? '';
	}
}
