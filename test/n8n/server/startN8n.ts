import { fetch } from 'undici';
import type { InstalledN8n } from '../install/installN8n';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { eventually } from '../../support/n8n/eventually';
import { BackgroundProcess } from './BackgroundProcess';
import { freePort } from './freePort';
import { n8nEnvironment } from './n8nEnvironment';

const START_TIME_LIMIT_MS = 240_000;

export interface RunningN8n {
	/** Without a slash at the end. */
	url: string;
	/** Where it keeps everything, and finds the packages installed for it. */
	userFolder: string;
	process: BackgroundProcess;
	env: NodeJS.ProcessEnv;
}

/**
 * Starts n8n on the loopback address and waits until its API answers.
 * @param more environment variables besides the usual ones
 * @param port a free one unless given
 */
export async function startN8n(
	{ executable, script, env }: InstalledN8n,
	userFolder: string,
	cleanup: Cleanup,
	more: NodeJS.ProcessEnv = {},
	port?: number,
): Promise<RunningN8n> {
	port ??= await freePort();
	const all = {
		...env,
		...n8nEnvironment({ userFolder, port, brokerPort: await freePort() }),
		...more,
	};
	const n8n = new BackgroundProcess({
		name: 'n8n',
		command: executable,
		args: [script, 'start'],
		cwd: userFolder,
		env: all,
	});
	cleanup.add(async () => await n8n.stop());
	const url = `http://127.0.0.1:${port}`;
	await eventually('n8n to answer', START_TIME_LIMIT_MS, async () => {
		n8n.assertRunning();
		const reply = await fetch(`${url}/rest/settings`);
		const isJson = reply.headers.get('content-type')?.includes('json');
		await reply.body?.cancel();
		return reply.ok && isJson ? true : undefined;
	});
	return { url, userFolder, process: n8n, env: all };
}
