import { installN8n } from '../install/installN8n';
import { packPackage } from '../install/installPackage';
import { pinnedVersion } from '../install/pinnedVersions';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { temporaryFolder } from '../../support/n8n/folders';
import type { Steps } from '../../support/n8n/Steps';
import { chosenScenarios } from '../scenarios/chosen';
import { queueScenarios } from './scenarios';
import { findPrograms } from './servers/findPrograms';
import { startQueueWorld } from './startQueueWorld';

/** The test of queue mode: install, start, drive. @throws what the first failed step says */
export async function testInQueueMode(
	{ version, only }: { version: string; only: string[] },
	steps: Steps,
	cleanup: Cleanup,
): Promise<void> {
	steps.title(`n8n ${version} in queue mode`);
	const chosen = chosenScenarios(queueScenarios, only);
	const programs = await findPrograms();
	const installed = await installN8n(await pinnedVersion(version), steps);
	const tarball = await steps.run(
		'Pack the package',
		async () => await packPackage(await temporaryFolder('n8n-pack-', cleanup)),
	);
	const world = await startQueueWorld({ installed, tarball, steps, cleanup }, programs);
	for (const { title, run } of chosen) {
		steps.title(title);
		await run(world);
	}
}
