import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];

afterAll(async () => {
	await Promise.all(made.splice(0).map(async (folder) => await rm(folder, { recursive: true })));
});

/** A new folder, which is gone when the test file has ended. */
export async function temporaryFolder(prefix: string): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), prefix));
	made.push(folder);
	return folder;
}
