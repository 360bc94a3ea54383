import type { Editor } from './Editor';

/** The chat model under the agent of an example: its panel, with the models of the account's region. */
export async function seeChatModel(editor: Editor, workflowId: string): Promise<void> {
	await editor.openWorkflow(workflowId);
	await editor.openNode('LLM Gateway Chat Model');
	await editor.part('resource-locator-model').waitFor();
	await editor.shoot('chat-model');
	await editor.closeNode();
}
