import assert from 'node:assert/strict';
import { AssemblyAiTranscribe } from '../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { LlmGatewayAskQuestions } from '../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { Editor } from '../browser/Editor';
import { freshNodes } from '../browser/freshNodes';
import { openBrowser } from '../browser/openBrowser';
import { outputOf } from '../client/PublicApi';
import { isOurs } from '../client/workflowFile';
import type { Chromium } from '../install/chromium';
import { recordingServer } from '../standin/recordingServer';
import type { Scenario } from './World';

/** How many operations the panels of both nodes have. */
const OPERATIONS = [new AssemblyAiTranscribe(), new LlmGatewayAskQuestions()]
	.flatMap(({ description }) => description.properties)
	.filter(({ name }) => name === 'operation')
	.reduce((count, { options = [] }) => count + options.length, 0);

/** @param shots folder for the screenshots */
export function freshNodesScenario(chromium: Chromium, shots: string): Scenario {
	return {
		title: 'Fresh nodes in the editor',
		async run({ account, api, n8n, steps, cleanup }) {
			const workflow = freshNodes(account, await recordingServer(cleanup));
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
		},
	};
}
