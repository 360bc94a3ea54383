import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Editor } from './Editor';

/** From an empty canvas to answers, the credential being there. */
const MOST_CLICKS = 8;

/**
 * The way of somebody who has never seen the nodes: finds them by search, gives the address of a recording, and
 * runs. Each step is a picture of docs/first-answers.md.
 */
export async function firstAnswers(editor: Editor, recordingUrl: string): Promise<void> {
	const { page } = editor;
	let clicks = 0;
	const click = async (button: Locator) => {
		clicks++;
		await button.click();
	};
	await editor.go('/workflow/new');
	await click(editor.part('canvas-add-button'));
	await find(editor, 'AssemblyAI', 'AssemblyAI Transcribe');
	await editor.shoot('first-1-search');
	await page.keyboard.press('Enter');
	clicks++;
	await editor.clickUntil(editor.creatorItem('Transcribe audio'), editor.part('ndv'));
	await click(editor.part('parameter-input-source').last());
	await click(page.getByRole('option', { name: 'URL' }).first());
	await editor.field('audioUrl').fill(recordingUrl);
	// A tip lies over the next field for as long as one types.
	await editor.field('audioUrl').blur();
	await editor.shoot('first-2-recording');
	await click(editor.part('ndv-close-button').or(editor.part('back-to-canvas')).first());
	await editor.part('ndv').waitFor({ state: 'hidden' });
	await click(editor.part('canvas-handle-plus').last());
	await find(editor, 'Ask Questions', 'LLM Gateway Ask Questions');
	await editor.shoot('first-3-next-node');
	await page.keyboard.press('Enter');
	clicks++;
	await editor.clickUntil(
		editor.creatorItem('Ask questions about a transcript'),
		editor.part('ndv'),
	);
	await click(editor.part('node-execute-button'));
	const output = editor.part('output-panel');
	await output.getByText('customer_sentiment').first().waitFor();
	await output.getByText('positive').first().waitFor();
	await editor.shoot('first-4-answers');
	assert.ok(clicks <= MOST_CLICKS, `It took ${clicks} clicks`);
	await editor.closeNode();
}

async function find(editor: Editor, text: string, name: string): Promise<void> {
	await editor.part('node-creator-search-bar').fill(text);
	// Enter takes the first entry, once the list is the one of this text.
	const first = editor.part('node-creator-item-name').first();
	await first.filter({ hasText: name }).waitFor();
}
