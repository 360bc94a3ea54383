import assert from 'node:assert/strict';
import type { Sandbox } from '../../../sandbox';
import type { Scenario } from './World';

export const CREDENTIAL_TYPE = 'assemblyAiAccountApi';

/** What a user types into the credential form for the sandbox. */
export function sandboxCredential({ url, apiKey }: Sandbox): Record<string, unknown> {
	return { apiKey, region: 'custom', speechToTextUrl: url, llmGatewayUrl: url };
}

export const credential: Scenario = {
	title: 'Credential',
	async run({ session, account, sandbox, steps }) {
		const form = { ...account, type: CREDENTIAL_TYPE };
		const right = sandboxCredential(sandbox);
		await steps.run('The right key passes the test', async () => {
			const result = await session.testCredential({ ...form, data: right });
			assert.equal(result.status, 'OK', result.message);
		});
		await steps.run('A wrong key does not', async () => {
			const data = { ...right, apiKey: 'not-the-key' };
			const result = await session.testCredential({ ...form, data });
			assert.equal(result.status, 'Error');
			steps.note(`n8n says: ${result.message}`);
		});
	},
};
