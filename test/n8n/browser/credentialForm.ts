import assert from 'node:assert/strict';
import type { Sandbox } from '../../../sandbox';
import type { Editor } from './Editor';

const WRONG_KEY = 'not-the-key';

/** Creates the credential as a user does: first with a wrong key, then with the right one. */
export async function fillCredentialForm(editor: Editor, sandbox: Sandbox): Promise<void> {
	const { page } = editor;
	await editor.go('/home/credentials/create');
	await editor.part('new-credential-type-select').locator('input').fill('AssemblyAI');
	await page.getByRole('option', { name: 'AssemblyAI API', exact: true }).click();
	await editor.part('new-credential-type-button').click();
	// n8n makes the name of a new credential from the label of its type.
	const name = editor.part('credential-name').getByText('AssemblyAI account');
	await name.locator('visible=true').first().waitFor();

	await editor.field('apiKey').fill(WRONG_KEY);
	await editor.choose('region', 'Custom');
	await editor.field('speechToTextUrl').fill(sandbox.url);
	await editor.field('llmGatewayUrl').fill(sandbox.url);
	await editor.part('credential-save-button').click();
	const failure = page.getByText('Couldn’t connect with these settings').first();
	await failure.waitFor();
	await editor.shoot('credential-test-fails');

	await editor.field('apiKey').fill(sandbox.apiKey);
	await editor.part('credential-save-button').click();
	await page.getByText('Connection tested successfully').waitFor();
	assert.equal(await failure.isVisible(), false);
	await editor.shoot('credential-test-passes');
	await page.keyboard.press('Escape');
}
