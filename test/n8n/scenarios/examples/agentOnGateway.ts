import assert from 'node:assert/strict';
import { z } from 'zod';
import { outputOf } from '../../client/PublicApi';
import type { CredentialReference } from '../../client/Session';
import { isOurs, readExample, withCredentials, type WorkflowNode } from '../../client/workflowFile';
import { eventually } from '../../../support/n8n/eventually';
import { recordingServer } from '../../standin/recordingServer';
import { sandboxCredential } from '../credential';
import type { Scenario, World } from '../World';
import { assertSuccess } from './runExample';

const CHAT_MODEL = 'n8n-nodes-assemblyai-chat-model.llmGatewayChatModel';
const CREDENTIAL_TYPE = 'assemblyAiLlmGatewayApi';
const QUESTION = "Transcribe this, then tell the customer's sentiment at the end of the call.";

export const agentOnGateway: Scenario = {
	title: 'Agent on LLM Gateway',
	async run(world) {
		const { api, session, steps, cleanup } = world;
		const known = await session.nodeTypes();
		await steps.run('The main package is there in any case', async () => {
			assert.ok(known.has('n8n-nodes-assemblyai-ask.llmGatewayAskQuestions'));
			assert.ok(known.has('n8n-nodes-assemblyai-ask.assemblyAiTranscribe'));
		});
		// Whether the chat model is refused cannot be seen here: n8n lies below the repository's own node_modules,
		// where the search for modules ends, and these have the SDK.
		if (!world.hasAiNodeSdk) return;
		const url = await recordingServer(cleanup);
		const { data, gateway, workflowId } = await importAgentOnGateway(world);
		await steps.run('Its credential passes the test with the right key', async () => {
			const result = await session.testCredential({ ...gateway, type: CREDENTIAL_TYPE, data });
			assert.equal(result.status, 'OK', result.message);
		});
		const ask = async (message: string) =>
			await api.endOf(await session.chat(workflowId, 'Chat', message));
		await steps.run('Its model calls both tools and tells the answer', async () => {
			const execution = await ask(`${url} ${QUESTION}`);
			assertSuccess(execution);
			const output = String(outputOf(execution, 'AI Agent')[0]?.json.output);
			assert.match(output, /"answer":"positive"/);
			const runs = (node: string) => execution.data?.resultData.runData[node]?.length;
			assert.equal(runs('Transcribe recording'), 1);
			assert.equal(runs('Ask about recording'), 1);
			assert.equal(runs('LLM Gateway Chat Model'), 3);
			steps.note(output.slice(0, 200));
		});
		await steps.run('In a chat that streams, its words arrive one after the other', async () => {
			const pieces = await streamedChat(world, gateway, `${url} ${QUESTION}`);
			assert.match(pieces.join(''), /"answer":"positive"/);
			assert.ok(pieces.length > 5, `${pieces.length} pieces`);
			const asked = world.sandbox.requestsTo('POST', '/v1/chat/completions').at(-1);
			assert.equal(z.object({ stream: z.boolean() }).parse(asked?.json).stream, true);
			steps.note(`${pieces.length} pieces, the first of them: ${pieces.slice(0, 4).join('|')}`);
		});
		await steps.run('When the Gateway refuses, the chat model says why', async () => {
			await session.updateCredential({
				...gateway,
				type: CREDENTIAL_TYPE,
				data: { ...data, apiKey: 'not-the-key' },
			});
			const { status, data: failed } = await ask('Hello');
			assert.equal(status, 'error');
			const { message } = failed?.resultData.error ?? {};
			assert.match(String(message), /AssemblyAI did not accept the API key \(401: /);
			steps.note(`n8n says: ${message}`);
		});
	},
};

const piece = z.object({
	type: z.string(),
	content: z.string().optional(),
	metadata: z.object({ nodeName: z.string() }).passthrough(),
});

/** The agent's words in the order in which they came, to somebody who opens its chat's own page. */
async function streamedChat(world: World, gateway: CredentialReference, chatInput: string) {
	const { api, n8n } = world;
	const workflow = await exampleFor(world, gateway);
	const parameters = { public: true, mode: 'webhook', options: { responseMode: 'streaming' } };
	// The first version of the chat that streams.
	const trigger = { typeVersion: 1.2, parameters };
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Chat' ? { ...node, ...trigger } : node,
	);
	const { id } = await api.createWorkflow({ ...workflow, nodes });
	await api.activate(id);
	const webhookId = nodes.find(({ name }) => name === 'Chat')?.webhookId;
	const text = await eventually('the chat to answer', 30_000, async () => {
		const response = await fetch(`${n8n.url}/webhook/${webhookId}/chat`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action: 'sendMessage', sessionId: 'stream', chatInput }),
		});
		// n8n registers a webhook some time after it has said that the workflow is active.
		return response.status === 404 ? undefined : await response.text();
	});
	const lines = text.trim().split('\n');
	await api.deactivate(id);
	return lines
		.map((line) => piece.parse(JSON.parse(line)))
		.filter(({ type, metadata }) => type === 'item' && metadata.nodeName === 'AI Agent')
		.map(({ content = '' }) => content);
}

/** The example as a user sets it up, with a credential of the chat model's own. */
export async function importAgentOnGateway(world: World) {
	const data = sandboxCredential(world.sandbox);
	const gateway = await world.session.createCredential('LLM Gateway', CREDENTIAL_TYPE, data);
	const { id: workflowId } = await world.api.createWorkflow(await exampleFor(world, gateway));
	return { data, gateway, workflowId };
}

async function exampleFor({ account }: World, gateway: CredentialReference) {
	const file = await readExample('agent-on-llm-gateway.json');
	return withCredentials(file, (node): WorkflowNode['credentials'] => {
		if (node.type === CHAT_MODEL) return { [CREDENTIAL_TYPE]: gateway };
		return isOurs(node) ? { assemblyAiAccountApi: account } : undefined;
	});
}
