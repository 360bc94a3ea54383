import { WebSocket } from 'undici';

export interface Hearing {
	/** Of n8n. */
	url: string;
	/** Of a session. */
	cookie: string;
	reloaded: () => void;
}

/** On this message an open editor fetches the nodes' descriptions anew. */
const RELOADED = '"nodeDescriptionUpdated"';

/** Connects as an open editor does. @returns ends the connection */
export async function hearReloads({ url, cookie, reloaded }: Hearing): Promise<() => void> {
	const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/rest/push?pushRef=reloads`, {
		headers: { cookie, origin: url },
	});
	socket.addEventListener('message', ({ data }) => {
		if (String(data).includes(RELOADED)) reloaded();
	});
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener('open', () => resolve());
		socket.addEventListener('close', ({ code, reason }) =>
			reject(new Error(`n8n does not let an editor listen: ${code} ${reason}`)),
		);
	});
	return () => socket.close();
}
