import { supplyModel } from '@n8n/ai-node-sdk';
import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ISupplyDataFunctions,
	type SupplyData,
} from 'n8n-workflow';
import { outcomeOf } from '../../../../nodes/shared/outcome';
import { GatewayChatModel } from './GatewayChatModel';
import { searchModels } from './listSearch/searchModels';
import { toModelError } from './modelError';
import { gatewayService } from './gatewayService';
import { properties, readSettings } from './settings';

export class LlmGatewayChatModel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LLM Gateway Chat Model',
		name: 'llmGatewayChatModel',
		icon: { light: 'file:llmGateway.svg', dark: 'file:llmGateway.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["model"] }}',
		description: 'The models of AssemblyAI LLM Gateway for an AI agent or chain',
		defaults: { name: 'LLM Gateway Chat Model' },
		inputs: [],
		outputs: [NodeConnectionTypes.AiLanguageModel],
		outputNames: ['Model'],
		credentials: [{ name: 'assemblyAiLlmGatewayApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchModels } };

	async supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
		const made = await outcomeOf(modelFor(this, itemIndex));
		if (!made.ok) throw toModelError(this.getNode(), made.error);
		return supplyModel(this, made.value);
	}
}

async function modelFor(
	context: ISupplyDataFunctions,
	itemIndex: number,
): Promise<GatewayChatModel> {
	const settings = readSettings(context, itemIndex);
	return new GatewayChatModel(await gatewayService(context), settings, context.getNode());
}
