import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { Chromium } from '../install/chromium';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { temporaryFolder } from '../../support/n8n/folders';

/** The first view of the editor takes long on a busy machine. */
const PATIENCE_MS = 60_000;

const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface Browser {
	page: Page;
	/** What the page wrote to the console as an error, and exceptions that nobody caught. */
	faults: string[];
}

/** A browser without a window and with a fresh profile, that reaches loopback only. */
export async function openBrowser(
	{ executable, env }: Chromium,
	cleanup: Cleanup,
): Promise<Browser> {
	const profile = await temporaryFolder('n8n-browser-', cleanup);
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: executable,
		env,
		headless: true,
		viewport: { width: 1400, height: 900 },
		reducedMotion: 'reduce',
		args: QUIET,
	});
	cleanup.add(async () => await context.close());
	await keepOnLoopback(context);
	const page = context.pages()[0] ?? (await context.newPage());
	page.setDefaultTimeout(PATIENCE_MS);
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`${error.message} (${page.url()})`));
	page.on('console', (message) => {
		if (message.type() !== 'error') return;
		faults.push(`${message.text()} (${message.location().url})`);
	});
	return { page, faults };
}

async function keepOnLoopback(context: BrowserContext): Promise<void> {
	await context.route('**/*', async (route) => {
		const { hostname, protocol } = new URL(route.request().url());
		const isOutside = protocol.startsWith('http') && hostname !== '127.0.0.1';
		await (isOutside ? route.fulfill({ json: [] }) : route.continue());
	});
}
