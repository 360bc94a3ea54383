import type { Locator, Page } from 'playwright-core';
import path from 'node:path';
import { OWNER } from '../client/Session';

/** Where the mouse points at nothing that would show a hint. */
const ABOVE_THE_PANEL = { x: 640, y: 8 };

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

	/** An entry of the list from which nodes are added. */
	creatorItem(name: string): Locator {
		return this.page
			.locator('[data-test-id="node-creator-item-name"], [data-test-id="node-creator-action-item"]')
			.filter({ hasText: name })
			.first();
	}

	/** A list that is still sliding in, or a button whose last step is just ending, takes a click and does nothing. */
	async clickUntil(button: Locator, shown: Locator): Promise<void> {
		const patience = { timeout: 5000 };
		for (let attempt = 0; attempt < 5; attempt++) {
			await button.click(patience).catch(() => undefined);
			const isShown = await shown.waitFor(patience).then(
				() => true,
				() => false,
			);
			if (isShown) return;
		}
		await shown.waitFor();
	}

	/** The input of a parameter, by the parameter's name. */
	field(parameter: string): Locator {
		return this.part(`parameter-input-${parameter}`).locator('input, textarea').first();
	}

	/** Opens the list of a parameter and picks an entry by its label. */
	async choose(parameter: string, label: string): Promise<void> {
		await this.part(`parameter-input-${parameter}`).last().click();
		await this.page.getByRole('option', { name: label }).first().click();
	}

	/** @param form one of the ways in which the editor shows what a node put out */
	async showOutputAs(form: 'table' | 'json' | 'schema' | 'binary'): Promise<void> {
		await this.part('output-panel').locator(`[data-test-id="radio-button-${form}"]`).click();
	}

	/** Scrolls to a text in what a node put out: n8n draws only the part of a long output that is in sight. */
	async showInOutput(text: string): Promise<void> {
		const panel = this.part('output-panel');
		const place = panel.getByText(text).first();
		await panel.hover();
		for (let screens = 0; screens < 20 && !(await place.isVisible()); screens++) {
			await this.page.mouse.wheel(0, 300);
			await this.page.waitForTimeout(200);
		}
		await place.waitFor({ timeout: 5000 });
		await place.scrollIntoViewIfNeeded();
	}

	async go(path: string): Promise<void> {
		await this.page.goto(`${this.url}${path}`);
	}

	async logIn(): Promise<void> {
		await this.go('/signin');
		await this.page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await this.page.locator('input[type=password]').fill(OWNER.password);
		await this.part('form-submit-button').click();
		await this.page.waitForURL(/home/);
	}

	async openWorkflow(id: string): Promise<void> {
		await this.go(`/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}

	/** The mark of a node that has put something out. */
	hasRun(name: string): Locator {
		return this.node(name).locator('[data-test-id="canvas-node-status-success"]');
	}

	private node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.part('ndv').waitFor();
	}

	/** Within a field the first Escape only leaves the field. */
	async closeNode(): Promise<void> {
		const panel = this.part('ndv');
		for (let attempt = 0; attempt < 3; attempt++) {
			await this.page.keyboard.press('Escape');
			const isClosed = await panel.waitFor({ state: 'hidden', timeout: 5000 }).then(
				() => true,
				() => false,
			);
			if (isClosed) return;
		}
		await panel.waitFor({ state: 'hidden' });
	}

	/** As the setting of the theme does, until the page is loaded anew. */
	async switchTo(theme: 'dark' | 'light'): Promise<void> {
		await this.page.evaluate(`document.body.setAttribute('data-theme', '${theme}')`);
	}

	/** Keeps what the window shows as docs/panels/<name>.png. */
	async shoot(name: string): Promise<void> {
		await this.page.getByText('Loading fields').first().waitFor({ state: 'hidden' });
		await this.page.mouse.move(ABOVE_THE_PANEL.x, ABOVE_THE_PANEL.y);
		await this.page.screenshot({
			path: path.join(this.shots, `${name}.png`),
			animations: 'disabled',
			caret: 'hide',
		});
	}
}
