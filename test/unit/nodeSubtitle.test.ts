import { Workflow, type INodeParameters, type INodeType } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { operations } from '../../nodes/AssemblyAiTranscribe/operations';
import { LlmGatewayAskQuestions } from '../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';

/** The line under a node's name, found as n8n's editor finds it. */
function subtitleOf(nodeType: INodeType, parameters: INodeParameters): unknown {
	const node = {
		...{ id: 'node', name: 'Node', type: 'unit.node', typeVersion: 1 },
		position: [0, 0] as [number, number],
		parameters,
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const { subtitle = '' } = nodeType.description;
	return workflow.expression.getSimpleParameterValue(
		workflow.nodes.Node ?? node,
		subtitle,
		'internal',
		{},
	);
}

test.each(operations)('$resource $value is told as in the panel', (operation) => {
	const { resource = '', value, name } = operation;
	const inPanel = { audio: 'Audio', transcript: 'Transcript' }[resource];
	expect(subtitleOf(new AssemblyAiTranscribe(), { resource, operation: value })).toBe(
		`${inPanel}: ${name}`,
	);
});

test.each([
	['askQuestions', 'Ask'],
	['prompt', 'Prompt'],
])('%s is told with its model', (operation, word) => {
	const node = new LlmGatewayAskQuestions();
	expect(subtitleOf(node, { operation })).toBe(`${word}: claude-sonnet-4-6`);
	const model = { __rl: true, mode: 'id', value: 'gpt-5.1' };
	expect(subtitleOf(node, { operation, model })).toBe(`${word}: gpt-5.1`);
});

test('Ask Across Calls is told as in the panel', () => {
	const operation = 'askAcrossCalls';
	expect(subtitleOf(new LlmGatewayAskQuestions(), { operation })).toBe('Ask Across Calls');
});
