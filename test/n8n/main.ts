import { findChromium } from './install/chromium';
import { installN8n, type InstalledN8n } from './install/installN8n';
import { packChatModel, packPackage } from './install/installPackage';
import { pinnedVersion } from './install/pinnedVersions';
import { editorScenarios, serverScenarios } from './scenarios';
import { besideZod } from './scenarios/besideZod';
import { chosenScenarios } from './scenarios/chosen';
import { startWorld } from './scenarios/startWorld';
import type { Cleanup } from '../support/n8n/Cleanup';
import { PANELS, temporaryFolder } from '../support/n8n/folders';
import { inTurn, type Write } from '../support/n8n/inTurn';
import { Steps } from '../support/n8n/Steps';
import { notePanels } from '../../tools/panels/panelHashes';

export interface TestOptions {
	/** Versions of n8n, each in a server of its own, all at the same time. */
	versions: string[];
	/** Also keeps the screenshots, in docs/panels. */
	screenshots: boolean;
	/** Texts in the titles of the scenarios that are wanted; none for all. */
	only: string[];
}

/** What a test of these versions needs from the registry, so that it can be there before. */
export async function installOnly(versions: string[], write: Write): Promise<void> {
	const steps = new Steps(write);
	await findChromium(steps);
	for (const version of versions) await installN8n(await pinnedVersion(version), steps);
}

/** The whole test: install, start, drive. @throws what the first failed step says */
export async function testInN8n(
	{ versions, screenshots, only }: TestOptions,
	write: Write,
	cleanup: Cleanup,
): Promise<void> {
	const steps = new Steps(write);
	steps.title('Packages');
	const shots = screenshots ? PANELS : await temporaryFolder('n8n-shots-', cleanup);
	const chromium = await findChromium(steps);
	if (!chromium) steps.note('No Chromium for this machine (CHROMIUM): the editor is left out.');
	const scenarios = [...serverScenarios, ...editorScenarios(chromium, shots)];
	const chosen = chosenScenarios(scenarios, only).filter(
		({ isForPictures }) => !isForPictures || screenshots || only.length > 0,
	);
	const servers: InstalledN8n[] = [];
	for (const version of versions) {
		servers.push(await installN8n(await pinnedVersion(version), steps));
	}
	const tarball = await steps.run(
		'Pack the package',
		async () => await packPackage(await temporaryFolder('n8n-pack-', cleanup)),
	);
	const chatModel = await steps.run(
		'Pack the chat model',
		async () => await packChatModel(await temporaryFolder('n8n-pack-', cleanup)),
	);
	await inTurn(servers, write, async (installed, write) => {
		const steps = new Steps(write);
		steps.title(`n8n ${installed.version}`);
		const world = await startWorld({ installed, tarball, besides: [chatModel], steps, cleanup });
		for (const { title, run } of chosen) {
			steps.title(title);
			await run(world);
		}
		await world.n8n.process.stop();
		if (only.length > 0) return;
		await besideZod({ installed, tarball, steps, cleanup });
	});
	if (screenshots && chromium) notePanels(PANELS);
}
