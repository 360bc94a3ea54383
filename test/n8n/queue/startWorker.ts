import { fetch } from 'undici';
import type { InstalledN8n } from '../install/installN8n';
import { BackgroundProcess } from '../server/BackgroundProcess';
import { freePort } from '../server/freePort';
import { n8nEnvironment } from '../server/n8nEnvironment';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { eventually } from '../../support/n8n/eventually';

export interface WorkerPlace {
	installed: InstalledN8n;
	/** In which the package is installed. */
	userFolder: string;
	/** What it has in common with the main process, and what it has not. */
	environment: NodeJS.ProcessEnv;
	cleanup: Cleanup;
}

const START_TIME_LIMIT_MS = 120_000;

/** Starts a worker and waits until it takes jobs. */
export async function startWorker({
	installed: { executable, script, env },
	userFolder,
	environment,
	cleanup,
}: WorkerPlace): Promise<BackgroundProcess> {
	const [port, brokerPort, healthPort] = [await freePort(), await freePort(), await freePort()];
	const worker = new BackgroundProcess({
		name: 'The worker',
		command: executable,
		args: [script, 'worker', '--concurrency=5'],
		cwd: userFolder,
		env: {
			...env,
			...n8nEnvironment({ userFolder, port, brokerPort }),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(healthPort),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			...environment,
		},
	});
	cleanup.add(async () => await worker.stop());
	const health = `http://127.0.0.1:${healthPort}/healthz/readiness`;
	await eventually('the worker to be ready', START_TIME_LIMIT_MS, async () => {
		worker.assertRunning();
		const reply = await fetch(health);
		await reply.body?.cancel();
		return reply.ok || undefined;
	});
	return worker;
}
