import assert from 'node:assert/strict';
import { Editor } from '../browser/Editor';
import { openBrowser } from '../browser/openBrowser';
import { outputOf } from '../client/PublicApi';
import type { Chromium } from '../install/chromium';
import { ownWorkflow } from '../queue/ownWorkflow';
import { submissions } from '../queue/scenarios/submissions';
import { recordingServer } from '../standin/recordingServer';
import { assertSuccess } from './examples/runExample';
import {
	AFTER,
	holdJobs,
	letGo,
	pausingAccount,
	pausingTranscribe,
	splitOut,
	submittedAddress,
	untilPaused,
} from './pausedWorkflow';
import type { Scenario } from './World';

/** @param shots folder for the screenshots */
export function pausedInEditorScenario(chromium: Chromium, shots: string): Scenario {
	return {
		title: 'A pause of a run from the editor',
		async run(world) {
			const { api, n8n, sandbox, session, steps, cleanup } = world;
			const account = await pausingAccount(session, sandbox, 'Paused in the editor');
			const recording = await recordingServer(cleanup);
			const calls = [0, 1].map((deal) => ({ deal, url: `${recording}?deal=${deal}` }));
			const { id } = await api.createWorkflow(
				ownWorkflow('Paused in the editor', [
					{
						name: 'Start',
						type: 'n8n-nodes-base.manualTrigger',
						typeVersion: 1,
						parameters: {},
					},
					{
						name: 'Input',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: JSON.stringify({ calls }) },
					},
					splitOut('calls'),
					pausingTranscribe(account, { pauseAfterSeconds: 0 }),
					AFTER,
				]),
			);
			const { page } = await openBrowser(chromium, cleanup);
			const editor = new Editor(page, n8n.url, shots);
			await editor.logIn();
			holdJobs(world);
			const before = submissions(sandbox);
			const executionId = await steps.run('Run the workflow, which pauses', async () => {
				const submittedFrom = submittedAddress(sandbox);
				await editor.openWorkflow(id);
				await editor.part('execute-workflow-button').click();
				const submitted = await submittedFrom();
				await untilPaused(api, submitted.executionId);
				return submitted.executionId;
			});
			await steps.run('AssemblyAI calls, and it goes on', async () => {
				letGo(sandbox);
				const execution = await api.endOf(executionId);
				assertSuccess(execution);
				assert.deepEqual(
					outputOf(execution, 'After').map(({ json }) => [json.deal, json.status]),
					calls.map(({ deal }) => [deal, 'completed']),
				);
				assert.equal(submissions(sandbox) - before, calls.length);
			});
			await steps.run('The editor shows it', async () => {
				await page.getByText('Workflow executed successfully').first().waitFor();
			});
			sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
		},
	};
}
