import { parseArgs, types, type ParseArgsConfig } from 'node:util';

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
		const [reason] = (types.isNativeError(error) ? error.message : String(error)).split(/\. |\n/);
		throw new ArgumentError(reason);
	}
}

/** Does the work of a command. @returns its exit code: what the work says, or 2 where the command line cannot be used */
export async function exitCodeOf(
	name: string,
	work: () => number | Promise<number>,
): Promise<number> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ArgumentError)) throw error;
		process.stderr.write(`${error.message} (npm run ${name} -- --help)\n`);
		return 2;
	}
}

/** Does the work of a command, and ends the process with its exit code. */
export async function runCommand(
	name: string,
	work: () => number | Promise<number>,
): Promise<void> {
	process.exitCode = await exitCodeOf(name, work);
}
