import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { Cleanup } from '../../test/support/n8n/Cleanup';
import { watchAssets } from './watchAssets';
import { watchCode } from './watchCode';

interface Events {
	/** What was done, e.g. `rebuilt in 1.2 s`. */
	built: [string];
	/** Why nothing was, in full. */
	broken: [string];
}

/** Keeps the built package in a folder in step with its sources. */
export class PackageWatch extends EventEmitter<Events> {
	/** @param packageFolder holds the package.json already */
	constructor(
		private readonly repository: string,
		private readonly packageFolder: string,
	) {
		super();
	}

	/** Builds everything, and waits for that, also when something has to be mended first. */
	async start(cleanup: Cleanup): Promise<void> {
		const dist = path.join(this.packageFolder, 'dist');
		const stopAssets = await watchAssets(
			this.repository,
			dist,
			(file) => this.emit('built', `copied ${file}`),
			(error) => this.emit('broken', String(error)),
		);
		cleanup.add(stopAssets);
		await new Promise<void>((resolve) => {
			const stopCode = watchCode(this.repository, dist, ({ seconds, faults, isNew }) => {
				if (faults !== '') {
					this.emit('broken', faults);
					return;
				}
				if (isNew) this.emit('built', `rebuilt in ${seconds.toFixed(1)} s`);
				resolve();
			});
			cleanup.add(async () => stopCode());
		});
	}
}
