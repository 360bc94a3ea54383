import { startWorld, type WorldOptions } from '../scenarios/startWorld';
import type { Programs } from './servers/findPrograms';
import { startPostgres } from './servers/startPostgres';
import { startRedis } from './servers/startRedis';
import { queueEnvironment } from './queueEnvironment';
import type { QueueWorld } from './QueueWorld';
import { Workers } from './Workers';

/** A fresh n8n of a main process and two workers, which share a database, a Redis and a key and nothing else. */
export async function startQueueWorld(
	options: WorldOptions,
	programs: Programs,
): Promise<QueueWorld> {
	const { steps, cleanup } = options;
	const meetingPlace = await steps.run('Start Redis and PostgreSQL', async () => ({
		redisPort: await startRedis(programs.redisServer, cleanup),
		postgres: await startPostgres(programs, cleanup),
	}));
	const queue = queueEnvironment(meetingPlace);
	const world = await startWorld({ ...options, environment: queue });
	// Workers tell services where n8n is called back, which is at the main process.
	const environment = {
		...world.internet.environment,
		...queue,
		WEBHOOK_URL: `${world.n8n.url}/`,
	};
	const workers = new Workers({ ...options, environment });
	await steps.run(
		'Install the package on two workers, start them',
		async () => await workers.start(2),
	);
	return { ...world, workers };
}
