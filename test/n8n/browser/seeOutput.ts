import { postRecording } from '../client/postRecording';
import { SAMPLE_RECORDING } from '../../support/n8n/folders';
import type { Editor } from './Editor';

/** What a node puts out in a workflow that a webhook starts. */
export interface SeenOutput {
	workflowId: string;
	/** The whole address at which the editor listens for a test call. */
	webhook: string;
	/** What the form has besides the recording. */
	fields?: Record<string, string>;
	node: string;
	form: 'table' | 'json' | 'binary';
	/** What stands at the beginning. */
	first: string;
	/** What must stand there as well, and is brought into sight. */
	text: string;
	/** The parameter that makes it, brought into sight as well. */
	parameter?: string;
	/** Name of the picture. */
	shot: string;
}

/** Runs a workflow from the editor with the sample recording, and looks at what one of its nodes put out. */
export async function seeOutput(editor: Editor, seen: SeenOutput): Promise<void> {
	await editor.openWorkflow(seen.workflowId);
	await editor.part('execute-workflow-button').click();
	await editor.part('stop-execution-waiting-for-webhook-button').waitFor();
	await postRecording(seen.webhook, SAMPLE_RECORDING, seen.fields ?? {});
	await editor.hasRun(seen.node).waitFor();
	await editor.openNode(seen.node);
	await editor.showOutputAs(seen.form);
	await editor.part('output-panel').getByText(seen.first).first().waitFor();
	await editor.showInOutput(seen.text);
	if (seen.parameter !== undefined) {
		await editor.part(`parameter-input-${seen.parameter}`).first().scrollIntoViewIfNeeded();
	}
	await editor.shoot(seen.shot);
	await editor.closeNode();
}
