import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Transcribe } from './way';

const PAUSE_MS = 3_000;

const job = z.object({ id: z.string(), status: z.string(), text: z.string().nullish() });

/** The loop of AssemblyAI's guides: submit, look every three seconds until it is done, then the next. */
export async function guide(serviceUrl: string): Promise<Transcribe> {
	const send = async (path: string, init: RequestInit = {}) => {
		const headers = { authorization: 'key', 'content-type': 'application/json' };
		return job.parse(await (await fetch(`${serviceUrl}${path}`, { ...init, headers })).json());
	};
	return async (urls) => {
		const texts: string[] = [];
		for (const url of urls) {
			const body = JSON.stringify({ audio_url: url });
			const { id } = await send('/v2/transcript', { method: 'POST', body });
			for (;;) {
				const { status, text } = await send(`/v2/transcript/${id}`);
				if (status === 'completed') {
					texts.push(text ?? '');
					break;
				}
				if (status === 'error') return { texts, error: `${url} could not be transcribed` };
				await setTimeout(PAUSE_MS);
			}
		}
		return { texts, error: null };
	};
}
