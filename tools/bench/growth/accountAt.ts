import type { CredentialStore } from '../../../test/engine/harness';

/** The credential of an account at a stand-in. */
export function accountAt(serviceUrl: string): CredentialStore {
	return {
		assemblyAiAccountApi: {
			apiKey: 'key',
			region: 'custom',
			speechToTextUrl: serviceUrl,
			llmGatewayUrl: serviceUrl,
		},
	};
}
