import { SupplyDataContext } from 'n8n-core';
import { createEmptyRunExecutionData, NodeConnectionTypes } from 'n8n-workflow';
import type { PlacedNode } from './triggerCall';

/** What a chat model gives to the agent above it, which works on one empty item. @throws what the node throws */
export async function suppliedBy({
	workflow,
	node,
	nodeType,
	additionalData,
}: PlacedNode): Promise<unknown> {
	if (!nodeType.supplyData) throw new Error(`${node.type} supplies nothing`);
	const items = [{ json: {} }];
	const context = new SupplyDataContext(
		workflow,
		node,
		additionalData,
		'trigger',
		createEmptyRunExecutionData(),
		0,
		items,
		{ main: [items] },
		NodeConnectionTypes.AiLanguageModel,
		{ node, data: { main: [items] }, source: null },
		[],
	);
	return (await nodeType.supplyData.call(context, 0)).response;
}
