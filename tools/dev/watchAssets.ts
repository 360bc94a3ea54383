import { once } from 'node:events';
import { copyFile, cp, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';

const FOLDERS = ['credentials', 'nodes'];

/** Icons, codex files and schemas of outputs, as the task `assets` of gulpfile.js has it. */
const ASSET = /\.(svg|json)$/;

/**
 * Copies now and after each change what is no code but belongs to the nodes.
 * @param copied gets the file that was changed
 * @returns ends it
 */
export async function watchAssets(
	repository: string,
	target: string,
	copied: (file: string) => void,
	failed: (error: unknown) => void,
): Promise<() => Promise<void>> {
	const watcher = watch(FOLDERS, {
		cwd: repository,
		ignoreInitial: true,
		// A file is empty for a moment while it is written.
		awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
		ignored: (file, stats) => stats?.isFile() === true && !ASSET.test(file),
	});
	watcher.on('all', (event, file) => {
		if (event !== 'add' && event !== 'change') return;
		copyOne(path.join(repository, file), path.join(target, file)).then(() => copied(file), failed);
	});
	await once(watcher, 'ready');
	await copyAll(repository, target);
	return async () => await watcher.close();
}

async function copyAll(repository: string, target: string): Promise<void> {
	for (const folder of FOLDERS) {
		await cp(path.join(repository, folder), path.join(target, folder), {
			recursive: true,
			filter: async (file) => ASSET.test(file) || (await stat(file)).isDirectory(),
		});
	}
}

async function copyOne(from: string, to: string): Promise<void> {
	await mkdir(path.dirname(to), { recursive: true });
	await copyFile(from, to);
}
