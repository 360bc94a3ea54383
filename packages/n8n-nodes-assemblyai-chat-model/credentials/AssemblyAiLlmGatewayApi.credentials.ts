import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import { AssemblyAiAccountApi } from '../../../credentials/AssemblyAiAccountApi.credentials';

const account = new AssemblyAiAccountApi();

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

	properties: INodeProperties[] = account.properties.filter(({ name }) => name !== 'webhookSecret');

	authenticate = account.authenticate;

	test: ICredentialTestRequest = account.test;
}
