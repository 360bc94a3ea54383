import path from 'node:path';
import type { Page } from 'playwright-core';
import { CACHE } from '../../support/n8n/folders';
import type { Steps } from '../../support/n8n/Steps';

const FAILURE = path.join(CACHE, 'failure.png');

/** Steps in a window, of which a picture is kept when one of them fails. */
export function stepsInSight(page: Page, steps: Steps) {
	return async (what: string, work: () => Promise<void>): Promise<void> => {
		try {
			await steps.run(what, work);
		} catch (error) {
			await page.screenshot({ path: FAILURE });
			steps.note(`What the window showed: ${FAILURE}`);
			throw error;
		}
	};
}
