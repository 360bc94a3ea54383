import path from 'node:path';
import type { InstalledN8n } from '../../test/n8n/install/installN8n';
import { startN8n, type RunningN8n } from '../../test/n8n/server/startN8n';
import type { Cleanup } from '../../test/support/n8n/Cleanup';
import type { DevHome } from './DevHome';

export interface DevN8n extends RunningN8n {
	/** As a person types it. */
	editorUrl: string;
	logFile: string;
}

/** Starts n8n so that it reloads its nodes on change and has everything again the next time. */
export async function startDevN8n(
	installed: InstalledN8n,
	home: DevHome,
	port: number,
	cleanup: Cleanup,
): Promise<DevN8n> {
	const editorUrl = `http://localhost:${port}`;
	const logFile = path.join(home.folder, 'n8n.log');
	const environment = {
		N8N_DEV_RELOAD: 'true',
		// n8n makes one of its own and keeps it in the folder, so that credentials and logins last.
		N8N_ENCRYPTION_KEY: undefined,
		N8N_EDITOR_BASE_URL: editorUrl,
		WEBHOOK_URL: `${editorUrl}/`,
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_LOG_OUTPUT: 'console,file',
		N8N_LOG_FILE_LOCATION: logFile,
		DB_TYPE: 'sqlite',
	};
	const n8n = await startN8n(installed, home.folder, cleanup, environment, port);
	process.on('exit', () => {
		if (n8n.process.isRunning) n8n.process.endGroup();
	});
	return { ...n8n, editorUrl, logFile };
}
