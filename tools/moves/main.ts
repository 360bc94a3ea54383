import { ArgumentError, parseOptions } from '../commandLine';
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

/** @returns the exit code: 1 when a list has moved */
export function main(args: string[]): number {
	const options = parseOptions(args, {
		help: { type: 'boolean', short: 'h', default: false },
		sdk: { type: 'string' },
	});
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const sdk = open(options.sdk ?? INSTALLED_SDK);
	if (sdk === undefined) {
		throw new ArgumentError(`--sdk ${options.sdk} is no folder of the package assemblyai`);
	}
	const moves = LISTS.map((list) => compareList(list, sdk));
	process.stdout.write(reportOf(moves, sdk.version));
	return moves.some(hasMoved) ? 1 : 0;
}

function open(folder: string): SdkTypes | undefined {
	try {
		return new SdkTypes(folder);
	} catch {
		return undefined;
	}
}
