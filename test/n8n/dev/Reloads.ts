import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../client/Session';
import { PACKAGE } from '../install/installPackage';
import type { BackgroundProcess } from '../server/BackgroundProcess';
import type { Cleanup } from '../support/Cleanup';
import { eventually } from '../support/eventually';

/** `silent`: n8n has not said anything in time. */
export type Outcome = 'reloaded' | 'failed' | 'silent';

const RELOAD_TIME_LIMIT_MS = 15_000;
const START_TIME_LIMIT_MS = 60_000;
const START_INTERVAL_MS = 2000;

/** What becomes of a change in the package's folder, which a running n8n watches (N8N_DEV_RELOAD). */
export class Reloads {
	private readonly emitter = new EventEmitter<{ outcome: [Outcome] }>();

	/** Success is told to editors only, failure is written to the log only. */
	async listen(session: Session, process: BackgroundProcess, cleanup: Cleanup): Promise<void> {
		const stop = await session.onReload(() => this.emitter.emit('outcome', 'reloaded'));
		cleanup.add(async () => stop());
		process.onLine((line) => {
			if (line.includes(`Hot reload failed for ${PACKAGE}`)) this.emitter.emit('outcome', 'failed');
		});
	}

	async next(timeLimitMs = RELOAD_TIME_LIMIT_MS): Promise<Outcome> {
		return await new Promise((resolve) => {
			const settle = (outcome: Outcome) => {
				clearTimeout(timer);
				this.emitter.off('outcome', settle);
				resolve(outcome);
			};
			const timer = setTimeout(() => settle('silent'), timeLimitMs);
			this.emitter.on('outcome', settle);
		});
	}

	/** n8n begins to watch some time after it answers and does not say when: changes a file until it has seen that. */
	async untilWatching(packageFolder: string): Promise<void> {
		const file = path.join(packageFolder, 'changed');
		await eventually('n8n to watch the nodes', START_TIME_LIMIT_MS, async () => {
			await writeFile(file, String(performance.now()));
			return (await this.next(START_INTERVAL_MS)) === 'silent' ? undefined : true;
		});
	}
}
