import { postRecording } from '../client/postRecording';
import { SAMPLE_RECORDING } from '../../support/n8n/folders';
import type { Editor } from './Editor';

const TRANSCRIBE = 'AssemblyAI Transcribe';
const ASK = 'LLM Gateway Ask Questions';
const SUBTITLES = ['Audio: Transcribe', 'Ask: claude-sonnet-4-5-20250929'];

/** Listens for a test call, sends it a recording, and reads what the nodes put out. */
export async function runInEditor(editor: Editor, workflowId: string, url: string): Promise<void> {
	const { page } = editor;
	await editor.openWorkflow(workflowId);
	await editor.part('execute-workflow-button').click();
	await editor.part('stop-execution-waiting-for-webhook-button').waitFor();
	await postRecording(`${url}/webhook-test/assemblyai-call`, SAMPLE_RECORDING, {
		crm_record_id: 'DEAL-1042',
	});
	await page.getByText('Workflow executed successfully').first().waitFor();
	for (const subtitle of SUBTITLES) await page.getByText(subtitle, { exact: true }).waitFor();
	await editor.shoot('workflow-has-run');

	await editor.openNode(TRANSCRIBE);
	await editor.showOutputAs('table');
	await editor.shoot('transcribe-output-table');
	await editor.closeNode();

	await editor.openNode(ASK);
	await editor.showOutputAs('table');
	await editor.shoot('ask-output-table');
	await editor.showOutputAs('json');
	await editor.shoot('ask-output-json');
	await addQuestion(editor, 'What does the yearly plan cost in dollars?', 'Number');
	await editor.shoot('ask-added-question');
	await openModels(editor);
	await runStep(editor);
	await seeHint(editor);
	await failStep(editor);
	await editor.closeNode();
}

async function addQuestion(editor: Editor, question: string, type: string): Promise<void> {
	const questions = editor.part('fixed-collection-questions');
	await questions.locator('[data-test-id="fixed-collection-add"]').click();
	const added = questions.locator('[data-test-id="parameter-input-question"]').last();
	await added.locator('input, textarea').first().fill(question);
	await added.scrollIntoViewIfNeeded();
	// While one types, n8n 1.123 covers the next field with a tip.
	await added.locator('input, textarea').first().blur();
	await editor.choose('answerType', type);
}

async function openModels(editor: Editor): Promise<void> {
	const model = editor.part('resource-locator-model');
	await model.locator('[data-test-id="rlc-mode-selector"]').click();
	await editor.page.getByRole('option', { name: 'From List' }).click();
	await model.locator('[data-test-id="rlc-input"]').click();
	await editor.part('rlc-item').first().waitFor();
	await editor.shoot('ask-model-list');
	await editor.part('rlc-item').filter({ hasText: 'Claude' }).first().click();
}

async function runStep(editor: Editor): Promise<void> {
	await editor.part('node-execute-button').click();
	const answer = editor.part('output-panel').getByText('what_does_the_yearly_plan_cost_in_dollars');
	await answer.first().waitFor();
	await editor.shoot('ask-step-has-run');
}

/** What the recording does not answer is said above the output. */
async function seeHint(editor: Editor): Promise<void> {
	await addQuestion(editor, 'On which day do they speak again?', 'Date');
	await editor.part('node-execute-button').click();
	const hint = editor.page.getByText(
		'The recording does not tell: on_which_day_do_they_speak_again',
	);
	await hint.waitFor();
	await editor.shoot('ask-hint');
}

/** A model that the service does not have: the panel tells what is wrong, and what was probably meant. */
async function failStep(editor: Editor): Promise<void> {
	const model = editor.part('resource-locator-model');
	await model.locator('[data-test-id="rlc-mode-selector"]').click();
	await editor.page.getByRole('option', { name: 'By ID' }).click();
	await model.locator('[data-test-id="rlc-input"]').fill('claude-sonnet-4.6');
	const failure = editor.part('node-error-message');
	await editor.clickUntil(editor.part('node-execute-button'), failure);
	await editor.page.getByText('Similar ones there: claude-sonnet-4-6').waitFor();
	await editor.page.getByText('Problem in node').first().waitFor();
	await editor.shoot('ask-error');
}
