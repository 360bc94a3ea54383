import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { CACHE, REPOSITORY, temporaryFolder } from '../../support/n8n/folders';

const COPIED = [
	'credentials',
	'examples',
	'index.ts',
	'nodes',
	'package.json',
	'sandbox',
	'test',
	'tools',
	'tsconfig.json',
];

/** What a version of n8n takes minutes to install, and what it needs to run. */
const INSTALLED = /^(n8n|node)-/;

/** The repository in a temporary folder, to be changed at will. It shares what is installed and nothing else. */
export async function copyRepository(cleanup: Cleanup): Promise<string> {
	const copy = await temporaryFolder('n8n-dev-', cleanup);
	for (const name of COPIED) {
		await cp(path.join(REPOSITORY, name), path.join(copy, name), {
			recursive: true,
			filter: (file) => file !== CACHE,
		});
	}
	await symlink(path.join(REPOSITORY, 'node_modules'), path.join(copy, 'node_modules'));
	const cache = path.join(copy, path.relative(REPOSITORY, CACHE));
	await mkdir(cache);
	for (const name of await readdir(CACHE)) {
		if (INSTALLED.test(name)) await symlink(path.join(CACHE, name), path.join(cache, name));
	}
	return copy;
}
