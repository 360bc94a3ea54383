import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { CannotRunError } from '../../../support/n8n/CannotRunError';

export interface Programs {
	redisServer: string;
	initdb: string;
	postgres: string;
}

/** Debian keeps PostgreSQL's own programs out of PATH, in a folder for each version. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';
const USUAL_FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** @throws CannotRunError when one of them is missing */
export async function findPrograms(): Promise<Programs> {
	const versions = await readdir(POSTGRES_VERSIONS).catch(() => []);
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const folders = [
		...(process.env.PATH ?? '').split(path.delimiter),
		...newestFirst.map((version) => path.join(POSTGRES_VERSIONS, version, 'bin')),
		...USUAL_FOLDERS,
	].filter(Boolean);
	const [redisServer, initdb, postgres] = await Promise.all(
		['redis-server', 'initdb', 'postgres'].map(async (name) => await findIn(folders, name)),
	);
	if (redisServer && initdb && postgres) return { redisServer, initdb, postgres };
	throw new CannotRunError(
		'Queue mode needs Redis and PostgreSQL on this machine: apt-get install redis-server postgresql',
	);
}

async function findIn(folders: string[], name: string): Promise<string | undefined> {
	for (const folder of folders) {
		const file = path.join(folder, name);
		const isThere = await access(file, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (isThere) return file;
	}
	return undefined;
}
