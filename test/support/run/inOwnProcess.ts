import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** Runs a command of tools/ as a person does. @returns what is seen of it */
export function inOwnProcess(tool: string, ...argv: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', `tools/${tool}/cli.ts`, ...argv],
		{ cwd: ROOT, encoding: 'utf8', timeout: 50_000 },
	);
	return { status, stdout, stderr };
}
