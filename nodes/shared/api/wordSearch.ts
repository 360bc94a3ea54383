import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';
import { READ_TIMEOUT_MS, transcriptUrl } from './transcriptUrl';

const match = z.object({
	text: z.string(),
	count: z.number(),
	/** Start and end of each occurrence in milliseconds. */
	timestamps: z.array(z.tuple([z.number(), z.number()])),
	/** Places of the first words in the transcript's list of words. */
	indexes: z.array(z.number()),
});

const reply = z.object({ total_count: z.number(), matches: z.array(match) });

export type WordSearch = z.infer<typeof reply>;

/**
 * Where words and phrases occur in a finished transcript.
 * AssemblyAI API reference, "Search words in transcript".
 * @param phrases of up to five words each, without commas
 */
export async function searchWords(
	service: Service,
	id: string,
	phrases: string[],
): Promise<WordSearch> {
	return await call(service, {
		purpose: 'search the transcript',
		method: 'GET',
		url: transcriptUrl(service, id, 'word-search'),
		query: { words: phrases.join(',') },
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply,
	});
}
