import type { Editor } from './Editor';

/** Runs the weekly digest as far as the answers over all calls, and reads them. */
export async function askAcrossCalls(editor: Editor, workflowId: string): Promise<void> {
	await editor.openWorkflow(workflowId);
	await editor.page.getByText('Ask Across Calls', { exact: true }).waitFor();
	await editor.openNode('Ask across calls');
	await editor.part('node-execute-button').click();
	await editor.part('output-panel').getByText('What comes up most').first().waitFor();
	await editor.showOutputAs('json');
	await editor.shoot('ask-across-calls');
	await editor.closeNode();
}
