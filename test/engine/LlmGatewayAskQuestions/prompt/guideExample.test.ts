import path from 'node:path';
import { NodeHelpers, type INodeType } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { LlmGatewayAskQuestions } from '../../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { nodeOfType, readWorkflow } from '../../../../tools/demo/exampleWorkflow';
import { guideBody } from '../../../support/guide';
import { Workbench } from '../../../support/engine/workbench';

const EXAMPLE = path.resolve(__dirname, '../../../../examples/guide-call-sentiment.json');

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

test('the example asks the five questions both ways, the prompt as the script of the guide sends it', async () => {
	const workflow = await readWorkflow(EXAMPLE);
	const result = await bench.harness.run({
		workflow,
		start: nodeOfType(workflow, 'webhook').name,
		startItems: [await bench.recording(undefined, { body: {} })],
		credentials: bench.credentials(),
	});
	expect(result.status).toBe('success');
	const [item] = result.items('Both ways');
	const { transcript_id: transcriptId, ...both } = item?.json ?? {};
	expect(Object.keys(both)).toEqual([
		'call_sentiment',
		'call_sentiment_proof',
		'agent_sentiment',
		'agent_sentiment_proof',
		'customer_sentiment',
		'customer_sentiment_proof',
		'customer_interest_quote',
		'customer_interest_quote_proof',
		'agent_enthusiasm_quote',
		'agent_enthusiasm_quote_proof',
		'answers_to_the_prompt',
	]);
	for (const [name, value] of Object.entries(both)) {
		if (!name.endsWith('_proof')) expect(value).toEqual(expect.stringMatching(/./));
	}
	const sent = bench.sandbox.requestsTo('POST', '/v1/chat/completions');
	expect(sent.map(({ json }) => json).slice(1)).toEqual([guideBody(String(transcriptId))]);
});

test('what the example sets, the nodes have and keep, and it names no credential', async () => {
	const { nodes } = await readWorkflow(EXAMPLE);
	const ours: Array<[string, INodeType]> = [
		['assemblyAiTranscribe', new AssemblyAiTranscribe()],
		['llmGatewayAskQuestions', new LlmGatewayAskQuestions()],
	];
	const checked = ours.flatMap(([type, { description }]) =>
		nodes
			.filter((node) => node.type.endsWith(`.${type}`))
			.map(({ typeVersion = 1, ...node }) => {
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
				return node.name;
			}),
	);
	expect(checked).toHaveLength(3);
	expect(nodes.filter((node) => 'credentials' in node)).toEqual([]);
	expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
});
