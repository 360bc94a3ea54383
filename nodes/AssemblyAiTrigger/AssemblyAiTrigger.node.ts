import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { answerCall } from './answerCall';
import { checkBeforeListening } from './checkActivation';
import { fields, panelTexts } from './description';

export class AssemblyAiTrigger implements INodeType {
	description: INodeTypeDescription = {
		// Longer than the name of Transcribe, before which n8n's search would put it otherwise, without its last word.
		displayName: 'AssemblyAI Transcript Finished Trigger',
		name: 'assemblyAiTrigger',
		icon: { light: 'file:assemblyAi.svg', dark: 'file:assemblyAi.dark.svg' },
		group: ['trigger'],
		version: 1,
		// In the words of the panel: "Transcript Completed, Transcript Failed".
		subtitle: '={{ $parameter["events"].join(", ").replace(/[A-Z]/g, " $&").toTitleCase() }}',
		description:
			'Starts the workflow when AssemblyAI calls back: a transcript is there, or has failed',
		defaults: { name: 'AssemblyAI Trigger' },
		...panelTexts,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'assemblyAiAccountApi', required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: fields,
	};

	// AssemblyAI has no webhooks to register, look up or remove: each job brings the address to call.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkBeforeListening(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerCall(this);
	}
}
