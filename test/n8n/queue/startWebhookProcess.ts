import { fetch } from 'undici';
import { BackgroundProcess } from '../server/BackgroundProcess';
import { freePort } from '../server/freePort';
import { n8nEnvironment } from '../server/n8nEnvironment';
import { eventually } from '../../support/n8n/eventually';
import type { WorkerPlace } from './startWorker';

const START_TIME_LIMIT_MS = 120_000;

/** A process that takes calls in place of the main process, and runs nothing. */
export interface WebhookProcess {
	/** Without a slash at the end. */
	url: string;
	process: BackgroundProcess;
}

/** Starts one, and waits until it takes calls. */
export async function startWebhookProcess({
	installed: { executable, script, env },
	userFolder,
	environment,
	cleanup,
}: WorkerPlace): Promise<WebhookProcess> {
	const [port, brokerPort] = [await freePort(), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const webhooks = new BackgroundProcess({
		name: 'The webhook process',
		command: executable,
		args: [script, 'webhook'],
		cwd: userFolder,
		env: {
			...env,
			...n8nEnvironment({ userFolder, port, brokerPort }),
			...environment,
			WEBHOOK_URL: `${url}/`,
		},
	});
	cleanup.add(async () => await webhooks.stop());
	await eventually('the webhook process to be ready', START_TIME_LIMIT_MS, async () => {
		webhooks.assertRunning();
		const reply = await fetch(`${url}/healthz/readiness`);
		await reply.body?.cancel();
		return reply.ok || undefined;
	});
	return { url, process: webhooks };
}
