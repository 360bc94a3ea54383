import { startSandbox } from '../sandbox';
import { chromiumPath } from './browser/openBrowser';
import { PublicApi } from './client/PublicApi';
import { Session } from './client/Session';
import { installN8n } from './install/installN8n';
import { installPackage, packPackage } from './install/installPackage';
import { pinnedVersion } from './install/pinnedVersions';
import { callToCrm } from './scenarios/callToCrm';
import { callToHubspot } from './scenarios/callToHubspot';
import { scorecard } from './scenarios/scorecard';
import { importAll } from './scenarios/importAll';
import { failedCalls } from './scenarios/failedCalls';
import { CREDENTIAL_TYPE, credential, sandboxCredential } from './scenarios/credential';
import { editorScenario } from './scenarios/editor';
import type { Scenario } from './scenarios/World';
import { startN8n } from './server/startN8n';
import { googleSheets, googleToken } from './standin/googleSheets';
import { hubspot } from './standin/hubspot';
import { Internet } from './standin/Internet';
import type { Cleanup } from './support/Cleanup';
import { PANELS, temporaryFolder } from './support/folders';
import type { Steps } from './support/Steps';

export interface TestOptions {
	version: string;
	/** Also keeps the screenshots, in docs/panels. */
	screenshots: boolean;
}

function scenariosOf(shots: string): Scenario[] {
	const chromium = chromiumPath();
	const inBrowser = chromium ? [editorScenario(chromium, shots)] : [];
	return [credential, callToCrm, callToHubspot, scorecard, failedCalls, importAll, ...inBrowser];
}

/** The whole test: install, start, drive. @throws what the first failed step says */
export async function testInN8n(
	{ version, screenshots }: TestOptions,
	steps: Steps,
	cleanup: Cleanup,
): Promise<void> {
	steps.title(`n8n ${version}`);
	if (!chromiumPath()) steps.note('No Chromium found (CHROMIUM): the editor is left out.');
	const installed = await installN8n(await pinnedVersion(version), steps);
	const userFolder = await temporaryFolder('n8n-test-', cleanup);
	await steps.run('Pack the package and install it as a community node', async () => {
		const tarball = await packPackage(await temporaryFolder('n8n-pack-', cleanup));
		await installPackage(tarball, userFolder, installed);
	});
	const sandbox = await startSandbox();
	cleanup.add(async () => await sandbox.close());
	const internet = await Internet.start(
		{
			'api.hubapi.com': hubspot,
			'oauth2.googleapis.com': googleToken,
			'sheets.googleapis.com': googleSheets,
		},
		userFolder,
		cleanup,
	);
	const n8n = await steps.run(
		'Start n8n',
		async () => await startN8n(installed, userFolder, cleanup, internet.environment),
	);
	const { session, api, account } = await steps.run('Set up its owner', async () => {
		const session = await Session.setUpOwner(n8n.url);
		const api = new PublicApi(n8n.url, await session.createApiKey());
		const account = await session.createCredential(
			'AssemblyAI sandbox',
			CREDENTIAL_TYPE,
			sandboxCredential(sandbox),
		);
		return { session, api, account };
	});
	const shots = screenshots ? PANELS : await temporaryFolder('n8n-shots-', cleanup);
	for (const { title, run } of scenariosOf(shots)) {
		steps.title(title);
		await run({ n8n, session, api, sandbox, internet, account, steps, cleanup });
	}
}
