import { SAMPLE_RECORDING } from '../../support/n8n/folders';
import type { Editor } from './Editor';

/** Sends a recording by the form of an active workflow, and waits for the page with the answers. */
export async function fillAnswersForm(editor: Editor): Promise<void> {
	const { page } = editor;
	await editor.go('/form/call-answers');
	await page.locator('input[type="file"]').setInputFiles(SAMPLE_RECORDING);
	await editor.shoot('form');
	await page.getByRole('button', { name: 'Submit' }).click();
	await page.getByText('How the customer feels at the end: positive').waitFor();
	await page.getByText('Now that sounds interesting.').waitFor();
	await page.getByText('Speaker B, at 00:41').waitFor();
	await editor.shoot('form-answers');
}
