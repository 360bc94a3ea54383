import assert from 'node:assert/strict';
import { cutTexts } from './cutTexts';
import type { Editor } from './Editor';

/** n8n itself writes these into boxes that are too narrow for them. */
const OF_N8N_ITSELF = ['From list', 'From List'];

/** Opens each node of a workflow, in the light and in the dark theme. @returns how many texts were measured */
export async function measureLabels(
	editor: Editor,
	workflowId: string,
	nodes: string[],
): Promise<number> {
	await editor.openWorkflow(workflowId);
	const cut: string[] = [];
	let total = 0;
	for (const name of nodes) {
		await editor.openNode(name);
		for (const theme of ['dark', 'light'] as const) {
			await editor.switchTo(theme);
			const measured = await cutTexts(editor.page);
			total += measured.seen;
			const ours = measured.cut.filter((text) => !OF_N8N_ITSELF.includes(text));
			cut.push(...ours.map((text) => `${name} (${theme}): ${text}`));
		}
		await editor.closeNode();
	}
	assert.deepEqual(cut, []);
	return total;
}
