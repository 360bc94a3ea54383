import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE } from '../../support/n8n/folders';
import { runCommand } from '../../support/n8n/runCommand';
import type { Steps } from '../../support/n8n/Steps';
import { READY_MADE_DRIVER, useReadyMadeDriver } from './databaseDriver';
import { nodeRuntime, type NodeRuntime } from './nodeRuntime';
import type { PinnedVersion } from './pinnedVersions';

export interface InstalledN8n extends NodeRuntime {
	version: string;
	/** To be run by the executable. */
	script: string;
}

/**
 * A real n8n in a folder of its own. The first time takes minutes; after that it is found in the cache.
 * Install scripts stay off, because several of them download from elsewhere or need a compiler.
 */
export async function installN8n(pinned: PinnedVersion, steps: Steps): Promise<InstalledN8n> {
	const runtime = await nodeRuntime(pinned.nodeMajors, steps);
	const folder = path.join(CACHE, `n8n-${pinned.version}`);
	const finished = path.join(folder, 'finished');
	const script = path.join(folder, 'node_modules/n8n/bin/n8n');
	if (!existsSync(finished)) {
		await mkdir(folder, { recursive: true });
		await copyFile(pinned.manifestFile, path.join(folder, 'package.json'));
		const { name, version } = READY_MADE_DRIVER;
		steps.note(`n8n ${pinned.version} is installed first: some minutes, 2 to 3 GB.`);
		const options = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
		await steps.run(`Install n8n ${pinned.version}`, async () => {
			await runCommand('npm', ['install', ...options, `${name}@${version}`], {
				cwd: folder,
				env: runtime.env,
			});
		});
		await useReadyMadeDriver(folder);
		await writeFile(finished, '');
	}
	return { ...runtime, version: pinned.version, script };
}
