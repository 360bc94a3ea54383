import type { Editor } from './Editor';

/** What the Evaluations tab shows of a workflow's runs. */
export async function seeEvaluations(editor: Editor, workflowId: string): Promise<void> {
	await editor.go(`/workflow/${workflowId}/evaluation`);
	await editor.page.getByText('right_answers').first().waitFor();
	await editor.shoot('evaluations');
}
