import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../../test/n8n/client/Session';
import { PACKAGE } from '../../test/n8n/install/installPackage';
import type { BackgroundProcess } from '../../test/n8n/server/BackgroundProcess';
import type { Cleanup } from '../../test/support/n8n/Cleanup';
import { eventually } from '../../test/support/n8n/eventually';

/** `silent`: n8n has not said anything in time. */
export type Outcome = 'reloaded' | 'failed' | 'silent';

const BEGIN_TIME_LIMIT_MS = 15_000;
const RELOAD_TIME_LIMIT_MS = 30_000;
const START_TIME_LIMIT_MS = 60_000;
const START_INTERVAL_MS = 1000;

/** What becomes of a change in the package's folder, which a running n8n watches (N8N_DEV_RELOAD). */
export class Reloads {
	private readonly emitter = new EventEmitter<{ begun: []; outcome: [Outcome] }>();

	/** Success is told to editors only, failure is written to the log only. */
	async listen(session: Session, process: BackgroundProcess, cleanup: Cleanup): Promise<void> {
		const stop = await session.onReload(() => this.emitter.emit('outcome', 'reloaded'));
		cleanup.add(async () => stop());
		process.onLine((line) => {
			if (line.includes(`Hot reload triggered for ${PACKAGE}`)) this.emitter.emit('begun');
			if (line.includes(`Hot reload failed for ${PACKAGE}`)) this.emitter.emit('outcome', 'failed');
		});
	}

	/** Of a reload that begins from now on: one under way may have read what was there before. */
	async next(beginsWithinMs = BEGIN_TIME_LIMIT_MS): Promise<Outcome> {
		return await new Promise((resolve) => {
			const settle = (outcome: Outcome) => {
				clearTimeout(timer);
				this.emitter.off('begun', heed);
				this.emitter.off('outcome', settle);
				resolve(outcome);
			};
			const giveUp = () => settle('silent');
			const heed = () => {
				clearTimeout(timer);
				timer = setTimeout(giveUp, RELOAD_TIME_LIMIT_MS);
				this.emitter.on('outcome', settle);
			};
			let timer = setTimeout(giveUp, beginsWithinMs);
			this.emitter.once('begun', heed);
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
