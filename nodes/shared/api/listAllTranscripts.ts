import type { Service } from './service';
import type { TranscriptPage } from './transcriptSchema';
import { listTranscripts, type TranscriptFilter } from './transcripts';

const MOST_PER_PAGE = 200;

/**
 * The account's transcripts, newest first, page by page toward older ones until there are `limit`, which may
 * be Infinity. The service lists about the last 90 days.
 */
export async function listAllTranscripts(
	service: Service,
	{ limit, ...filter }: TranscriptFilter,
): Promise<TranscriptPage['transcripts']> {
	const found: TranscriptPage['transcripts'] = [];
	let beforeId: string | undefined;
	while (found.length < limit) {
		const page = await listTranscripts(service, {
			...filter,
			limit: Math.min(MOST_PER_PAGE, limit - found.length),
			...(beforeId !== undefined && { beforeId }),
		});
		found.push(...page.transcripts);
		const oldest = page.transcripts.at(-1)?.id;
		// A page without anything older than before would be the same again.
		if (!page.page_details.prev_url || oldest === undefined || oldest === beforeId) break;
		beforeId = oldest;
	}
	return found;
}
