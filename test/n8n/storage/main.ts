import { installN8n } from '../install/installN8n';
import { packPackage } from '../install/installPackage';
import { pinnedVersion } from '../install/pinnedVersions';
import { recordingsAsTheyCome } from '../scenarios/recordings/recordingsAsTheyCome';
import { startWorld } from '../scenarios/startWorld';
import { Cleanup } from '../../support/n8n/Cleanup';
import { temporaryFolder } from '../../support/n8n/folders';
import type { Steps } from '../../support/n8n/Steps';
import { trySize, type LargeRecording } from './largeRecordings';

/** Where n8n keeps files (n8n documentation, "Binary data environment variables"), with sizes that it can keep there. */
const MODES: ReadonlyArray<{ mode: string; sizes: LargeRecording[] }> = [
	{
		mode: 'filesystem',
		sizes: [
			{ bytes: 2.19e9 },
			{
				bytes: 2.3e9,
				refusal: 'The file 2300000000.wav has 2.3 GB, more than AssemblyAI takes [item 0]',
			},
		],
	},
	// The database takes 512 MiB unless told otherwise.
	{ mode: 'database', sizes: [{ bytes: 400e6 }] },
	// In memory: the file stands in the saved execution, as text.
	{ mode: 'default', sizes: [{ bytes: 50e6 }] },
];

/** Recordings as they come, and large ones, in a new n8n for each of its modes of storage. */
export async function testStorage(version: string, steps: Steps, cleanup: Cleanup): Promise<void> {
	const installed = await installN8n(await pinnedVersion(version), steps);
	const tarball = await steps.run(
		'Pack the package',
		async () => await packPackage(await temporaryFolder('n8n-pack-', cleanup)),
	);
	for (const { mode, sizes } of MODES) {
		steps.title(`n8n ${version}, files in storage mode ${mode}`);
		const ofMode = new Cleanup();
		cleanup.add(async () => await ofMode.run());
		const folder = await temporaryFolder('n8n-large-', ofMode);
		const environment = {
			N8N_DEFAULT_BINARY_DATA_MODE: mode,
			N8N_RESTRICT_FILE_ACCESS_TO: folder,
		};
		const world = await startWorld({ installed, tarball, environment, steps, cleanup: ofMode });
		await recordingsAsTheyCome.run(world);
		for (const size of sizes) await trySize(world, folder, size);
		await ofMode.run();
	}
}
