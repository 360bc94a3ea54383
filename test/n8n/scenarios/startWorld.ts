import { existsSync } from 'node:fs';
import path from 'node:path';
import { startSandbox } from '../../../sandbox';
import { EXAMPLE_RECORDINGS } from '../../../sandbox/options';
import { PublicApi } from '../client/PublicApi';
import { Session } from '../client/Session';
import type { InstalledN8n } from '../install/installN8n';
import { installPackage } from '../install/installPackage';
import { startN8n } from '../server/startN8n';
import { GoogleDrive } from '../standin/GoogleDrive';
import { googleSheets, googleToken } from '../standin/googleSheets';
import { hubspot } from '../standin/hubspot';
import { slack } from '../standin/slack';
import { Internet } from '../standin/Internet';
import { openAi } from '../standin/openAi';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { temporaryFolder } from '../../support/n8n/folders';
import type { Steps } from '../../support/n8n/Steps';
import { CREDENTIAL_TYPE, sandboxCredential } from './credential';
import type { World } from './World';

export interface WorldOptions {
	installed: InstalledN8n;
	/** The packed package. */
	tarball: string;
	/** Other packages that lie beside it, as `name@version`. */
	besides?: string[];
	/** More environment variables for n8n. */
	environment?: NodeJS.ProcessEnv;
	steps: Steps;
	cleanup: Cleanup;
}

/** The other services that the examples reach, by host. */
function servicesWith(drive: GoogleDrive) {
	return {
		'api.hubapi.com': hubspot,
		'api.openai.com': openAi,
		'slack.com': slack,
		'oauth2.googleapis.com': googleToken,
		'sheets.googleapis.com': googleSheets,
		'www.googleapis.com': drive.answer,
	};
}

/** A fresh n8n with the package as a community node, its owner, the sandbox and a credential for it. */
export async function startWorld(options: WorldOptions): Promise<World> {
	const { installed, tarball, besides = [], environment = {}, steps, cleanup } = options;
	const userFolder = await temporaryFolder('n8n-test-', cleanup);
	await steps.run(
		`Install ${[tarball, ...besides].map((file) => path.basename(file)).join(', ')} as community node`,
		async () => {
			await installPackage(tarball, userFolder, installed, besides);
		},
	);
	const recordings = await temporaryFolder('n8n-recordings-', cleanup);
	const sandbox = await startSandbox({ recordingsFolders: [EXAMPLE_RECORDINGS, recordings] });
	cleanup.add(async () => await sandbox.close());
	const drive = new GoogleDrive();
	const internet = await Internet.start(servicesWith(drive), userFolder, cleanup);
	const more = { ...internet.environment, ...environment };
	const n8n = await steps.run(
		'Start n8n',
		async () => await startN8n(installed, userFolder, cleanup, more),
	);
	const modules = path.resolve(installed.script, '../../..');
	const hasAiNodeSdk = existsSync(path.join(modules, '@n8n/ai-node-sdk'));
	return await steps.run('Set up its owner and a credential', async () => {
		const session = await Session.setUpOwner(n8n.url);
		const api = new PublicApi(n8n.url, await session.createApiKey());
		const data = sandboxCredential(sandbox);
		const account = await session.createCredential('AssemblyAI sandbox', CREDENTIAL_TYPE, data);
		return {
			n8n,
			version: installed.version,
			hasAiNodeSdk,
			session,
			api,
			sandbox,
			recordings,
			internet,
			drive,
			account,
			steps,
			cleanup,
		};
	});
}
