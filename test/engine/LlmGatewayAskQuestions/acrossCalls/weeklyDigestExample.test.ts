import path from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { LlmGatewayAskQuestions } from '../../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { nodeOfType, readWorkflow } from '../../../../tools/demo/exampleWorkflow';
import { complaintOf, openCallsBench } from '../../../support/engine/callsBench';

const EXAMPLE = path.resolve(__dirname, '../../../../examples/weekly-digest.json');
const CALLS = 8;

test('the example tells Slack what the calls of the week complain about, with the words of the calls', async () => {
	const { bench } = await openCallsBench(CALLS);
	const { nodes, connections, ...rest } = await readWorkflow(EXAMPLE);
	const slack = nodes.find(({ type }) => type === 'n8n-nodes-base.slack');
	expect(slack?.parameters).toMatchObject({ text: '={{ $json.text }}' });
	// All of it but the message, for which there has to be a Slack.
	const { Digest, ...others } = connections;
	expect(Digest).toEqual({ main: [[{ node: slack?.name, type: 'main', index: 0 }]] });
	const workflow = { ...rest, nodes: nodes.filter((node) => node !== slack), connections: others };
	const result = await bench.harness.run({
		workflow,
		start: nodeOfType(workflow, 'scheduleTrigger').name,
		startItems: [{ json: {} }],
		credentials: bench.credentials(),
	});
	await bench.close();
	expect(result.status).toBe('success');
	const [item, ...more] = result.items('Digest');
	expect(more).toEqual([]);
	const text = String(item?.json.text);
	expect(text).toContain(`${CALLS} of ${CALLS} calls of the last seven days`);
	expect(text).toContain('*price* (2 of 8 calls)');
	expect(text).toContain(`> ${complaintOf(4)}`);
	expect(text).toMatch(/\n> _\d{1,2} [A-Z][a-z]{2}, \d\d:\d\d, 00:04_/);
	expect(text).toContain('positive: 0, neutral: 0, negative: 8');
});

test('what the example sets, the nodes have and keep, and it names no credential', async () => {
	const { nodes } = await readWorkflow(EXAMPLE);
	const checked = [new AssemblyAiTranscribe(), new LlmGatewayAskQuestions()].flatMap(
		({ description }) =>
			nodes
				.filter((node) => node.type.endsWith(`.${description.name}`))
				.map(({ typeVersion = 1, parameters, name }) => {
					const { properties } = description;
					// n8n drops what a node does not have or does not show, without a word.
					const kept = NodeHelpers.getNodeParameters(
						...([properties, parameters, true, false, { typeVersion }, description] as const),
					);
					expect(kept).toMatchObject(parameters);
					return name;
				}),
	);
	expect(checked).toEqual(['Transcripts', 'Ask across calls']);
	expect(nodes.filter((node) => 'credentials' in node)).toEqual([]);
	expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
});
