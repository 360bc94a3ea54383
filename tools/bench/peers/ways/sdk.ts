import type { Transcribe } from './way';

/** AssemblyAI's own SDK with its defaults, one recording after the other. */
export async function oneByOne(serviceUrl: string): Promise<Transcribe> {
	const transcribe = await clientAt(serviceUrl);
	return async (urls) => {
		const texts: string[] = [];
		for (const url of urls) texts.push(await transcribe(url));
		return { texts, error: null };
	};
}

/** The same with all recordings begun at once, as whoever is in a hurry does it. */
export async function allAtOnce(serviceUrl: string): Promise<Transcribe> {
	const transcribe = await clientAt(serviceUrl);
	return async (urls) => {
		const settled = await Promise.allSettled(urls.map(transcribe));
		const failed = settled.find((one) => one.status === 'rejected');
		return {
			texts: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
			error: failed ? String(failed.reason) : null,
		};
	};
}

async function clientAt(serviceUrl: string): Promise<(url: string) => Promise<string>> {
	// Only in the processes that need it, whose memory is measured.
	const { AssemblyAI } = await import('assemblyai');
	const client = new AssemblyAI({ apiKey: 'key', baseUrl: serviceUrl });
	return async (url) => (await client.transcripts.transcribe({ audio: url })).text ?? '';
}
