import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import {
	searchTranscripts,
	searchUsableTranscripts,
} from '../shared/n8n/service/searchTranscripts';
import { chosenOperation, operationProperties } from '../shared/n8n/items/nodeOperations';
import { runItems } from '../shared/n8n/items/runItems';
import { resumeExecution } from '../shared/n8n/pausing/resumeExecution';
import { operations } from './operations';
import { pausing } from './pausing';

export class AssemblyAiTranscribe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AssemblyAI Transcribe',
		name: 'assemblyAiTranscribe',
		icon: { light: 'file:assemblyAi.svg', dark: 'file:assemblyAi.dark.svg' },
		group: ['transform'],
		version: 1,
		// In the words of the panel, such as "Transcript: Get Many"; parameters have "transcript" and "getMany".
		subtitle:
			'={{ ($parameter["resource"] + ": " + $parameter["operation"]).replace(/[A-Z]/g, " $&").toTitleCase() }}',
		description: 'Turn recordings into finished transcripts: upload, submit and wait in one step',
		defaults: { name: 'AssemblyAI Transcribe' },
		usableAsTool: true,
		...pausing,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'assemblyAiAccountApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'Transcript', value: 'transcript' },
				],
				default: 'audio',
			},
			...operationProperties(operations),
		],
	};

	methods = { listSearch: { searchTranscripts, searchUsableTranscripts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, chosenOperation(this, operations));
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resumeExecution(this);
	}
}
