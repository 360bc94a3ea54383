import type { InstalledN8n } from '../install/installN8n';
import { installPackage } from '../install/installPackage';
import { startWebhookProcess, type WebhookProcess } from './startWebhookProcess';
import { startWorker, type WorkerPlace } from './startWorker';
import type { BackgroundProcess } from '../server/BackgroundProcess';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { temporaryFolder } from '../../support/n8n/folders';

export interface WorkersOptions {
	installed: InstalledN8n;
	/** The packed package. */
	tarball: string;
	/** What they have in common with the main process. */
	environment: NodeJS.ProcessEnv;
	cleanup: Cleanup;
}

const STARTED = /Worker started execution (\d+) /g;

/** The workers of one n8n, each with a user folder of its own as on a machine of its own. */
export class Workers {
	private readonly all: BackgroundProcess[] = [];

	constructor(private readonly options: WorkersOptions) {}

	/** Starts some more. @param more environment variables for these */
	async start(count: number, more: NodeJS.ProcessEnv = {}): Promise<void> {
		await Promise.all(Array.from({ length: count }, async () => await this.startOne(more)));
	}

	/** All at once, without a chance to end what they do. */
	killAll(): void {
		for (const worker of this.all) worker.endGroup();
	}

	/** In order: each may end what it does. */
	async stopAll(): Promise<void> {
		await Promise.all(this.all.map(async (worker) => await worker.stop()));
	}

	/** Those that took up an execution, by what they wrote: more than one when it was run again. */
	thatRan(executionId: string): BackgroundProcess[] {
		return this.all.filter(({ log }) => startedIn(log).includes(executionId));
	}

	/** The execution that was taken up last. */
	get latestExecution(): string | undefined {
		const ids = this.all.flatMap(({ log }) => startedIn(log)).map(Number);
		return ids.length > 0 ? String(Math.max(...ids)) : undefined;
	}

	/** Starts a process beside them that takes the calls, with the package as well. */
	async startWebhooks(): Promise<WebhookProcess> {
		return await startWebhookProcess(await this.place());
	}

	private async startOne(more: NodeJS.ProcessEnv): Promise<void> {
		this.all.push(await startWorker(await this.place(more)));
	}

	private async place(more: NodeJS.ProcessEnv = {}): Promise<WorkerPlace> {
		const { installed, tarball, environment, cleanup } = this.options;
		const userFolder = await temporaryFolder('n8n-worker-', cleanup);
		await installPackage(tarball, userFolder, installed);
		return { installed, userFolder, environment: { ...environment, ...more }, cleanup };
	}
}

function startedIn(log: string): string[] {
	return [...log.matchAll(STARTED)].flatMap(([, id]) => id ?? []);
}
