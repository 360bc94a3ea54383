import { NodeHelpers, type INodeType } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { LlmGatewayAskQuestions } from '../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { EXAMPLE_WORKFLOW } from '../../../tools/demo/demo';
import { nodeOfType, readWorkflow } from '../../../tools/demo/exampleWorkflow';

test.each<[string, INodeType]>([
	['assemblyAiTranscribe', new AssemblyAiTranscribe()],
	['llmGatewayAskQuestions', new LlmGatewayAskQuestions()],
])('what the example sets in %s, the node has and keeps', async (type, { description }) => {
	const { typeVersion = 1, ...node } = nodeOfType(await readWorkflow(EXAMPLE_WORKFLOW), type);
	// n8n drops what a node does not have or does not show, without a word.
	const kept = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		{ typeVersion },
		description,
	);
	expect(kept).toMatchObject(node.parameters);
	expect(description.version).toBe(typeVersion);
});

test('the example names its credential nowhere, so that it can be imported anywhere', async () => {
	const { nodes } = await readWorkflow(EXAMPLE_WORKFLOW);
	expect(nodes.filter((node) => 'credentials' in node)).toEqual([]);
	expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
});
