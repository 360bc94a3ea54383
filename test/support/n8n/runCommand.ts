import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	signal?: AbortSignal;
	/** Whom it runs as; whoever runs the test when left out. */
	user?: { uid: number; gid: number };
}

const LAST_CHARACTERS = 3000;

/**
 * Runs a command to its end.
 * @returns what it wrote to its standard output
 * @throws Error with the end of what it wrote, when it fails
 */
export async function runCommand(
	command: string,
	args: string[],
	{ cwd, env = process.env, signal, user }: CommandOptions,
): Promise<string> {
	const child = spawn(command, args, {
		cwd,
		env,
		...(signal && { signal }),
		...user,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let written = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		written = (written + text).slice(-LAST_CHARACTERS);
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		written = (written + text).slice(-LAST_CHARACTERS);
	});
	await once(child, 'close');
	if (child.exitCode === 0) return stdout;
	throw new Error(`${command} ${args.join(' ')} failed (${child.exitCode}):\n${written}`);
}
