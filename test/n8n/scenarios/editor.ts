import assert from 'node:assert/strict';
import { askAcrossCalls } from '../browser/askAcrossCalls';
import { addNodesBySearch } from '../browser/addNodes';
import { ownFaults } from '../browser/consoleFaults';
import { fillCredentialForm } from '../browser/credentialForm';
import { fillAnswersForm } from '../browser/fillAnswersForm';
import { firstAnswers } from '../browser/firstAnswers';
import { Editor } from '../browser/Editor';
import { openBrowser } from '../browser/openBrowser';
import { runInEditor } from '../browser/runInEditor';
import { seeChatModel } from '../browser/seeChatModel';
import { seeEvaluations } from '../browser/seeEvaluations';
import { stepsInSight } from '../browser/stepsInSight';
import { runEvaluation } from '../client/evaluations';
import type { Chromium } from '../install/chromium';
import { recordingServer } from '../standin/recordingServer';
import { importAgentOnGateway } from './examples/agentOnGateway';
import { importEvaluation } from './examples/evaluationOfAnswers';
import { importExample } from './examples/runExample';
import type { Scenario } from './World';

/** @param shots folder for the screenshots */
export function editorScenario(chromium: Chromium, shots: string): Scenario {
	return {
		title: 'Editor',
		async run(world) {
			const { api, n8n, sandbox, session, steps, cleanup } = world;
			const { page, faults } = await steps.run(
				'Open a browser',
				async () => await openBrowser(chromium, cleanup),
			);
			const editor = new Editor(page, n8n.url, shots);
			const see = stepsInSight(page, steps);
			await see('Log in', async () => await editor.logIn());
			// While there is one credential only, which n8n then picks by itself.
			const recording = await recordingServer(cleanup);
			await see('From an empty canvas to answers in eight clicks', async () => {
				await firstAnswers(editor, recording);
			});
			await see('Create a credential, see its test fail and pass', async () => {
				await fillCredentialForm(editor, sandbox);
			});
			await see('Find both nodes by search, open their panels', async () => {
				await addNodesBySearch(editor);
			});
			const form = await importExample(world, 'form-to-answers.json');
			await api.activate(form.id);
			await see('Send a recording by the form, read the answers', async () => {
				await fillAnswersForm(editor, n8n.url);
			});
			await api.deactivate(form.id);
			const workflow = await importExample(world, 'call-to-crm.json');
			await see('Run it, add a question, pick a model, run a step, see a failure', async () => {
				await runInEditor(editor, workflow.id, n8n.url);
			});
			const digest = await importExample(world, 'weekly-digest.json');
			await see('Ask all calls together', async () => await askAcrossCalls(editor, digest.id));
			const evaluation = await importEvaluation(world, 'Calls for the tab');
			await see('Measure the answers, see the figures in the Evaluations tab', async () => {
				await runEvaluation(session, evaluation.workflowId);
				await seeEvaluations(editor, evaluation.workflowId);
			});
			if (world.hasAiNodeSdk) {
				const agent = await importAgentOnGateway(world);
				await see('Open the chat model of an agent', async () => {
					await seeChatModel(editor, agent.workflowId);
				});
			}
			await steps.run('The console shows no fault', async () => {
				assert.deepEqual(ownFaults(faults), []);
			});
			await api.deactivate(workflow.id);
		},
	};
}
