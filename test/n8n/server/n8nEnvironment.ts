import { randomBytes } from 'node:crypto';

export interface N8nPlace {
	/** Its database, its binary data and the installed packages. */
	userFolder: string;
	port: number;
	/** For its task runner. */
	brokerPort: number;
}

/**
 * What n8n is told by environment variables: listen on loopback only, phone nobody, keep what ran.
 * n8n documentation, "Environment variables overview".
 */
export function n8nEnvironment({ userFolder, port, brokerPort }: N8nPlace): NodeJS.ProcessEnv {
	const url = `http://127.0.0.1:${port}`;
	return {
		N8N_USER_FOLDER: userFolder,
		// What n8n leaves in the temporary folder goes with it.
		TMPDIR: userFolder,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: `${url}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_RUNNERS_ENABLED: 'true',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_AI_ENABLED: 'false',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		NODE_OPTIONS: '',
	};
}
