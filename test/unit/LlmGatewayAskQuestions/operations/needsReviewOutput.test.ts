import type { INode, INodeParameters } from 'n8n-workflow';
import { hasReviewOutput } from '../../../../nodes/LlmGatewayAskQuestions/operations/needsReviewOutput';

const ASK = 'n8n-nodes-assemblyai-ask.llmGatewayAskQuestions';
const node = (parameters: INodeParameters, type = ASK): INode => ({
	...{ id: 'n', name: 'Ask', typeVersion: 1, position: [0, 0] },
	type,
	parameters,
});
const has = (given: INode) => hasReviewOutput({ getNode: () => given });
const reviewed = { options: { needsReviewOutput: ['noQuote'] } };

test.each([
	[{}, false],
	[{ options: {} }, false],
	[{ options: { needsReviewOutput: [] } }, false],
	[{ options: '={{ $json.options }}' }, false],
	[reviewed, true],
])('with the parameters %j the second output is there: %s', (parameters, expected) => {
	expect(has(node(parameters))).toBe(expected);
});

test('a tool of an agent has one output', () => {
	expect(has(node(reviewed, `${ASK}Tool`))).toBe(false);
});
