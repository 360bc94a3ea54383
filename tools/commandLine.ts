import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line cannot be used as it is; the message is one line for the person who typed it. */
export class ArgumentError extends Error {}

/** @throws ArgumentError for an option that there is not, or one without its value */
export function parseOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
	args: string[],
	options: Options,
) {
	try {
		return parseArgs({ args, options }).values;
	} catch (error) {
		// What Node says beyond its first sentence is advice for other commands than this one.
		const [reason] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
		throw new ArgumentError(reason);
	}
}

/**
 * Does the work of a command and sets the exit code: what the work says, or 2 with one line where the command
 * line cannot be used.
 */
export async function runCommand(
	name: string,
	work: () => number | Promise<number>,
): Promise<void> {
	try {
		process.exitCode = await work();
	} catch (error) {
		if (!(error instanceof ArgumentError)) throw error;
		process.stderr.write(`${error.message} (npm run ${name} -- --help)\n`);
		process.exitCode = 2;
	}
}
