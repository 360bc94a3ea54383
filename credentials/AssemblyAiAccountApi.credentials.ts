import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

const DASHBOARD = 'https://www.assemblyai.com/dashboard/home';

// The test of the credential can only say that an address is invalid, not why.
const BEGINS_WITH_SCHEME = 'Begins with http:// or https://';

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * One AssemblyAI account in one region, for speech-to-text and LLM Gateway alike. Its type is not called
 * `assemblyAiApi` because credential types are global by name in n8n and another package has taken that one.
 */
export class AssemblyAiAccountApi implements ICredentialType {
	name = 'assemblyAiAccountApi';

	displayName = 'AssemblyAI API';

	icon: Icon = { light: 'file:assemblyAi.svg', dark: 'file:assemblyAi.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-assemblyai-ask/n8n-nodes-assemblyai-ask#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: `Sign in to the <a href="${DASHBOARD}" target="_blank">AssemblyAI dashboard</a>, choose <b>API Keys</b>, and copy the key of your project`,
			description: 'The key of your AssemblyAI project, from the API Keys page of its dashboard',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom', description: 'Your own addresses, such as a sandbox' },
				{
					name: 'EU',
					value: 'eu',
					description: 'Recordings are processed and kept in the EU; fewer models answer questions',
				},
				{ name: 'US', value: 'us', description: 'What AssemblyAI uses unless you chose the EU' },
			],
			default: 'us',
			description:
				'Where recordings are processed. A transcript can only be used in the region that made it.',
		},
		{
			displayName: 'Speech-to-Text URL',
			name: 'speechToTextUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. http://127.0.0.1:4100',
			hint: BEGINS_WITH_SCHEME,
			displayOptions: { show: { region: ['custom'] } },
			description: 'Where recordings are uploaded and transcribed',
		},
		{
			displayName: 'LLM Gateway URL',
			name: 'llmGatewayUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. http://127.0.0.1:4100',
			hint: `${BEGINS_WITH_SCHEME}. The test of the credential does not try it: open the list of models in LLM Gateway Ask Questions.`,
			displayOptions: { show: { region: ['custom'] } },
			description: 'Where questions are answered; the same address as above for a sandbox',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Optional. Needed only for AssemblyAI Trigger and for executions that pause.',
			description:
				'A password of your own for call-backs. AssemblyAI gets it with each job that has a Webhook URL and sends it back; AssemblyAI Trigger, and an execution that pauses until AssemblyAI calls back, take no call without it.',
		},
	];

	// A function, not an expression: in workflows that combine binary data with fields, n8n 2.41 cannot evaluate
	// one here and sends nothing.
	authenticate = async (
		{ apiKey }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...request,
		headers: { ...request.headers, Authorization: String(apiKey ?? '') },
	});

	// One request is all that a test may send. LLM Gateway's list of models answers without a key, so only
	// speech-to-text can tell whether it is valid.
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ { us: "https://api.assemblyai.com", eu: "https://api.eu.assemblyai.com", custom: $credentials.speechToTextUrl }[$credentials.region] }}',
			url: '/v2/transcript',
			qs: { limit: 1 },
			// Whoever a redirect leads to would get the API key.
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'AssemblyAI does not accept this key. Is it from the region chosen here?',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'There is no AssemblyAI at this address. Check the Speech-to-Text URL.',
				},
			},
			// Where to, n8n does not let the message of a rule say; the nodes say it.
			...REDIRECTS.map((value) => ({
				type: 'responseCode' as const,
				properties: {
					value,
					message: `This address sends on to another one (status ${value}), which is not followed, since it would get the API key. Check the Speech-to-Text URL: does it begin with http:// in the place of https://?`,
				},
			})),
		],
	};
}
