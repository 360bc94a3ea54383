import { startSandbox } from '../../sandbox';
import { installN8n } from '../../test/n8n/install/installN8n';
import { pinnedVersion } from '../../test/n8n/install/pinnedVersions';
import { freePort } from '../../test/n8n/server/freePort';
import type { Cleanup } from '../../test/support/n8n/Cleanup';
import { REPOSITORY } from '../../test/support/n8n/folders';
import type { Steps } from '../../test/support/n8n/Steps';
import { assertLoads } from './assertLoads';
import { DevHome } from './DevHome';
import { furnish } from './furnish';
import { PackageWatch } from './PackageWatch';
import { Reloads } from './Reloads';
import { startDevN8n } from './startDevN8n';
import { welcome } from './welcome';

const EDITOR_PORT = 5678;
const SANDBOX_PORT = 4100;

export interface DevOptions {
	version: string;
	/** Starts with an empty n8n. */
	isFresh: boolean;
}

/** n8n with this repository's nodes, reloaded on change. @throws when n8n ends by itself */
export async function develop(
	{ version, isFresh }: DevOptions,
	steps: Steps,
	cleanup: Cleanup,
): Promise<never> {
	steps.title(`n8n ${version}`);
	const installed = await installN8n(await pinnedVersion(version), steps);
	const home = await DevHome.open(version, isFresh, cleanup);
	const { packageFolder } = home;
	const loads = async () => await assertLoads(packageFolder, installed);

	const nodes = new PackageWatch(REPOSITORY, packageFolder);
	nodes.on('broken', (reason) => steps.title(`${reason}\nNot reloaded: mend this first.`));
	await steps.run('Build the nodes', async () => {
		await nodes.start(cleanup);
		await loads();
	});
	const sandbox = await startSandbox({ port: await portFor('the sandbox', SANDBOX_PORT, steps) });
	cleanup.add(async () => await sandbox.close());
	const port = await portFor('n8n', EDITOR_PORT, steps);
	const n8n = await steps.run(
		'Start n8n',
		async () => await startDevN8n(installed, home, port, cleanup),
	);
	const isFirst = home.furnishing === undefined;
	const session = await steps.run(
		isFirst ? 'Set up an owner, a credential and the examples' : 'Log in',
		async () => await furnish(n8n.url, home, sandbox),
	);
	const reloads = new Reloads();
	await steps.run('Wait until n8n watches the nodes', async () => {
		await reloads.listen(session, n8n.process, cleanup);
		await reloads.untilWatching(packageFolder);
	});
	nodes.on('built', (what) => void tellOutcome(what, { reloads, loads, steps }));
	steps.title(welcome(n8n.editorUrl, sandbox, n8n.logFile));
	return await n8n.process.untilEnded();
}

async function portFor(whom: string, wanted: number, steps: Steps): Promise<number> {
	const port = await freePort(wanted);
	if (port !== wanted) steps.note(`Port ${wanted} is taken: ${whom} gets ${port}.`);
	return port;
}

interface Listeners {
	reloads: Reloads;
	loads: () => Promise<void>;
	steps: Steps;
}

async function tellOutcome(what: string, { reloads, loads, steps }: Listeners): Promise<void> {
	switch (await reloads.next()) {
		case 'reloaded':
			steps.note(`${what}, reloaded`);
			return;
		case 'silent':
			steps.note(`${what}, but n8n has not reloaded: its log may tell why`);
			return;
		case 'failed':
			steps.note(`${what}, but n8n cannot load it`);
			await loads().catch((error: unknown) => steps.title(String(error)));
	}
}
