import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { NODES_FOLDER, PACKAGE } from '../../test/n8n/install/installPackage';
import { CACHE, REPOSITORY } from '../../test/support/n8n/folders';
import type { Cleanup } from '../../test/support/n8n/Cleanup';

const furnishingSchema = z.object({
	account: z.object({ id: z.string(), name: z.string() }),
	/** What the credential says. */
	sandboxUrl: z.string(),
});

/** What has been put into n8n. */
export type Furnishing = z.infer<typeof furnishingSchema>;

/** The folder in which n8n keeps everything between one `npm run dev` and the next. */
export class DevHome {
	private constructor(
		readonly folder: string,
		/** Undefined before the first start has come to its end. */
		readonly furnishing: Furnishing | undefined,
	) {}

	/**
	 * @param isFresh forgets what an earlier start left
	 * @throws Error when another process has it
	 */
	static async open(version: string, isFresh: boolean, cleanup: Cleanup): Promise<DevHome> {
		const folder = path.join(CACHE, `dev-${version}`);
		await assertUnused(folder);
		const furnishing = isFresh ? undefined : await readFurnishing(folder);
		// A first start that was interrupted is begun again.
		if (!furnishing) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		const home = new DevHome(folder, furnishing);
		await rm(home.packageFolder, { recursive: true, force: true });
		await mkdir(home.packageFolder, { recursive: true });
		await copyFile(
			path.join(REPOSITORY, 'package.json'),
			path.join(home.packageFolder, 'package.json'),
		);
		await writeFile(userFile(folder), String(process.pid));
		cleanup.add(async () => await rm(userFile(folder)));
		return home;
	}

	/**
	 * Where n8n has an installed community node. A real folder and no link to the repository: n8n watches all that
	 * is in it, and forgets loaded modules by their true path.
	 */
	get packageFolder(): string {
		return path.join(this.folder, NODES_FOLDER, 'node_modules', PACKAGE);
	}

	async keep(furnishing: Furnishing): Promise<void> {
		await writeFile(furnishingFile(this.folder), JSON.stringify(furnishing));
	}
}

async function readFurnishing(folder: string): Promise<Furnishing | undefined> {
	const file = furnishingFile(folder);
	if (!existsSync(file)) return undefined;
	return furnishingSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Two n8n on one database, and two builds into one folder, would spoil both. */
async function assertUnused(folder: string): Promise<void> {
	const file = userFile(folder);
	if (!existsSync(file)) return;
	const user = Number(await readFile(file, 'utf8'));
	if (isAlive(user)) {
		throw new Error(
			`Process ${user} is at work in ${folder}. If it is not \`npm run dev\`, remove ${file}.`,
		);
	}
}

function isAlive(processId: number): boolean {
	try {
		return process.kill(processId, 0);
	} catch {
		return false;
	}
}

const furnishingFile = (folder: string) => path.join(folder, 'furnishing.json');
const userFile = (folder: string) => path.join(folder, 'process-id');
