import { Editor } from '../browser/Editor';
import { everyPanel } from '../browser/everyPanel';
import { measureLabels } from '../browser/measureLabels';
import { openBrowser } from '../browser/openBrowser';
import type { Chromium } from '../install/chromium';
import type { Scenario } from './World';

/** @param shots folder for the screenshots */
export function labelsScenario(chromium: Chromium, shots: string): Scenario {
	return {
		title: 'Labels in the editor',
		async run({ account, api, n8n, steps, cleanup }) {
			const panels = everyPanel(account);
			const { id } = await api.createWorkflow(panels);
			const { page } = await openBrowser(chromium, cleanup);
			const editor = new Editor(page, n8n.url, shots);
			await editor.logIn();
			await steps.run(`No text is cut off in ${panels.nodes.length} panels`, async () => {
				const names = panels.nodes.map(({ name }) => name);
				const texts = await measureLabels(editor, id, names);
				steps.note(`${texts} texts measured, in light and dark`);
			});
		},
	};
}
