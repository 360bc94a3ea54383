import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { FormData, fetch } from 'undici';
import { eventually } from '../../support/n8n/eventually';

/**
 * Posts a recording as a browser's form does, to the production URL of a webhook.
 * @returns what the workflow answered
 */
export async function postRecording(
	url: string,
	file: string,
	fields: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
	return await eventually(`the webhook ${url}`, 30_000, async () => {
		const form = new FormData();
		form.append('audio', await openAsBlob(file, { type: 'audio/mpeg' }), path.basename(file));
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		const reply = await fetch(url, { method: 'POST', body: form });
		const text = await reply.text();
		// n8n registers a webhook some time after it has said that the workflow is active.
		if (reply.status === 404) return undefined;
		return { status: reply.status, body: text === '' ? null : JSON.parse(text) };
	});
}
