import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import { AssemblyAiAccountApi } from '../../../credentials/AssemblyAiAccountApi.credentials';

const account = new AssemblyAiAccountApi();

const GATEWAY_URL_HINT =
	'Begins with http:// or https://. The test of the credential does not try it: open the list of models in LLM Gateway Chat Model.';

/**
 * The same account as that of the main package, for which n8n wants a type of this package's own: its lint takes
 * a node that uses another package's credential for a theft of keys.
 */
export class AssemblyAiLlmGatewayApi implements ICredentialType {
	name = 'assemblyAiLlmGatewayApi';

	displayName = 'AssemblyAI LLM Gateway API';

	icon: Icon = { light: 'file:assemblyAi.svg', dark: 'file:assemblyAi.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-assemblyai-ask/n8n-nodes-assemblyai-ask/blob/main/docs/chat-model.md';

	properties: INodeProperties[] = account.properties
		.filter(({ name }) => name !== 'webhookSecret')
		.map((property) =>
			property.name === 'llmGatewayUrl' ? { ...property, hint: GATEWAY_URL_HINT } : property,
		);

	authenticate = account.authenticate;

	test: ICredentialTestRequest = account.test;
}
