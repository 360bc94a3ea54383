import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { NODES_FOLDER, PACKAGE } from '../install/installPackage';
import { Cleanup } from '../../support/n8n/Cleanup';
import { callToCrm } from './examples/callToCrm';
import { credential } from './credential';
import { startWorld, type WorldOptions } from './startWorld';
import type { World } from './World';

/** The first is what n8n itself has. Other community nodes may bring either into the folder of packages. */
const ZODS = ['3.25.76', '4.6.7'];

const manifest = z.object({ version: z.string() });

/** Zod beside the package wins over the host's: the main example runs with each. */
export async function besideZod(options: WorldOptions): Promise<void> {
	const { steps } = options;
	for (const version of ZODS) {
		steps.title(`Zod ${version} beside the package`);
		const cleanup = new Cleanup();
		options.cleanup.add(async () => await cleanup.run());
		const world = await startWorld({ ...options, besides: [`zod@${version}`], cleanup });
		await steps.run('The package takes this one', async () => {
			assert.equal(zodOfPackage(world), version);
		});
		for (const scenario of [credential, callToCrm]) await scenario.run(world);
		await cleanup.run();
	}
}

/** The version that a `require('zod')` of the installed package gives. */
function zodOfPackage({ n8n }: World): string {
	const entry = path.join(n8n.userFolder, NODES_FOLDER, 'node_modules', PACKAGE, 'dist/index.js');
	return manifest.parse(createRequire(entry)('zod/package.json')).version;
}
