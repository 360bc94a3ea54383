import { AssemblyAI } from 'assemblyai';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { fetch } from 'undici';
import { AssemblyAiTranscribe } from '../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { LlmGatewayAskQuestions } from '../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { Editor } from '../browser/Editor';
import { freshNodes, freshTrigger } from '../browser/freshNodes';
import { openBrowser } from '../browser/openBrowser';
import { outputOf } from '../client/PublicApi';
import { isOurs } from '../client/workflowFile';
import type { Chromium } from '../install/chromium';
import { recordingServer } from '../standin/recordingServer';
import { CREDENTIAL_TYPE, sandboxCredential } from './credential';
import type { Scenario, World } from './World';

/** How many operations the panels of both nodes have. */
const OPERATIONS = [new AssemblyAiTranscribe(), new LlmGatewayAskQuestions()]
	.flatMap(({ description }) => description.properties)
	.filter(({ name }) => name === 'operation')
	.reduce((count, { options = [] }) => count + options.length, 0);

/** @param shots folder for the screenshots */
export function freshNodesScenario(chromium: Chromium, shots: string): Scenario {
	return {
		title: 'Fresh nodes in the editor',
		async run(world) {
			const { account, api, n8n, steps, cleanup } = world;
			const audio = await recordingServer(cleanup);
			const workflow = freshNodes(account, audio);
			const names = workflow.nodes.filter(isOurs).map(({ name }) => name);
			assert(names.length > OPERATIONS, 'An operation is missing');
			const { id } = await api.createWorkflow(workflow);
			const { page } = await openBrowser(chromium, cleanup);
			const editor = new Editor(page, n8n.url, shots);
			await editor.logIn();
			await steps.run(`${names.length} nodes run with nothing changed but the input`, async () => {
				await editor.openWorkflow(id);
				await editor.part('execute-workflow-button').click();
				const execution = await api.finishedExecution(id, 180_000);
				for (const [node, runs] of Object.entries(execution.data?.resultData.runData ?? {})) {
					const failure = runs.find(({ error }) => error)?.error?.message;
					assert.equal(failure, undefined, `${node}: ${failure}`);
				}
				const { status, data } = execution;
				assert.equal(status, 'success', data?.resultData.error?.message);
				for (const name of names) {
					const [item] = outputOf(execution, name);
					assert(item, `${name} puts nothing out`);
					assert.equal(item.json.error, undefined, `${name} puts an error out`);
				}
			});
			await steps.run('The editor shows no fault', async () => {
				await page.getByText('Workflow executed successfully').first().waitFor();
				assert.equal(await page.getByText('Problem in node').count(), 0);
			});
			await steps.run('The panel of a ready-made set shows what it asks', async () => {
				await editor.openNode('Ask: supportQuality');
				await page.getByText('Answers that you get, by key').waitFor();
				await editor.shoot('ask-ready-made-set');
				await editor.closeNode();
			});
			await steps.run('A trigger that nothing was changed in hears of a transcript', async () => {
				const { id: transcriptId } = await clientOf(world).transcripts.transcribe({ audio });
				const { status, heard } = await heardByFreshTrigger(world, editor, transcriptId);
				assert.deepEqual([status, heard], [200, transcriptId]);
			});
		},
	};
}

function clientOf({ sandbox: { url, apiKey } }: World): AssemblyAI {
	return new AssemblyAI({ apiKey, baseUrl: url });
}

const SECRET = 'as-long-as-one-likes';

/** A secret is the one thing that has to be typed, into the credential. */
async function heardByFreshTrigger(
	{ api, n8n, sandbox, session }: World,
	editor: Editor,
	transcriptId: string,
): Promise<{ status: number; heard: unknown }> {
	const data = { ...sandboxCredential(sandbox), webhookSecret: SECRET };
	const account = await session.createCredential('For the trigger', CREDENTIAL_TYPE, data);
	const webhookId = randomUUID();
	const { id } = await api.createWorkflow(freshTrigger(account, webhookId));
	await editor.openWorkflow(id);
	await editor.part('execute-workflow-button').click();
	await editor.part('stop-execution-waiting-for-webhook-button').waitFor();
	const { status } = await fetch(`${n8n.url}/webhook-test/${webhookId}/webhook`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-assemblyai-webhook-secret': SECRET },
		body: JSON.stringify({ transcript_id: transcriptId, status: 'completed' }),
	});
	const execution = await api.finishedExecution(id, 60_000);
	return { status, heard: outputOf(execution, 'AssemblyAI Trigger')[0]?.json.transcriptId };
}
