import { fetch } from 'undici';
import { eventually } from '../../support/n8n/eventually';
import { SAMPLE_RECORDING } from '../../support/n8n/folders';
import type { Editor } from './Editor';

const FORM = '/form/call-answers';

/** Sends a recording by the form of an active workflow, and waits for the page with the answers. */
export async function fillAnswersForm(editor: Editor, url: string): Promise<void> {
	const { page } = editor;
	// n8n registers a form some time after it has said that the workflow is active.
	await eventually('the form', 30_000, async () => {
		const { ok } = await fetch(`${url}${FORM}`);
		return ok || undefined;
	});
	await editor.go(FORM);
	await page.locator('input[type="file"]').setInputFiles(SAMPLE_RECORDING);
	await editor.shoot('form');
	await page.getByRole('button', { name: 'Submit' }).click();
	await page.getByText('How the customer feels at the end: positive').waitFor();
	await page.getByText('Now that sounds interesting.').waitFor();
	await page.getByText('Speaker B, at 00:41').waitFor();
	await editor.shoot('form-answers');
}
