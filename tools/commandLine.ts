import { parseArgs, types, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';

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

/**
 * Reads options whose values have a form of their own, such as numbers.
 * @throws ArgumentError for an option that there is not, and for a value that cannot be used
 */
export function readOptions<Schema extends z.ZodTypeAny>(
	args: string[],
	options: NonNullable<ParseArgsConfig['options']>,
	schema: Schema,
): z.output<Schema> {
	const parsed = schema.safeParse(parseOptions(args, options));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new ArgumentError(`--${issue?.path[0] ?? ''} ${issue?.message ?? 'cannot be used'}`);
}

/** A number typed as digits: Number() takes '', '1e3' and '0x10' as well, and gives NaN, with which a loop runs not even once. */
export function wholeNumber(least: number, most: number) {
	return typedNumber(/^\d+$/, least, most, 'whole number');
}

/** The same with a decimal point allowed. */
export function decimalNumber(least: number, most: number) {
	return typedNumber(/^\d+(?:\.\d+)?$/, least, most, 'number');
}

function typedNumber(form: RegExp, least: number, most: number, kind: string) {
	return z.string().transform((text, check): number => {
		const number = form.test(text) ? Number(text) : NaN;
		if (number >= least && number <= most) return number;
		const bounds = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
		check.addIssue({ code: 'custom', message: `${text} is not a ${kind} ${bounds}` });
		return z.NEVER;
	});
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
