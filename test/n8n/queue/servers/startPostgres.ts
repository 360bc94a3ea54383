import { chown } from 'node:fs/promises';
import path from 'node:path';
import { BackgroundProcess } from '../../server/BackgroundProcess';
import { freePort } from '../../server/freePort';
import { CannotRunError } from '../../../support/n8n/CannotRunError';
import type { Cleanup } from '../../../support/n8n/Cleanup';
import { temporaryFolder } from '../../../support/n8n/folders';
import { runCommand } from '../../../support/n8n/runCommand';
import type { Programs } from './findPrograms';

export interface Postgres {
	port: number;
	user: string;
	database: string;
}

const START_TIME_LIMIT_MS = 60_000;
const OWNER = 'n8n';
/** PostgreSQL makes it together with its data folder. */
const DATABASE = 'postgres';

/** What is written need not outlive the machine. */
const IN_NO_FEAR = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A PostgreSQL on loopback with an empty database. */
export async function startPostgres(
	{ initdb, postgres }: Pick<Programs, 'initdb' | 'postgres'>,
	cleanup: Cleanup,
): Promise<Postgres> {
	const folder = await temporaryFolder('n8n-postgres-', cleanup);
	const user = await userFor(folder);
	const data = path.join(folder, 'data');
	const port = await freePort();
	const env = { ...process.env, LC_ALL: 'C' };
	const create = ['--pgdata', data, '--username', OWNER, '--auth', 'trust', '--encoding', 'UTF8'];
	await runCommand(initdb, [...create, '--no-sync'], { cwd: folder, env, ...(user && { user }) });
	const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
	const server = new BackgroundProcess({
		name: 'PostgreSQL',
		command: postgres,
		args: ['-D', data, ...[...settings, ...IN_NO_FEAR].flatMap((setting) => ['-c', setting])],
		cwd: folder,
		env,
		...(user && { user }),
	});
	// SIGINT ends its connections; SIGTERM would wait for them.
	cleanup.add(async () => await server.stop('SIGINT'));
	await server.toWrite('database system is ready to accept connections', START_TIME_LIMIT_MS);
	return { port, user: OWNER, database: DATABASE };
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package makes. */
async function userFor(folder: string): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(
		['--user', '--group'].map(async (part) => {
			const id = await runCommand('id', [part, 'postgres'], { cwd: folder }).catch(() => '');
			return Number.parseInt(id, 10);
		}),
	);
	if (uid === undefined || gid === undefined || Number.isNaN(uid + gid)) {
		throw new CannotRunError(
			'PostgreSQL does not run as root: run the test as another user, or add a user named postgres',
		);
	}
	await chown(folder, uid, gid);
	return { uid, gid };
}
