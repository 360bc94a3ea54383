import type { Locator, Page } from 'playwright-core';
import path from 'node:path';
import { OWNER } from '../client/Session';

/** n8n's editor as a user sees it. Its parts are found by the ids that n8n's own tests use. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
		private readonly shots: string,
	) {}

	part(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	async logIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await this.page.locator('input[type=password]').fill(OWNER.password);
		await this.part('form-submit-button').click();
		await this.page.waitForURL(/home/);
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}

	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.part('ndv').waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.part('ndv').waitFor({ state: 'hidden' });
	}

	/** Keeps what the window shows as docs/panels/<name>.png. */
	async shoot(name: string): Promise<void> {
		await this.page.mouse.move(0, 0);
		await this.page.screenshot({
			path: path.join(this.shots, `${name}.png`),
			animations: 'disabled',
			caret: 'hide',
		});
	}
}
