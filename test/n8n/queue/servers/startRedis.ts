import { BackgroundProcess } from '../../server/BackgroundProcess';
import { freePort } from '../../server/freePort';
import type { Cleanup } from '../../../support/n8n/Cleanup';
import { temporaryFolder } from '../../../support/n8n/folders';

const START_TIME_LIMIT_MS = 30_000;

/** A Redis on loopback that keeps nothing on disk. @returns its port */
export async function startRedis(redisServer: string, cleanup: Cleanup): Promise<number> {
	const cwd = await temporaryFolder('n8n-redis-', cleanup);
	const port = await freePort();
	const redis = new BackgroundProcess({
		name: 'Redis',
		command: redisServer,
		args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		cwd,
		env: process.env,
	});
	cleanup.add(async () => await redis.stop());
	await redis.toWrite('Ready to accept connections', START_TIME_LIMIT_MS);
	return port;
}
