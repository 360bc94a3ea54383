import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listTranscripts } from '../../api/transcripts';
import type { TranscriptPage } from '../../api/transcriptSchema';
import { serviceOf } from './service';

type Listed = TranscriptPage['transcripts'][number];

const PER_PAGE = 50;

/** The account's recent transcripts, newest first, a page at a time. */
export async function searchTranscripts(
	this: ILoadOptionsFunctions,
	_filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await pageOf(this, paginationToken, () => true);
}

/** The same without failed ones, of which there is nothing to ask about or to export. */
export async function searchUsableTranscripts(
	this: ILoadOptionsFunctions,
	_filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await pageOf(this, paginationToken, ({ status }) => status !== 'error');
}

async function pageOf(
	context: ILoadOptionsFunctions,
	paginationToken: string | undefined,
	isWanted: (listed: Listed) => boolean,
): Promise<INodeListSearchResult> {
	const service = await serviceOf(context);
	let beforeId = paginationToken;
	for (;;) {
		const page = await listTranscripts(service, { limit: PER_PAGE, ...(beforeId && { beforeId }) });
		const oldest = page.transcripts.at(-1)?.id;
		const hasMore = Boolean(page.page_details.prev_url) && oldest !== undefined;
		const results = page.transcripts.filter(isWanted).map(({ id, status, created }) => ({
			name: `${created?.slice(0, 16).replace('T', ' ') ?? ''} · ${status} · ${id}`,
			value: id,
		}));
		// The editor takes a page without entries for the end of the list.
		const isDone = results.length > 0 || !hasMore || oldest === beforeId;
		if (isDone) return { results, ...(hasMore && { paginationToken: oldest }) };
		beforeId = oldest;
	}
}
