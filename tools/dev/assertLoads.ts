import path from 'node:path';
import type { InstalledN8n } from '../../test/n8n/install/installN8n';
import { runCommand } from '../../test/support/n8n/runCommand';

/**
 * Loads the built package as n8n does, in a process of its own. n8n itself says only that it could not.
 * @throws Error with the reason
 */
export async function assertLoads(
	packageFolder: string,
	{ executable, script, env }: InstalledN8n,
): Promise<void> {
	const modulesOfN8n = path.resolve(script, '../../..');
	await runCommand(executable, [path.join(packageFolder, 'dist/index.js')], {
		cwd: packageFolder,
		env: { ...env, NODE_PATH: modulesOfN8n },
	});
}
