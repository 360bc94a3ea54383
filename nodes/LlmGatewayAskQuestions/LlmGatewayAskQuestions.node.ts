import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchUsableTranscripts } from '../shared/n8n/service/searchTranscripts';
import { chosenOperation, operationProperties } from '../shared/n8n/items/nodeOperations';
import { runItems } from '../shared/n8n/items/runItems';
import { searchModels } from './listSearch/searchModels';
import { operations } from './operations';
import { OUTPUTS } from './operations/needsReviewOutput';

export class LlmGatewayAskQuestions implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LLM Gateway Ask Questions',
		name: 'llmGatewayAskQuestions',
		icon: { light: 'file:llmGateway.svg', dark: 'file:llmGateway.dark.svg' },
		group: ['transform'],
		version: 1,
		// Of a resource locator an expression gets the value. Together they just fit under the node.
		subtitle:
			'={{ $parameter["operation"] === "askAcrossCalls" ? "Ask Across Calls" : { askQuestions: "Ask", prompt: "Prompt" }[$parameter["operation"]] + ": " + $parameter["model"] }}',
		description:
			'Ask questions about a transcript through AssemblyAI; each answer comes with its reason and a quote',
		defaults: { name: 'LLM Gateway Ask Questions' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		credentials: [{ name: 'assemblyAiAccountApi', required: true }],
		properties: operationProperties(operations),
	};

	methods = { listSearch: { searchModels, searchUsableTranscripts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, chosenOperation(this, operations));
	}
}
