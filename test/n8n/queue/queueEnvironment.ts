import { randomBytes } from 'node:crypto';
import type { Postgres } from './servers/startPostgres';

/** Where the processes of one n8n meet. */
export interface MeetingPlace {
	redisPort: number;
	postgres: Postgres;
}

/**
 * How soon a job counts as abandoned when its worker no longer renews the lock on it. n8n's own values are 60,
 * 10 and 30 s; shorter ones change when n8n notices, not what it does then.
 */
const ABANDONED_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '2000',
};

/** What main process and workers are told alike: all that they share. n8n documentation, "Queue mode". */
export function queueEnvironment({ redisPort, postgres }: MeetingPlace): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: postgres.database,
		DB_POSTGRESDB_USER: postgres.user,
		// Keeps what a node put out as soon as it has ended: all that n8n can do for a run that breaks off.
		EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'true',
		...ABANDONED_SOON,
	};
}
