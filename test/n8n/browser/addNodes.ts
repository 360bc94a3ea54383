import assert from 'node:assert/strict';
import type { Editor } from './Editor';

const NODES = [
	{ name: 'AssemblyAI Transcribe', action: 'Transcribe audio' },
	{ name: 'LLM Gateway Ask Questions', action: 'Ask questions about a transcript' },
];

/** Finds both nodes by the word a user would try, and puts them into a new workflow. */
export async function addNodesBySearch(editor: Editor): Promise<void> {
	await editor.go('/workflow/new');
	await editor.part('canvas-add-button').click();
	await editor.part('node-creator-search-bar').fill('manual');
	await editor.creatorItem('Manual Trigger').click();
	for (const [index, { name, action }] of NODES.entries()) {
		await editor.part('node-creator-plus-button').click();
		await editor.part('node-creator-search-bar').fill('AssemblyAI');
		await editor.creatorItem(name).waitFor();
		if (index === 0) await seeFirst(editor, name);
		if (index === 0) await editor.shoot('node-search');
		await editor.creatorItem(name).click();
		await editor.clickUntil(editor.creatorItem(action), editor.part('ndv'));
		if (index === 1) await seePreview(editor);
		await editor.shoot(index === 0 ? 'transcribe-panel' : 'ask-panel');
		if (index === 1) {
			await editor.switchTo('dark');
			await editor.shoot('ask-panel-dark');
			await editor.switchTo('light');
		}
		await editor.closeNode();
	}
	await seeAnswersToMap(editor);
}

/** Behind a node that has never run, the example question's answer and its quote are there to be dragged. */
async function seeAnswersToMap(editor: Editor): Promise<void> {
	await editor.part('node-creator-plus-button').click();
	await editor.part('node-creator-search-bar').fill('Edit Fields');
	await editor.clickUntil(editor.creatorItem('Edit Fields'), editor.part('ndv'));
	const preview = editor.part('ndv-input-panel');
	for (const field of ['customer_sentiment', 'reason', 'quote', 'at']) {
		await preview.getByText(field, { exact: true }).first().waitFor();
	}
	await editor.shoot('answers-to-map');
	await editor.closeNode();
}

/** Words under which people look for such a node. */
const WORDS = ['audio', 'meeting', 'voice', 'video', 'subtitles', 'whisper', 'summarize', 'stt'];

/** Not the trigger, whose name n8n shortens to that of the service. */
async function seeFirst(editor: Editor, name: string): Promise<void> {
	const first = editor.part('node-creator-item-name').first();
	assert.equal(await first.innerText(), name);
	for (const word of WORDS) {
		await editor.part('node-creator-search-bar').fill(word);
		await editor.creatorItem(name).waitFor();
	}
	await editor.part('node-creator-search-bar').fill('AssemblyAI');
	await editor.creatorItem(name).waitFor();
}

/** What the node before puts out, although it has never run: from the schema that the package brings. */
async function seePreview(editor: Editor): Promise<void> {
	await editor.part('ndv-input-panel').getByText('durationSeconds').waitFor();
}
