import type { Sandbox } from '../../sandbox';
import { PublicApi } from '../../test/n8n/client/PublicApi';
import { Session, type CredentialReference } from '../../test/n8n/client/Session';
import {
	exampleFiles,
	isOurs,
	readExample,
	withCredentials,
} from '../../test/n8n/client/workflowFile';
import { CREDENTIAL_TYPE, sandboxCredential } from '../../test/n8n/scenarios/credential';
import type { DevHome } from './DevHome';

/** Its webhook answers to the command that a person is given to begin with. */
const ACTIVE_EXAMPLE = 'call-to-crm.json';

/**
 * The first time sets up an owner, the credential of the sandbox and the examples. After that all of it is the
 * user's own; only the address in the credential follows the sandbox.
 */
export async function furnish(url: string, home: DevHome, sandbox: Sandbox): Promise<Session> {
	const data = sandboxCredential(sandbox);
	if (!home.furnishing) {
		const session = await Session.setUpOwner(url);
		const account = await session.createCredential('AssemblyAI sandbox', CREDENTIAL_TYPE, data);
		await session.withApiKey(async (apiKey) => {
			await importExamples(new PublicApi(url, apiKey), account);
		});
		await home.keep({ account, sandboxUrl: sandbox.url });
		return session;
	}
	const { account, sandboxUrl } = home.furnishing;
	const session = await Session.logIn(url);
	if (sandboxUrl !== sandbox.url) {
		await session.updateCredential({ ...account, type: CREDENTIAL_TYPE, data });
		await home.keep({ account, sandboxUrl: sandbox.url });
	}
	return session;
}

async function importExamples(api: PublicApi, account: CredentialReference): Promise<void> {
	for (const file of await exampleFiles()) {
		const example = withCredentials(await readExample(file), (node) =>
			isOurs(node) ? { [CREDENTIAL_TYPE]: account } : undefined,
		);
		const { id } = await api.createWorkflow(example);
		if (file === ACTIVE_EXAMPLE) await api.activate(id);
	}
}
